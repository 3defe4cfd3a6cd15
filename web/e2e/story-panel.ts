/** Why this file exists: the chapters of the whole story in which two interviewers score one candidate, each blind to the other. */
import type { Page } from '@playwright/test';
import { fill, press, reach } from './candidates-walk.ts';
import { confirm, go } from './story-walk.ts';
import { CANDIDATE } from './story-job.ts';
import { expect } from './support.ts';

interface Rated {
  readonly skill: string;
  /** 1 to 5; absent when it is not assessed. */
  readonly level?: number;
  readonly evidence?: string;
}
interface Written {
  readonly interview: string;
  readonly ratings: readonly Rated[];
  readonly verdict: 'Yes' | 'Strong yes';
  readonly summary: string;
}

export const MONITORING = 'Drift and performance monitoring';
export const PIPELINES = 'Data pipeline engineering';

export const BEATRIZ_SAW =
  'Knew the alert on input shift but had set its threshold by eye, and nobody owned it at night.';
export const BEATRIZ: readonly [Written, Written] = [
  {
    interview: 'Structured screen',
    ratings: [
      { skill: MONITORING, level: 2, evidence: BEATRIZ_SAW },
      {
        skill: PIPELINES,
        level: 3,
        evidence:
          'Backfilled three weeks of scans after a vendor changed the header, without a duplicate; showed the ledger.',
      },
    ],
    verdict: 'Yes',
    summary: 'Ran a feed for years and knows what wakes people at night.',
  },
  {
    interview: 'Regulated delivery',
    ratings: [
      {
        skill: 'Product risk management',
        level: 3,
        evidence: 'Walked from a missed bleed to the control in the worklist, and named who verifies it.',
      },
      { skill: 'Human factors and human-AI teaming' },
      { skill: 'Post-market and field surveillance' },
      { skill: 'Clinical workflow integration' },
      {
        skill: 'Medical device software life cycle',
        level: 3,
        evidence: 'Told class B from class C by the hazard and listed the documents that follow from it.',
      },
      {
        skill: 'Working in a quality system',
        level: 3,
        evidence: 'Opened a deviation of their own last spring and brought its correction to an end.',
      },
      { skill: 'Security engineering' },
    ],
    verdict: 'Yes',
    summary: 'At home in a quality system; security was left for another day.',
  },
];

export const TOMASZ_SAW = 'Read the score distribution by scanner and found the upgraded one before the clinic did.';
export const TOMASZ: readonly [Written, Written] = [
  {
    interview: 'Structured screen',
    ratings: [
      { skill: MONITORING, level: 3, evidence: TOMASZ_SAW },
      {
        skill: PIPELINES,
        level: 4,
        evidence: 'Made late and repeated studies safe by content hash, and removed the class of failure.',
      },
    ],
    verdict: 'Yes',
    summary: 'Keeps things alive with care for the people who depend on them.',
  },
  {
    interview: 'Technical depth',
    ratings: [
      {
        skill: 'Computational reproducibility',
        level: 3,
        evidence:
          'Rebuilt last year’s model from lock file, data version and seed, and explained the one digit that differed.',
      },
      {
        skill: 'Model packaging, registry and lifecycle',
        level: 3,
        evidence: 'Named the registry entry, its signature and who may promote it, from memory and correctly.',
      },
    ],
    verdict: 'Strong yes',
    summary: 'Could rebuild the released model from what is written down.',
  },
];

/** Opens a scorecard of the candidate from the own interviews. */
async function openScorecard(page: Page, interview: string): Promise<void> {
  await go(page, 'i', 'My interviews');
  await press(page, `Scorecard of ${interview} with ${CANDIDATE}`, 'link');
  await expect(page.getByRole('heading', { level: 1, name: CANDIDATE })).toBeVisible();
}

/** Writes one scorecard with the keys that the page lists, and submits it for good. */
export async function writeScorecard(page: Page, { interview, ratings, verdict, summary }: Written): Promise<void> {
  await openScorecard(page, interview);
  for (const { skill, level, evidence } of ratings) {
    const group = page.getByRole('group', { name: skill });
    await reach(page, group.getByRole('radio').first());
    await page.keyboard.press(String(level ?? 0));
    if (evidence === undefined) continue;
    await page.keyboard.press('n');
    await expect(group.getByRole('textbox')).toBeFocused();
    await page.keyboard.insertText(evidence);
    await page.keyboard.press('Escape');
  }
  await page.keyboard.press('j');
  await page.keyboard.press(verdict === 'Yes' ? '3' : '4');
  await expect(page.getByRole('radio', { name: verdict, exact: true })).toBeChecked();
  await fill(page, 'Summary for the debrief', summary);
  await expect(page.getByRole('status').filter({ hasText: /^Saved/ })).toBeVisible();
  await press(page, 'Submit scorecard');
  await confirm(page, 'Submit this scorecard?', 'Submit scorecard');
  await expect(page.getByText('Submitted and locked.', { exact: false })).toBeVisible();
}

/** Before the own scorecards are in, those of the others are counted and closed, here and in the packet. */
export async function expectBlind(page: Page): Promise<void> {
  await openScorecard(page, 'Structured screen');
  const panel = page.getByRole('region', { name: 'Panel' });
  await expect(panel.getByRole('listitem').filter({ hasText: /Beatriz Nogueira.*In$/ })).toHaveCount(2);
  await expect(panel.getByText('Other scorecards open for you', { exact: false })).toBeVisible();
  await expect(page.getByRole('article')).toHaveCount(0);
  await press(page, 'Candidate packet', 'link');
  await expect(page.getByText(/A scorecard of yours on this application is not submitted/)).toBeVisible();
  await expect(page.getByRole('article')).toHaveCount(0);
}
