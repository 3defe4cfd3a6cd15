/** Why this file exists: the chapters of the whole story that a hiring manager writes before anybody applies: job role, requisition, interview plan. */
import type { Page } from '@playwright/test';
import { choose, fill, press, reach } from './candidates-walk.ts';
import { confirm, go, select, write } from './story-walk.ts';
import { expect } from './support.ts';

export const JOB_ROLE = 'Machine Learning Engineer, Imaging Delivery';
export const REQUISITION = 'Engineer for the triage model';
export const CANDIDATE = 'Noor Haddad';

/** What the job asks for without fail, and how much it weighs. */
const MUST_HAVES = [
  ['Data pipeline engineering', 'Weight 5'],
  ['Drift and performance monitoring', 'Weight 4'],
  ['Computational reproducibility', 'Weight 4'],
  ['Model packaging, registry and lifecycle', 'Weight 4'],
] as const;

/** Goes to a part of the builder through its outline. */
async function goTo(page: Page, part: string): Promise<void> {
  const outline = page.getByRole('navigation', { name: 'Parts of the job role' });
  await reach(page, outline.getByRole('button', { name: new RegExp(`^${part}`) }), 'Shift+Tab');
  await page.keyboard.press('Enter');
}

/** Adds skills of the library at a level. */
async function addSkills(page: Page, names: readonly string[], level: number): Promise<void> {
  await goTo(page, 'Requirements');
  await press(page, 'Add skills');
  const library = page.getByRole('dialog', { name: 'Add skills from the library' });
  const search = library.getByRole('textbox', { name: 'Find a skill' });
  await expect(search).toBeFocused();
  for (const name of names) {
    await reach(page, search, 'Shift+Tab');
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.type(name);
    await reach(page, library.getByRole('checkbox', { name }));
    await page.keyboard.press('Space');
  }
  await select(page, library.getByRole('combobox', { name: 'Add at level' }), `Level ${level}`);
  await press(page, /^Add \d skills?$/);
  await expect(library).toBeHidden();
}

/** Makes the job role of the tour from an empty page and publishes it. */
export async function defineJobRole(page: Page): Promise<void> {
  await go(page, 'r', 'Job roles');
  await page.keyboard.press('c');
  await write(page, page.getByRole('textbox', { name: 'Title' }), JOB_ROLE);
  await select(page, page.getByRole('combobox', { name: 'Ladder' }), 'Production, on no ladder');
  await press(page, '2');
  await write(page, page.getByRole('textbox', { name: 'Key' }), 'imaging-delivery-engineer');
  await press(page, 'Make the draft');
  await expect(page.getByRole('heading', { level: 1, name: JOB_ROLE })).toBeVisible();
  await fill(page, 'Mission', 'Brings the triage model to the reading rooms and keeps it working there.');
  await addSkills(
    page,
    MUST_HAVES.map(([name]) => name),
    2,
  );
  await addSkills(page, ['Working in a quality system'], 1);
  await goTo(page, 'Requirements');
  for (const [name, weight] of MUST_HAVES) {
    await select(page, page.getByRole('combobox', { name: `${name}: weight` }), weight);
    await reach(page, page.getByRole('checkbox', { name: `${name}: must-have` }));
    await page.keyboard.press('Space');
  }
  await select(page, page.getByRole('combobox', { name: 'Working in a quality system: weight' }), 'Weight 2');
  await readClarity(page);
  await goTo(page, 'Publish');
  await press(page, 'Publish version 1');
  await confirm(page, `Publish version 1 of ${JOB_ROLE}`, 'Publish version 1');
  await expect(page.getByText('Published', { exact: true })).toBeVisible();
}

/** The live review under the regulations of the product, and the kit that assesses the must-haves. */
async function readClarity(page: Page): Promise<void> {
  const review = page.getByRole('complementary', { name: 'Clarity review' });
  await press(page, /^MedTech/);
  await expect(page).toHaveURL(/overlays=medtech-samd/);
  await expect(review.getByRole('button', { name: /^MedTech/, pressed: true })).toBeFocused();
  await expect(review.getByText('Clear', { exact: true })).toBeVisible();
  await select(page, review.getByRole('combobox', { name: 'Interview kit' }), 'Production');
  await expect(review.getByText('4 of 4 must-haves are assessed in interviews')).toBeVisible();
}

/** Drafts the requisition of the job role, for a medical device. */
export async function draftRequisition(page: Page): Promise<void> {
  await go(page, 'q', 'Requisitions');
  await page.keyboard.press('c');
  await expect(page.getByRole('heading', { level: 1, name: 'New requisition' })).toBeVisible();
  await choose(page, 'Job role', JOB_ROLE, `${JOB_ROLE}, version 1`);
  await reach(page, page.getByRole('checkbox', { name: /software as a medical device/ }));
  await page.keyboard.press('Space');
  await expect(page.getByText(/7 must-haves/)).toBeVisible();
  await fill(page, 'Title', REQUISITION);
  await fill(page, 'Initiative', 'Imaging triage');
  await press(page, 'Create draft');
  await expect(page.getByRole('heading', { level: 1, name: REQUISITION })).toBeVisible();
}

/** Who sits where: the screen is rated by two. */
const SEATS = [
  ['Structured screen', 'Tomasz Zieliński'],
  ['Structured screen', 'Beatriz Nogueira'],
  ['Technical depth', 'Tomasz Zieliński'],
  ['Regulated delivery', 'Beatriz Nogueira'],
] as const;

/** Takes the smallest plan that assesses every must-have, names who interviews, and opens the requisition. */
export async function planInterviews(page: Page): Promise<void> {
  await press(page, 'Use this plan');
  await expect(page.getByText(/0 of 7 must-haves are assessed/)).toBeVisible();
  for (const [sitting, name] of SEATS) {
    await press(page, `Add interviewer to ${sitting}`);
    await choose(page, 'Interviewer', name, name);
    await press(page, 'Add interviewer');
    await expect(page.getByRole('button', { name: `Take ${name} off ${sitting}` })).toBeVisible();
  }
  await expect(page.getByText('All 7 must-haves are assessed by somebody.')).toBeVisible();
  await press(page, 'Open requisition');
  await confirm(page, 'Open this requisition?', 'Open requisition');
  await expect(page.getByRole('button', { name: 'Open requisition' })).toHaveCount(0);
}

/** Enters the candidate of the tour with their consent, moves them, and makes their interviews from the plan. */
export async function enterCandidate(page: Page): Promise<void> {
  await reach(page, page.getByRole('tab', { selected: true }));
  await reach(page, page.getByRole('tab', { name: 'Pipeline' }), 'ArrowLeft');
  await page.keyboard.press('a');
  const entry = page.getByRole('dialog', { name: 'Add a candidate' });
  await expect(entry.getByRole('textbox', { name: 'Name' })).toBeFocused();
  await page.keyboard.type(CANDIDATE);
  await fill(page, 'What they do', 'Engineer, five years on hospital data feeds');
  await fill(page, 'E-mail', 'noor@example.org');
  await choose(page, /How they came/, '', 'Applied directly');
  await reach(page, entry.getByRole('checkbox', { name: /They agreed/ }));
  await page.keyboard.press('Space');
  await press(page, 'Add to pipeline');
  const card = page.getByRole('button', { name: CANDIDATE, exact: true });
  await expect(entry).toBeHidden();
  await reach(page, card);
  await moveOn(page, 'Screen', 'Five years of feeds in use; worth an hour of everybody.');
  await expect(card).toBeFocused();
  await page.keyboard.press('Enter');
  const application = page.getByRole('dialog', { name: CANDIDATE });
  await press(page, 'Schedule interviews');
  await confirm(page, 'Schedule interviews', 'Schedule interviews');
  await expect(application).toContainText('scorecard due');
  await page.keyboard.press('Escape');
  await expect(card).toBeFocused();
  await moveOn(page, 'Interviews', 'The interviews are made.');
  await expect(page.getByRole('region', { name: 'Interviews, 1' })).toContainText('0 of 4 scorecards in');
}

/** Moves the card that has the focus one stage on, with a note for the record. */
async function moveOn(page: Page, stage: string, note: string): Promise<void> {
  await page.keyboard.press('Shift+ArrowRight');
  const question = page.getByRole('dialog', { name: `Move ${CANDIDATE} to ${stage}?` });
  await expect(question.getByRole('textbox', { name: 'Note for the record' })).toBeFocused();
  await page.keyboard.type(note);
  await page.keyboard.press('Enter');
  await expect(page.getByText(`${CANDIDATE} moved to ${stage}, 1 of 1 there.`)).toBeAttached();
}
