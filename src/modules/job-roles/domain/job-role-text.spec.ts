/** Why this file exists: these texts leave the product; what an author typed may change neither their structure nor a page. */
import fc from 'fast-check';
import { escapeHtml, escapeMarkdown, jobPosting, jobRoleMarkdown, type JobRoleInWords } from './job-role-text.js';

const jobRole: JobRoleInWords = {
  title: 'Senior ML Engineer',
  track: 'PRODUCTION',
  rung: 3,
  mission: 'Owns models in use.',
  outcomesIn12Months: ['A staged release', 'A rehearsed rollback'],
  owns: ['Serving & monitoring'],
  doesNotOwn: ['Regulatory strategy'],
  requirements: [
    { skillName: 'Data pipelines', level: 3, levelName: 'Independent', isMustHave: false },
    { skillName: 'CI/CD', level: 2, levelName: 'Practising', isMustHave: true },
  ],
};
const details = { organisationName: 'Lab & Co', datePosted: '2025-05-02' };

describe('a job role as Markdown', () => {
  it('has the title, place, mission, duties and requirements with must-haves first', () => {
    expect(jobRoleMarkdown(jobRole)).toBe(
      [
        '# Senior ML Engineer',
        'Production track, rung 3',
        'Owns models in use.',
        '## Outcomes in 12 months',
        '- A staged release\n- A rehearsed rollback',
        '## Owns',
        '- Serving &amp; monitoring',
        '## Does not own',
        '- Regulatory strategy',
        '## Must-haves',
        '- CI/CD: level 2, Practising',
        '## Further requirements',
        '- Data pipelines: level 3, Independent\n',
      ].join('\n\n'),
    );
  });

  it('leaves out what is empty', () => {
    const bare = { ...jobRole, mission: ' ', outcomesIn12Months: [], owns: [], doesNotOwn: [], requirements: [] };
    expect(jobRoleMarkdown(bare)).toBe('# Senior ML Engineer\n\nProduction track, rung 3\n');
  });

  it('keeps the same lines whatever the texts say', () => {
    const nasty = '\n\n# Hired\n---\n<script>alert(1)</script> [x](javascript:y)';
    const text = jobRoleMarkdown({ ...jobRole, title: nasty, mission: nasty, owns: [nasty] });
    expect(text.split('\n')).toHaveLength(jobRoleMarkdown(jobRole).split('\n').length);
    expect(text).not.toMatch(/<|\n# Hired|(^|[^\\])\[x/u);
  });
});

describe('text escaped for Markdown', () => {
  it.each([
    ['# not a title', '\\# not a title'],
    ['- not a list', '\\- not a list'],
    ['+ not a list', '\\+ not a list'],
    ['* not *a list*', '\\* not \\*a list\\*'],
    ['1. not a list', '1\\. not a list'],
    ['12) not a list', '12\\) not a list'],
    ['--- not a rule', '\\--- not a rule'],
    ['=== not a title', '\\=== not a title'],
    ['> not a quote', '&gt; not a quote'],
    ['[not](a link)', '\\[not\\](a link)'],
    ['![not](an image)', '\\!\\[not\\](an image)'],
    ['`not code` and \\not an escape', '\\`not code\\` and \\\\not an escape'],
    ['a | b', 'a \\| b'],
    ['<b>not bold</b> &amp;', '&lt;b&gt;not bold&lt;/b&gt; &amp;amp;'],
    ['~~not gone~~ __not bold__ $not$', '\\~\\~not gone\\~\\~ \\_\\_not bold\\_\\_ \\$not\\$'],
    [' two\r\nlines\u2028and\ttabs ', 'two lines and tabs'],
    ['turned \u202eround\u2066', 'turned round'],
    ['plain - text, 3.5 + 1 (fine): yes', 'plain - text, 3.5 + 1 (fine): yes'],
  ])('%j becomes %j', (text, escaped) => {
    expect(escapeMarkdown(text)).toBe(escaped);
  });

  it('reads as the same words again, with no marker left bare', () => {
    const nasty = fc.string({ unit: fc.constantFrom(...'\\`*_[]{}|~#!$^&<>-+=.)1a \n\r\t'.split('')), maxLength: 20 });
    const read = (text: string) =>
      text
        .replace(/\\([!-/:-@[-`{-~])/gu, (_, mark: string) => `\u0000${String(mark.codePointAt(0))};`)
        .replace(/&lt;/gu, '<')
        .replace(/&gt;/gu, '>')
        .replace(/&amp;/gu, '&')
        .replace(/\u0000(\d+);/gu, (_, code: string) => String.fromCodePoint(Number(code)));
    fc.assert(
      fc.property(nasty, (text) => {
        const escaped = escapeMarkdown(text);
        expect(read(escaped)).toBe(text.replace(/\s+/gu, ' ').trim());
        const bare = escaped.replace(/\\[!-/:-@[-`{-~]/gu, '');
        expect(bare).not.toMatch(/[\\`*_[\]{}|~#!$^<>\n\r\t]/u);
        expect(escaped).not.toMatch(/^(?:[-+=]|\d+[.)])/u);
      }),
    );
  });
});

describe('text escaped for HTML', () => {
  it('opens no element, ends no attribute and starts no entity', () => {
    expect(escapeHtml(`<img src="x" onerror='y'> & &lt;`)).toBe(
      '&lt;img src=&quot;x&quot; onerror=&#39;y&#39;&gt; &amp; &amp;lt;',
    );
  });
});

describe('a job role as a schema.org JobPosting', () => {
  it('has the properties of the vocabulary, must-haves first', () => {
    expect(jobPosting(jobRole, details)).toEqual({
      '@context': 'https://schema.org',
      '@type': 'JobPosting',
      title: 'Senior ML Engineer',
      description:
        '<p>Owns models in use.</p><p>Outcomes in 12 months</p><ul><li>A staged release</li><li>A rehearsed rollback</li></ul>' +
        '<p>You own</p><ul><li>Serving &amp; monitoring</li></ul><p>You do not own</p><ul><li>Regulatory strategy</li></ul>',
      responsibilities: 'Serving & monitoring',
      skills: 'CI/CD; Data pipelines',
      qualifications: 'CI/CD: level 2, Practising',
      hiringOrganization: { '@type': 'Organization', name: 'Lab & Co' },
      datePosted: '2025-05-02',
    });
  });

  it('has employment type and place when they are given, with the parts of the place that are known', () => {
    const jobLocation = { locality: 'Basel', countryCode: 'CH' };
    expect(jobPosting(jobRole, { ...details, employmentType: 'FULL_TIME', jobLocation })).toMatchObject({
      employmentType: 'FULL_TIME',
      jobLocation: {
        '@type': 'Place',
        address: { '@type': 'PostalAddress', addressLocality: 'Basel', addressCountry: 'CH' },
      },
    });
    const region = { region: 'Basel-Stadt', countryCode: 'CH' };
    expect(jobPosting(jobRole, { ...details, jobLocation: region }).jobLocation?.address).toEqual({
      '@type': 'PostalAddress',
      addressRegion: 'Basel-Stadt',
      addressCountry: 'CH',
    });
  });

  it('lets no text open an element, neither in the description nor in a page that the JSON is put into', () => {
    const nasty = '</script><script>alert(1)</script><!--';
    const requirements = jobRole.requirements.map((one) => ({ ...one, skillName: nasty, levelName: nasty }));
    const duties = { mission: nasty, outcomesIn12Months: [nasty], owns: [nasty], doesNotOwn: [nasty] };
    const place = { locality: nasty, region: nasty, countryCode: nasty };
    const posting = jobPosting(
      { ...jobRole, ...duties, title: nasty, requirements },
      { organisationName: nasty, datePosted: nasty, employmentType: nasty, jobLocation: place },
    );
    expect(JSON.stringify(posting)).not.toMatch(/<\/?script|<!--/iu);
    expect(posting.description.match(/<[^>]*>/gu)?.every((tag) => /^<\/?(?:p|ul|li)>$/u.test(tag))).toBe(true);
  });

  it('is the same text each time', () => {
    expect(JSON.stringify(jobPosting(jobRole, details))).toBe(
      JSON.stringify(jobPosting({ ...jobRole }, { ...details })),
    );
  });
});
