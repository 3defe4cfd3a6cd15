/** Why this file exists: people apply, from outside and from inside, and are moved on by the hiring managers. */
import type { Unit } from '../../platform/database/index.js';
import type { Outcome, Problem } from '../../platform/outcome/index.js';
import {
  addCandidate,
  applicationTable,
  apply,
  applyInternally,
  moveApplication,
  promiseAnswer,
} from '../candidates/data.js';
import type { ApplicationId, CandidateId } from '../candidates/index.js';
import { daysAfter } from './calendar.js';
import { personIn, type Staff } from './company.js';
import { APPLICANTS, type DemoApplicant, type DemoStep } from './content/candidates.data.js';
import { hiringManagerOf, requisitionAct } from './requisitions.js';
import type { Story } from './story.js';

const applicationAct = (key: string): string => `application/${key}`;
/** Id of an application of the story. */
export const applicationOf = (story: Story, key: string): ApplicationId =>
  story.idOf(applicationAct(key), 'Application');
/** How often the application was changed by now. */
export const applicationVersion = async (unit: Unit, id: ApplicationId): Promise<number> =>
  (await unit.findOne(applicationTable, { id }))?.version ?? 0;

/** Days for which applicants of the story agree that their data are kept. */
const KEPT_DAYS = 365;

function enter(unit: Unit, one: DemoApplicant, staff: Staff): Promise<Outcome<{ id: CandidateId }, Problem>> {
  const today = unit.now.toISOString().slice(0, 10);
  const mail = one.name
    .normalize('NFD')
    .replace(/[^A-Za-z]+/g, '.')
    .toLowerCase();
  return addCandidate(unit, {
    displayName: one.name,
    headline: one.headline,
    email: `${mail}@mail.example`,
    source: one.source,
    referrerId: one.referrer === undefined ? null : personIn(staff, one.referrer),
    consentedOn: today,
    keepUntil: daysAfter(today, KEPT_DAYS),
  });
}

/** The application is received: an employee applies, or the hiring manager enters who wrote. */
async function receive(story: Story, one: DemoApplicant, staff: Staff): Promise<void> {
  const requisitionId = story.idOf(requisitionAct(one.requisition), 'Requisition');
  const at = { day: one.appliedDay, time: '12:10' };
  if (one.person !== undefined) {
    await story.act(applicationAct(one.key), one.person, at, (unit) => applyInternally(unit, { requisitionId }));
    return;
  }
  await story.act(applicationAct(one.key), hiringManagerOf(one.requisition), at, async (unit) => {
    const candidate = await enter(unit, one, staff);
    return candidate.ok ? apply(unit, { requisitionId, candidateId: candidate.value.id }) : candidate;
  });
}

async function move(story: Story, one: DemoApplicant, { stage, day, note }: DemoStep): Promise<void> {
  const applicationId = applicationOf(story, one.key);
  await story.act(
    `${applicationAct(one.key)}/${stage.toLowerCase()}`,
    hiringManagerOf(one.requisition),
    { day, time: '09:20' },
    async (unit) =>
      moveApplication(unit, { applicationId, version: await applicationVersion(unit, applicationId), stage, note }),
  );
}

const isBefore = (stage: DemoStep['stage']): boolean => stage !== 'DEBRIEF';

/** Applications, up to the interviews. */
export async function tellApplications(story: Story, staff: Staff): Promise<void> {
  for (const one of APPLICANTS) {
    await receive(story, one, staff);
    for (const step of one.steps) if (isBefore(step.stage)) await move(story, one, step);
  }
}

/** On to the debrief, for those whose interviews are done. */
export async function tellDebriefStages(story: Story): Promise<void> {
  for (const one of APPLICANTS) for (const step of one.steps) if (!isBefore(step.stage)) await move(story, one, step);
}

/** What applicants were told about the next answer. */
export async function tellPromises(story: Story): Promise<void> {
  for (const one of APPLICANTS) {
    if (one.promise === undefined) continue;
    const applicationId = applicationOf(story, one.key);
    const answerOn = daysAfter(story.theatre.storyDay, one.promise.answerDay);
    await story.act(
      `${applicationAct(one.key)}/promise`,
      hiringManagerOf(one.requisition),
      { day: one.promise.day, time: '15:40' },
      async (unit) =>
        promiseAnswer(unit, { applicationId, version: await applicationVersion(unit, applicationId), answerOn }),
    );
  }
}
