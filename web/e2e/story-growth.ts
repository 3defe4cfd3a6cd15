/** Why this file exists: the last chapters of the whole story: the new manager reads what the interviews left behind and plans from there. */
import type { Page } from '@playwright/test';
import { press, reach } from './candidates-walk.ts';
import { CANDIDATE } from './story-job.ts';
import { MONITORING } from './story-panel.ts';
import { go, typeDay, write } from './story-walk.ts';
import { ask, expect } from './support.ts';

const SEEN = 'Seen in interviews before the first day';
const EVIDENCE = 'Interviews before the hire, 2 interviewers';

/** The profile of the first day is the evidence of the interviews. */
export async function readProfile(page: Page): Promise<void> {
  await go(page, 't', 'My team');
  await expect(page.getByRole('link', { name: `Plan for ${CANDIDATE}` })).toBeVisible();
  await press(page, `Skills of ${CANDIDATE}`, 'link');
  await expect(page.getByRole('heading', { level: 1, name: `Skills of ${CANDIDATE}` })).toBeVisible();
  await expect(page.getByText(/^7 of 61 skills are verified/)).toBeVisible();
  await press(page, MONITORING);
  const skill = page.getByRole('dialog', { name: MONITORING });
  await expect(skill.getByRole('radio', { checked: true })).toHaveAccessibleName('1 Aware');
  await expect(skill.getByText(EVIDENCE).first()).toBeVisible();
  await expect(
    skill.getByText('2 interviewers rated it; ratings counted: 2. The requisition asked for level 2.').first(),
  ).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(skill).toBeHidden();
}

/** Where they stand on both ladders, up to the same rung of the production ladder and the way there. */
export async function readLadders(page: Page): Promise<void> {
  await press(page, 'Where they stand', 'link');
  await expect(page.getByRole('heading', { level: 1, name: `Where ${CANDIDATE} stands` })).toBeVisible();
  const place = page.getByText(/% of the research axis and \d+% of the production axis are shown/);
  await expect(place).toBeVisible();
  const research = page.getByRole('row', { name: /^2\. Data Scientist, Research/ });
  await expect(research).toContainText('0 of 9');
  const production = page.getByRole('row', { name: /^2\. Machine Learning Engineer/ });
  await expect(production).toContainText('2 of 10');
  await press(page, '2. Machine Learning Engineer');
  await expect(page.getByRole('heading', { name: 'Missing must-haves' })).toBeVisible();
  await press(page, 'Show the way');
  await press(page, 'Start a plan', 'link');
  await expect(page.getByRole('heading', { level: 1, name: `Start a plan for ${CANDIDATE}` })).toBeVisible();
}

/** Keeps the plan of the tour; the goal that the interviews began starts where they ended. */
export async function planGrowth(page: Page): Promise<void> {
  await expect(page.getByRole('combobox', { name: 'Job role to grow towards' })).toHaveValue(
    'Machine Learning Engineer',
  );
  await write(page, page.getByRole('textbox', { name: 'Protected hours a week' }), '10');
  await typeDay(page, page.getByLabel('First day'), '2026-12-01');
  await press(page, 'Save as draft');
  await expect(page.getByRole('heading', { level: 1, name: CANDIDATE })).toBeVisible();
  await expect(page.getByText('10 of 40 h a week')).toBeVisible();
  const goals = page.getByRole('table', { name: 'Goals' });
  await expect(goals.getByRole('row', { name: new RegExp(`^${MONITORING} level 1 to 2`) })).toBeVisible();
  await reach(page, goals.getByRole('button', { name: MONITORING }));
  await page.keyboard.press('Enter');
  const goal = page.getByRole('dialog', { name: MONITORING });
  await expect(goal.getByText('Level 1 to 2', { exact: true })).toBeVisible();
  await expect(goal.getByRole('heading', { name: 'Where it started from' })).toBeVisible();
  await expect(goal.getByText(`${SEEN} by 2 interviewers. Ratings counted: 2.`)).toBeVisible();
  await expect(goal.getByText(EVIDENCE)).toBeVisible();
}

interface Goal {
  readonly skill: { readonly name: string };
  readonly fromLevel: number;
  readonly startingAssessment: {
    readonly level: number;
    readonly source: string;
    readonly provenance: { readonly applicationId: string; readonly raterCount: number; readonly ratingCount: number };
    readonly evidence: readonly { readonly title: string }[];
  } | null;
}

/** The goals of the plan on the screen that do not start from nothing, as the API tells them. */
export async function goalsFromInterviews(page: Page): Promise<readonly Goal[]> {
  const id = /\/growth\/([^/?]+)/.exec(page.url())?.[1];
  const { growthPlan } = (await ask(
    page,
    `query Goals($id: ID!) {
      growthPlan(id: $id) {
        goals {
          skill { name }
          fromLevel
          startingAssessment { level source provenance { applicationId raterCount ratingCount } evidence { title } }
        }
      }
    }`,
    { id },
  )) as unknown as { growthPlan: { goals: readonly Goal[] } };
  return growthPlan.goals.filter(({ fromLevel }) => fromLevel > 0);
}
