/** Why this file exists: for each mutation whose gate asks for a writing permission, on which row it acts and what it answers when that row is within reach. */
import type { Permission } from '../../src/platform/access/index.js';
import { DECLINE, SITTINGS } from '../support/hiring.js';
import { claim, DAY, shown } from '../support/claims.js';
import { requirementInput } from '../support/job-roles.js';

export type RowKind =
  | 'requisition'
  | 'posted requisition'
  | 'application'
  | 'application of an employee'
  | 'candidate'
  | 'opened access'
  | 'interview'
  | 'scorecard'
  | 'kit'
  | 'kit draft'
  | 'framework version'
  | 'framework draft'
  | 'job role'
  | 'job role version'
  | 'job role draft'
  | 'person'
  | 'member'
  | 'grant request'
  | 'member group'
  | 'leaver'
  | 'invitation'
  | 'assessment'
  | 'growth plan'
  | 'goal'
  | 'activity';

export interface Write {
  readonly permission: Permission;
  readonly row: RowKind;
  readonly input: (id: string) => object;
  /**
   * Answer for a row within reach: code and field, or `done`. Mostly the row is only told to be stale, which a caller is told of no row
   * outside, and which leaves it as it is for the next cell.
   */
  readonly inside: string;
  /** Answer for a row outside. */
  readonly outside: string;
}

/** A version that no row has. */
const STALE = 999;
const STALE_ROW = 'STALE_VERSION version';
const NOBODY = '00000000-0000-7000-8000-000000000000';

interface Answers {
  readonly inside?: string;
  readonly outside?: string;
}

/** A mutation on the row that one argument names; its version is sent unless the answer for a row within reach is another one. */
const on =
  (row: RowKind, argument: string) =>
  (permission: Permission, more: object = {}, answers: Answers = {}): Write => {
    const { inside = STALE_ROW, outside = `NOT_FOUND input.${argument}` } = answers;
    const version = inside === STALE_ROW ? { version: STALE } : {};
    return { permission, row, input: (id) => ({ [argument]: id, ...version, ...more }), inside, outside };
  };

const member = on('member', 'memberId');
const requisition = on('requisition', 'requisitionId');
const application = on('application', 'applicationId');
const interview = on('interview', 'interviewId');
const scorecard = on('scorecard', 'scorecardId');
const kitDraft = on('kit draft', 'kitId');
const frameworkDraft = on('framework draft', 'frameworkVersionId');
const jobRoleDraft = on('job role draft', 'jobRoleVersionId');
const person = on('person', 'personId');
const assessment = on('assessment', 'assessmentId');
const plan = on('growth plan', 'planId');

const SENTENCE = 'A sentence that is long enough for any text that is asked for here.';
const skill = {
  key: 'test-skill',
  name: 'Test skill',
  category: 'ml-engineering',
  definition: SENTENCE,
  affinityProduction: 0.5,
  affinityResearch: 0.5,
  levels: Array.from({ length: 5 }, () => ({ indicators: [SENTENCE, `${SENTENCE} Again.`] })),
  prerequisites: [],
};

/** By name of the mutation. */
export const WRITES: Readonly<Record<string, Write>> = {
  giveGrant: member('grant:create', { grant: 'MENTOR' }, { inside: 'GRANT_HELD_ALREADY input.grant' }),
  takeGrant: member(
    'grant:archive',
    { grant: 'INTERVIEWER' },
    { inside: 'done', outside: 'GRANT_NOT_HELD input.grant' },
  ),
  deactivateMember: on('leaver', 'memberId')(
    'grant:archive',
    {},
    { inside: 'MEMBER_DEACTIVATED_ALREADY input.memberId' },
  ),
  reactivateMember: member('grant:create', {}, { inside: 'MEMBER_ACTIVE_ALREADY input.memberId' }),
  setGroupGrants: on('member group', 'groupId')('grant:create', { grants: [] }),
  declineGrant: on('grant request', 'requestId')(
    'grant:create',
    { reason: 'no' },
    { inside: 'DECLINE_REASON_EMPTY input.reason' },
  ),
  withdrawGrantRequest: on('grant request', 'requestId')(
    'grant:create',
    {},
    { inside: 'GRANT_REQUEST_NOT_YOURS input.requestId' },
  ),
  approveGrant: on('grant request', 'requestId')('grant:create', {}, { inside: 'done' }),
  revokeInvitation: on('invitation', 'invitationId')('grant:archive', {}, { inside: 'done' }),
  updatePerson: person('directory:update', { availability: 0.5 }),
  linkPersonToMember: person('directory:update'),
  endEmployment: person('directory:update', { leftOn: '2099-12-31' }),
  forkFramework: on('framework version', 'frameworkVersionId')(
    'framework:create',
    { title: 'A draft' },
    { inside: 'done' },
  ),
  putCategory: frameworkDraft('framework:update', { category: { key: 'test', name: 'Test', order: 1 } }),
  putSkill: frameworkDraft('framework:update', { skill }),
  removeSkill: frameworkDraft('framework:update', { skillKey: 'ci-cd' }),
  publishFramework: frameworkDraft('framework:approve'),
  retireFramework: on('framework version', 'frameworkVersionId')(
    'framework:archive',
    { version: STALE },
    { inside: 'LAST_FRAMEWORK input.frameworkVersionId' },
  ),
  draftJobRoleVersion: on('job role', 'jobRoleId')(
    'job-role:create',
    {},
    { inside: 'JOB_ROLE_DRAFT_EXISTS input.jobRoleId' },
  ),
  updateJobRoleDraft: jobRoleDraft('job-role:update', { title: 'Another title' }),
  setRequirements: jobRoleDraft('job-role:update', {
    requirements: [requirementInput({ skillKey: 'ci-cd', level: 2 })],
  }),
  publishJobRoleVersion: jobRoleDraft('job-role:approve'),
  retireJobRoleVersion: on('job role version', 'jobRoleVersionId')('job-role:archive'),
  createRequisition: on('job role version', 'jobRoleVersionId')(
    'requisition:create',
    { openings: 1, overlayKeys: [] },
    { inside: 'done' },
  ),
  updateRequisition: requisition('requisition:update', { title: 'Another title' }),
  openRequisition: requisition('requisition:update'),
  holdRequisition: requisition('requisition:update'),
  closeRequisition: requisition('requisition:update', { reason: SENTENCE }),
  postRequisition: requisition('requisition:update', { isPosted: true }),
  apply: requisition('application:update', { candidateId: NOBODY }, { inside: 'NOT_FOUND input.candidateId' }),
  moveApplication: application('application:update', { stage: 'DEBRIEF' }),
  withdrawApplication: application('application:update', { isByCandidate: false, reason: SENTENCE }),
  createStatusLink: application('application:update', {}, { inside: 'done' }),
  revokeStatusLink: application('application:update', {}, { inside: 'done' }),
  promiseAnswer: application('application:update', { answerOn: '2099-12-31' }),
  applyInternally: on('posted requisition', 'requisitionId')(
    'application:create',
    {},
    { inside: 'APPLIED_ALREADY input.requisitionId' },
  ),
  withdrawMyApplication: on('application of an employee', 'applicationId')('application:create'),
  breakGlass: on('candidate', 'candidateId')('break-glass:create', { reason: SENTENCE }, { inside: 'done' }),
  endBreakGlass: on('opened access', 'breakGlassId')(
    'break-glass:archive',
    {},
    { inside: 'BREAK_GLASS_OVER input.breakGlassId' },
  ),
  forkKit: on('kit', 'kitId')('interview-kit:create', {}, { inside: 'done' }),
  updateKitDraft: kitDraft('interview-kit:update', { name: 'A kit', stages: [], items: [] }),
  publishKit: kitDraft('interview-kit:approve'),
  planInterviews: requisition(
    'interview:update',
    { kitId: NOBODY, interviews: [{ ...SITTINGS[0], seats: [] }] },
    { inside: 'NOT_FOUND input.kitId' },
  ),
  scheduleInterviews: application('interview:update', {}, { inside: 'SCHEDULED_ALREADY input.applicationId' }),
  updateInterview: interview('interview:update', { scheduledAt: '2026-11-22T12:00:00Z' }),
  addToPanel: interview(
    'interview:update',
    { personId: NOBODY, isObserver: true },
    { inside: 'NOT_FOUND input.personId' },
  ),
  removeFromPanel: interview(
    'interview:update',
    { personId: NOBODY, isCounted: true, reason: SENTENCE },
    { inside: 'SEAT_NOT_HELD input.personId' },
  ),
  saveScorecard: scorecard('scorecard:update', { summary: '', ratings: [] }),
  amendScorecard: scorecard('scorecard:update', { summary: SENTENCE, ratings: [], reason: SENTENCE }),
  submitScorecard: scorecard('scorecard:submit'),
  recordDebrief: application(
    'debrief:update',
    { notes: SENTENCE, attendeeIds: [NOBODY], waivers: [] },
    { inside: 'DECIDER_NOT_IN_DEBRIEF input.attendeeIds' },
  ),
  decide: application(
    'decision:submit',
    { version: STALE, ...DECLINE },
    { inside: 'DEBRIEF_MISSING input.applicationId' },
  ),
  hireCandidate: application('decision:submit', { startOn: DAY }),
  submitGoalEvidence: on('goal', 'goalId')('self-assessment:submit', { evidence: [shown('merged-change')] }),
  assess: person('assessment:submit', claim(2), { inside: 'done' }),
  confirmAssessment: assessment('assessment:submit', { level: 2 }),
  rejectAssessment: assessment('assessment:submit', { reason: SENTENCE }),
  revokeAssessment: assessment('assessment:submit', { reason: SENTENCE }),
  exemptSkill: person('assessment:submit', { skillKey: 'data-pipelines', reason: SENTENCE }, { inside: 'done' }),
  createGrowthPlan: person(
    'growth-plan:create',
    { protectedHoursPerWeek: 4, targetJobRoleVersionId: NOBODY },
    { inside: 'NOT_FOUND input.targetJobRoleVersionId' },
  ),
  updateGrowthPlan: plan('growth-plan:update', { protectedHoursPerWeek: 5 }),
  startGrowthPlan: plan('growth-plan:update'),
  pauseGrowthPlan: plan('growth-plan:update'),
  resumeGrowthPlan: plan('growth-plan:update'),
  completeGrowthPlan: plan('growth-plan:update'),
  closeGrowthPlan: plan('growth-plan:update', { reason: SENTENCE }),
  nameMentor: plan('growth-plan:update'),
  startActivity: on('activity', 'activityId')('growth-plan:update'),
  finishActivity: on('activity', 'activityId')('growth-plan:update'),
  dropGoal: on('goal', 'goalId')('growth-plan:update', { reason: SENTENCE }),
};

/** Grants whose rows of a kind are out of sight, so that even one within reach of the permission is answered as one outside, with the reason. */
export const OUT_OF_SIGHT: Readonly<Record<string, string>> = {
  'HIRING_MANAGER applyInternally':
    'reads no posted requisition but those they run: reading others takes the grant of employees',
};

/** Mutations behind a writing permission that act on no row which is there already, each with the reason. */
export const WITHOUT_ROW: Readonly<Record<string, string>> = {
  addCandidate: 'enters somebody new',
  addPerson: 'enters somebody new',
  addTeam: 'makes a team',
  adoptLibrary: 'is about the organisation of the caller as a whole',
  createJobRole: 'makes a job role',
  proposeAssessment: 'is about the caller: no argument names a person',
  setSessionLimits: 'is about the organisation of the caller as a whole',
  invite: 'makes an invitation',
  configureSignOn: 'is about the organisation of the caller as a whole',
  removeSignOn: 'is about the organisation of the caller as a whole',
  setPasswordSignIn: 'is about the organisation of the caller as a whole',
  startMailDomainProof: 'names a domain, which no organisation has yet',
  checkMailDomainProof: 'names a domain of the organisation of the caller, by its text',
  removeMailDomain: 'names a domain of the organisation of the caller, by its text',
  decideSignOnRequest: 'acts on what a provider has sent, which this ground has not; sign-on.api.spec tries it',
  unlinkSignOn: 'acts on what a provider has sent, which this ground has not; sign-on.api.spec tries it',
};

/** Writing permissions that cannot be tried on a row, each with the reason. */
const NO_FIELD = 'no root field asks for it';
export const NOT_TRIED: Readonly<Record<Permission, string>> = {
  'organisation:create': NO_FIELD,
  'organisation:update':
    'its mutations act on no row that this ground has: setSessionLimits and those of single sign-on',
  'organisation:archive': NO_FIELD,
  'api-token:archive': `${NO_FIELD}: revokeApiToken is for owners, and asks it for tokens of others; api-tokens.api.spec tries both`,
  'directory:create': 'its mutations act on no row: addPerson, addTeam',
  'directory:archive': NO_FIELD,
  'requisition:archive': NO_FIELD,
  'candidate:create': 'its mutations act on no row: addCandidate',
  'candidate:update': NO_FIELD,
  'candidate-contact:create': NO_FIELD,
  'candidate-contact:update': NO_FIELD,
  'interview-kit:archive': NO_FIELD,
  'interview:create': NO_FIELD,
  'scorecard:create': NO_FIELD,
  'debrief:create': NO_FIELD,
  'decision:create': NO_FIELD,
  'self-assessment:create': NO_FIELD,
  'self-assessment:update': NO_FIELD,
  'assessment:create': NO_FIELD,
  'assessment:update': NO_FIELD,
  'growth-plan:submit': NO_FIELD,
  'document:create': `${NO_FIELD}: it opens documents, not records; documents.api.spec tries it`,
  'audit-trail:export': 'asked for by a query over the whole trail: verifyAudit',
};
