/** Why this file exists: requisitions, applicants, panels and scorecards for tests, made through the API as a hiring team would. */
import type { PersonId } from '../../src/platform/access/index.js';
import type { Client, TestOrganisation } from './app.js';
import { libraryJobRole } from './job-roles.js';
import { givePerson } from './people.js';

export interface Employee {
  readonly personId: PersonId;
  readonly client: Client;
}
export interface GivenRequisition {
  readonly organisation: TestOrganisation;
  readonly manager: Employee;
  readonly requisitionId: string;
}
export interface GivenApplication {
  readonly requisition: GivenRequisition;
  readonly applicationId: string;
  readonly candidateId: string;
}

const REQUISITION = 'requisition { id version state }';

interface RequisitionWish {
  readonly manager?: Employee;
  /** Key of a job role of the library; `mle-1` when absent, which has five must-haves. */
  readonly jobRoleKey?: string;
  readonly overlayKeys?: readonly string[];
  readonly openings?: number;
  readonly title?: string;
  readonly initiativeName?: string;
  /** True leaves it a draft. */
  readonly draft?: boolean;
  readonly isPosted?: boolean;
}

/** A hiring manager who also interviews when asked to. */
export const giveManager = (organisation: TestOrganisation, name = 'Hanna Manager'): Promise<Employee> =>
  givePerson(organisation, { name, grants: ['EMPLOYEE', 'HIRING_MANAGER', 'INTERVIEWER'] });
export const giveInterviewer = (organisation: TestOrganisation, name?: string): Promise<Employee> =>
  givePerson(organisation, { ...(name === undefined ? {} : { name }), grants: ['EMPLOYEE', 'INTERVIEWER'] });

/** An open requisition of a hiring manager. */
export async function giveRequisition(
  organisation: TestOrganisation,
  wish: RequisitionWish = {},
): Promise<GivenRequisition> {
  const {
    manager = await giveManager(organisation),
    jobRoleKey = 'mle-1',
    overlayKeys = [],
    openings = 1,
    draft = false,
    isPosted = false,
    ...words
  } = wish;
  const { jobRoleVersionId } = await libraryJobRole(manager.client, jobRoleKey);
  const made = await manager.client.run(
    'createRequisition',
    { jobRoleVersionId, overlayKeys, openings, ...words },
    REQUISITION,
  );
  const requisitionId = made.requisition.id as string;
  if (!draft) await manager.client.run('openRequisition', { requisitionId, version: 1 });
  if (isPosted) await manager.client.run('postRequisition', { requisitionId, version: 2, isPosted });
  return { organisation, manager, requisitionId };
}

let serial = 0;
interface ApplicantWish {
  readonly name?: string;
  readonly referrerId?: PersonId;
}

/** A candidate from outside with an application. */
export async function giveApplication(
  requisition: GivenRequisition,
  wish: ApplicantWish = {},
): Promise<GivenApplication> {
  const { client } = requisition.manager;
  const n = ++serial;
  const { name = `Candidate ${n}`, referrerId } = wish;
  const input = {
    displayName: name,
    headline: 'Engineer',
    email: `c${n}@outside.example`,
    phone: '+49 1',
    source: 'DIRECT',
    referrerId: referrerId ?? null,
  };
  const { candidate } = await client.run('addCandidate', input, 'candidate { id }');
  const candidateId = candidate.id as string;
  const { application } = await client.run(
    'apply',
    { requisitionId: requisition.requisitionId, candidateId },
    'application { id }',
  );
  return { requisition, candidateId, applicationId: application.id as string };
}

/** An employee's own application on a posted requisition. */
export async function giveInternalApplication(
  requisition: GivenRequisition,
  employee: Employee,
): Promise<GivenApplication> {
  const { application } = await employee.client.run(
    'applyInternally',
    { requisitionId: requisition.requisitionId },
    'application { id }',
  );
  const applicationId = application.id as string;
  const seen = await requisition.manager.client.ask('query($id: ID!) { application(id: $id) { candidate { id } } }', {
    id: applicationId,
  });
  return { requisition, applicationId, candidateId: (seen.application?.candidate.id as string | undefined) ?? '' };
}

export interface PanelWish {
  readonly raters: readonly PersonId[];
  readonly observers?: readonly PersonId[];
}

/** Three sittings for `mle-1` that assess its five must-haves between them; the panels in the same order. */
export const SITTINGS = [
  { stageKey: 'screen', items: [{ itemKey: 'p-kept-alive', skillKeys: ['data-pipelines'] }] },
  {
    stageKey: 'technical-depth',
    items: [{ itemKey: 'p-review-mr', skillKeys: ['version-control-review', 'production-python', 'ml-testing'] }],
  },
  {
    stageKey: 'collaboration',
    items: [{ itemKey: 'p-with-the-scientist', skillKeys: ['cross-functional-collaboration'] }],
  },
] as const;

/** The published kit of a key. */
export async function kitOf(client: Client, key = 'kit-production'): Promise<string> {
  const { kits } = await client.ask('query($k: String!) { kits(key: $k, state: PUBLISHED) { nodes { id } } }', {
    k: key,
  });
  return kits.nodes.at(-1).id as string;
}

/** A plan of as many sittings as there are panels, at most three. @returns ids of the planned interviews, in order */
export async function givePlan(
  requisition: GivenRequisition,
  panels: readonly PanelWish[],
): Promise<readonly string[]> {
  const { client } = requisition.manager;
  const interviews = panels.map((panel, at) => ({
    ...SITTINGS[at],
    seats: [
      ...panel.raters.map((personId) => ({ personId, isObserver: false })),
      ...(panel.observers ?? []).map((personId) => ({ personId, isObserver: true })),
    ],
  }));
  const input = { requisitionId: requisition.requisitionId, kitId: await kitOf(client), interviews };
  const { interviewPlan } = await client.run('planInterviews', input, 'interviewPlan { interviews { id } }');
  return interviewPlan.interviews.map((one: { id: string }) => one.id);
}

/** Makes the interviews of an application. @returns their ids, in plan order */
export async function giveInterviews(application: GivenApplication): Promise<readonly string[]> {
  const { client } = application.requisition.manager;
  const { interviews } = await client.run(
    'scheduleInterviews',
    { applicationId: application.applicationId },
    'interviews { id state }',
  );
  return interviews.filter((one: { state: string }) => one.state !== 'CANCELLED').map((one: { id: string }) => one.id);
}

export interface RatingWish {
  readonly level?: number;
  readonly verdict?: string;
  /** Stands in every note and in the summary. */
  readonly note?: string;
}
const NOTES = [
  'Named the broken feed and who repaired it that night',
  'Read the change line by line and found the missing test',
  'Explained the trade-off to the scientist without jargon',
  'Showed the pipeline and what happens when it fails',
];

export interface MyScorecard {
  readonly id: string;
  readonly version: number;
  readonly ratings: readonly {
    itemKey: string;
    skillKey: string;
    level: number | null;
    isNotAssessed: boolean;
    evidence: string;
  }[];
}

/** The scorecard of somebody for an interview, with a rating for everything that is asked. */
export async function scorecardFor(client: Client, interviewId: string, wish: RatingWish = {}): Promise<MyScorecard> {
  const { interview } = await client.ask(
    'query($id: ID!) { interview(id: $id) { items { item { key } skillKeys } myScorecard { id version } } }',
    { id: interviewId },
  );
  const slots = interview.items.flatMap((one: { item: { key: string }; skillKeys: string[] }) =>
    one.skillKeys.map((skillKey) => ({ itemKey: one.item.key, skillKey })),
  );
  const ratings = slots.map((slot: { itemKey: string; skillKey: string }, n: number) => ({
    ...slot,
    level: wish.level ?? 3,
    isNotAssessed: false,
    evidence: `${NOTES[n % NOTES.length] ?? ''} ${wish.note ?? ''} (${interviewId.slice(-4)})`,
  }));
  return { id: interview.myScorecard.id, version: interview.myScorecard.version, ratings };
}

/** Writes a whole scorecard without submitting it. @returns what submitting it needs */
export async function draftScorecard(
  client: Client,
  interviewId: string,
  wish: RatingWish = {},
): Promise<{ scorecardId: string; version: number }> {
  const { id, version, ratings } = await scorecardFor(client, interviewId, wish);
  const input = {
    scorecardId: id,
    version,
    verdict: wish.verdict ?? 'YES',
    summary: `A talk that showed the work ${wish.note ?? ''}`,
    ratings,
  };
  const { scorecard } = await client.run('saveScorecard', input, 'scorecard { version }');
  return { scorecardId: id, version: scorecard.version as number };
}

/** Writes and submits a whole scorecard. @returns its id */
export async function submitScorecard(client: Client, interviewId: string, wish: RatingWish = {}): Promise<string> {
  const draft = await draftScorecard(client, interviewId, wish);
  await client.run('submitScorecard', draft);
  return draft.scorecardId;
}

/** The version of an application, as its hiring manager reads it. */
export async function versionOf(application: GivenApplication): Promise<number> {
  const { client } = application.requisition.manager;
  const data = await client.ask('query($id: ID!) { application(id: $id) { version } }', {
    id: application.applicationId,
  });
  return data.application.version as number;
}

/** Moves an application to the debrief and records it, the hiring manager present. */
export async function holdDebrief(
  application: GivenApplication,
  attendeeIds: readonly PersonId[] = [],
  waivers: readonly object[] = [],
): Promise<void> {
  const { client, personId } = application.requisition.manager;
  const { applicationId } = application;
  await client.run('moveApplication', { applicationId, version: await versionOf(application), stage: 'DEBRIEF' });
  await client.run('recordDebrief', {
    applicationId,
    notes: 'We compared the anchors.',
    attendeeIds: [personId, ...attendeeIds],
    waivers,
  });
}

export const ACCEPT = {
  outcome: 'ACCEPT',
  reasonCodes: ['MUST_HAVES_MET'],
  reason: 'All five must-haves were shown at the bar.',
} as const;
export const DECLINE = {
  outcome: 'DECLINE',
  reasonCodes: ['MUST_HAVE_BELOW'],
  reason: 'Pipelines were shown below the required level.',
} as const;

/** Decides as the hiring manager. */
export async function giveDecision(application: GivenApplication, decision: object = ACCEPT): Promise<void> {
  const { client } = application.requisition.manager;
  const { applicationId } = application;
  await client.run('decide', { applicationId, version: await versionOf(application), ...decision });
}

/** From an application to an accepted one: a panel of two raters over three sittings, all submitted, debrief, decision. */
export async function giveAccepted(
  application: GivenApplication,
  raters: readonly Employee[],
): Promise<readonly string[]> {
  const interviews = await giveInterviews(application);
  for (const interviewId of interviews) for (const rater of raters) await submitScorecard(rater.client, interviewId);
  await holdDebrief(
    application,
    raters.map((rater) => rater.personId),
  );
  await giveDecision(application);
  return interviews;
}
