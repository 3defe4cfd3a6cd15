/** Why this file exists: a job role leaves the product as text that people and job boards read, safely whatever its authors typed. */
import type { Level } from '../../frameworks/index.js';
import type { DescribedJobRole } from './job-role.js';
import type { RolePosition } from './requirement.js';

/** A requirement in words. */
export interface RequirementInWords {
  readonly skillName: string;
  readonly level: Level;
  /** Name of the level on the framework's scale, such as `Independent`. */
  readonly levelName: string;
  readonly isMustHave: boolean;
}

export interface JobRoleInWords extends DescribedJobRole {
  /** In the order in which they are to be read; must-haves are put first. */
  readonly requirements: readonly RequirementInWords[];
}

export interface PostingDetails {
  readonly organisationName: string;
  /** `YYYY-MM-DD`. */
  readonly datePosted: string;
  /** As schema.org has it, such as `FULL_TIME`; absent when not decided. */
  readonly employmentType?: string;
  /** Absent when not decided. */
  readonly jobLocation?: { readonly locality?: string; readonly region?: string; readonly countryCode: string };
  /** The place of work in words, for a posting that knows no address in parts; absent when not decided. */
  readonly place?: string;
}

/** A schema.org JobPosting. `description` is HTML with every text in it escaped; all other texts are plain and free of `<` and `>`. */
export interface JobPosting {
  readonly '@context': 'https://schema.org';
  readonly '@type': 'JobPosting';
  readonly title: string;
  readonly description: string;
  readonly responsibilities: string;
  readonly skills: string;
  readonly qualifications: string;
  readonly hiringOrganization: { readonly '@type': 'Organization'; readonly name: string };
  readonly datePosted: string;
  readonly employmentType?: string;
  readonly jobLocation?: {
    readonly '@type': 'Place';
    readonly address:
      | string
      | {
          readonly '@type': 'PostalAddress';
          readonly addressLocality?: string;
          readonly addressRegion?: string;
          readonly addressCountry: string;
        };
  };
}

const TRACK_WORDS: Readonly<Record<RolePosition['track'], string>> = {
  RESEARCH: 'Research',
  PRODUCTION: 'Production',
  HYBRID: 'Hybrid',
};

/** One line without control characters, line breaks, or marks that turn the direction of what follows. */
const oneLine = (text: string): string =>
  text
    .replace(/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu, '')
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .trim();

/**
 * Text as one line of Markdown that shows exactly these words: no markup, HTML, table cell or list can begin in it, at the start of
 * a line, after a marker or anywhere else. Readers that link every web address they see still link a bare one.
 */
export const escapeMarkdown = (text: string): string =>
  oneLine(text)
    .replace(/[\\`*_[\]{}|~#!$^]/gu, '\\$&')
    .replace(/&/gu, '&amp;')
    .replace(/</gu, '&lt;')
    .replace(/>/gu, '&gt;')
    .replace(/^[-+=:]/u, '\\$&')
    .replace(/^(\d+)([.)])/u, '$1\\$2');

/** Text for an HTML element or a quoted attribute. */
export const escapeHtml = (text: string): string =>
  oneLine(text)
    .replace(/&/gu, '&amp;')
    .replace(/</gu, '&lt;')
    .replace(/>/gu, '&gt;')
    .replace(/"/gu, '&quot;')
    .replace(/'/gu, '&#39;');

/** Plain text that opens no element where somebody takes it for HTML, or puts the JSON into a page; everything else is kept. */
const plain = (text: string): string => oneLine(text).replace(/</gu, '&lt;').replace(/>/gu, '&gt;');

function mustHavesFirst(requirements: readonly RequirementInWords[]): readonly RequirementInWords[] {
  return [...requirements.filter((one) => one.isMustHave), ...requirements.filter((one) => !one.isMustHave)];
}

const requirementWords = ({ skillName, level, levelName }: RequirementInWords): string =>
  `${skillName}: level ${level}, ${levelName}`;

/** A Markdown section, or nothing when there is nothing to list. */
const section = (heading: string, lines: readonly string[]): readonly string[] =>
  lines.length === 0 ? [] : [`## ${heading}`, lines.map((line) => `- ${escapeMarkdown(line)}`).join('\n')];

/** The job role as Markdown (CommonMark), ending in one line feed; the same text for the same job role. Empty lists are left out. */
export function jobRoleMarkdown(jobRole: JobRoleInWords): string {
  const words = (isMustHave: boolean): readonly string[] =>
    jobRole.requirements.filter((one) => one.isMustHave === isMustHave).map(requirementWords);
  const mission = escapeMarkdown(jobRole.mission);
  const blocks = [
    `# ${escapeMarkdown(jobRole.title)}`,
    `${TRACK_WORDS[jobRole.track]} track, rung ${jobRole.rung}`,
    ...(mission === '' ? [] : [mission]),
    ...section('Outcomes in 12 months', jobRole.outcomesIn12Months),
    ...section('Owns', jobRole.owns),
    ...section('Does not own', jobRole.doesNotOwn),
    ...section('Must-haves', words(true)),
    ...section('Further requirements', words(false)),
  ];
  return `${blocks.join('\n\n')}\n`;
}

function descriptionHtml(jobRole: JobRoleInWords): string {
  const list = (heading: string, items: readonly string[]): string => {
    const entries = items.map((item) => `<li>${escapeHtml(item)}</li>`).join('');
    return items.length === 0 ? '' : `<p>${heading}</p><ul>${entries}</ul>`;
  };
  return [
    `<p>${escapeHtml(jobRole.mission)}</p>`,
    list('Outcomes in 12 months', jobRole.outcomesIn12Months),
    list('You own', jobRole.owns),
    list('You do not own', jobRole.doesNotOwn),
  ].join('');
}

type Location = NonNullable<PostingDetails['jobLocation']>;

const placeOf = ({ locality, region, countryCode }: Location): NonNullable<JobPosting['jobLocation']> => ({
  '@type': 'Place',
  address: {
    '@type': 'PostalAddress',
    ...(locality === undefined ? {} : { addressLocality: plain(locality) }),
    ...(region === undefined ? {} : { addressRegion: plain(region) }),
    addressCountry: plain(countryCode),
  },
});

/**
 * The job role as a schema.org JobPosting for a page or a job board; the same object, with its properties in the same order, for
 * the same job role. `skills` lists every requirement, must-haves first; `qualifications` the must-haves alone.
 */
export function jobPosting(jobRole: JobRoleInWords, details: PostingDetails): JobPosting {
  const ordered = mustHavesFirst(jobRole.requirements);
  const joined = (texts: readonly string[]): string => texts.map(plain).join('; ');
  const { employmentType, jobLocation, place } = details;
  return {
    '@context': 'https://schema.org',
    '@type': 'JobPosting',
    title: plain(jobRole.title),
    description: descriptionHtml(jobRole),
    responsibilities: joined(jobRole.owns),
    skills: joined(ordered.map((one) => one.skillName)),
    qualifications: joined(ordered.filter((one) => one.isMustHave).map(requirementWords)),
    hiringOrganization: { '@type': 'Organization', name: plain(details.organisationName) },
    datePosted: plain(details.datePosted),
    ...(employmentType === undefined ? {} : { employmentType: plain(employmentType) }),
    ...(jobLocation === undefined ? {} : { jobLocation: placeOf(jobLocation) }),
    ...(jobLocation !== undefined || place === undefined
      ? {}
      : { jobLocation: { '@type': 'Place', address: plain(place) } }),
  };
}
