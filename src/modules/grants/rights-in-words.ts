/** Why this file exists: the authorization matrix in plain words, for whoever gives a grant or asks what a member may do. */
import type { AccessScope, Permission } from '../../platform/access/index.js';
import { AUTHORIZATION_MATRIX, scopesOf, type Action, type GrantName, type Resource } from './authorization-matrix.js';

export interface GrantWords {
  readonly name: string;
  readonly description: string;
}

export const GRANT_WORDS: { readonly [G in GrantName]: GrantWords } = {
  ORGANISATION_ADMIN: {
    name: 'Administrator',
    description: 'Administers members, grants and the skill library; sees no evaluations.',
  },
  HIRING_MANAGER: {
    name: 'Hiring manager',
    description: 'Defines job roles, runs requisitions and decides on them.',
  },
  INTERVIEWER: { name: 'Interviewer', description: 'Scores the interviews they are assigned to.' },
  EMPLOYEE: { name: 'Employee', description: 'Sees and grows their own profile.' },
  PEOPLE_MANAGER: { name: 'People manager', description: 'Confirms levels and checks in with direct reports.' },
  MENTOR: { name: 'Mentor', description: 'Supports mentees who agreed.' },
  WORKFORCE_PLANNER: { name: 'Workforce planner', description: 'Plans the mix of skills.' },
  AUDITOR: { name: 'Auditor', description: 'Reads what quality and law need; changes nothing.' },
};

const RESOURCE_WORDS: { readonly [R in Resource]: string } = {
  organisation: 'Organisation',
  grant: 'Members and grants',
  'api-token': 'API tokens of others',
  directory: 'People and teams',
  framework: 'Skill library',
  'job-role': 'Job roles',
  requisition: 'Requisitions',
  candidate: 'Candidates',
  'candidate-contact': 'Contact data of candidates',
  'break-glass': 'Contact data opened by auditors',
  application: 'Applications',
  'interview-kit': 'Interview kits',
  interview: 'Interviews',
  scorecard: 'Scorecards in work',
  'submitted-scorecard': 'Submitted scorecards',
  debrief: 'Debriefs',
  decision: 'Hiring decisions',
  'self-assessment': 'Own view of skills',
  assessment: 'Levels and evidence',
  'growth-plan': 'Growth plans',
  'skills-matrix': 'Skills matrix',
  document: 'GraphQL documents of one’s own (programs)',
  'record-reader': 'Who can see a record',
  'audit-trail': 'Audit log',
};

const ACTION_WORDS: { readonly [A in Action]: string } = {
  create: 'Add',
  read: 'See',
  update: 'Change',
  archive: 'Retire or take back',
  submit: 'Submit',
  approve: 'Publish',
  export: 'Verify and export',
};

const SCOPE_WORDS: { readonly [S in AccessScope]: string } = {
  ALL: 'all of the organisation',
  OWN: 'their own only',
  REQUISITION: 'on requisitions they run',
  ASSIGNED: 'through interviews assigned to them',
  TEAM: 'of direct reports',
  MENTEE: 'of mentees who agreed',
  POSTED: 'on posted requisitions',
  AGGREGATE: 'summed up over groups of five and more',
  COUNTS: 'as numbers only',
  MASKED: 'without contact data',
  BREAK_GLASS: 'of a candidate, after breaking glass, for a while',
};

/** One permission in words, with the rows it reaches. */
export interface RightInWords {
  readonly permission: Permission;
  readonly resource: string;
  readonly action: string;
  /** Which rows, in words; more than one when several grants add up. */
  readonly rows: readonly string[];
}

const RESOURCES = Object.keys(AUTHORIZATION_MATRIX) as Resource[];
const ACTIONS = Object.keys(ACTION_WORDS) as Action[];
const SCOPES = Object.keys(SCOPE_WORDS) as AccessScope[];

/** A permission in words, without the rows it reaches; permissions that the matrix lost are told by their own name. */
export function permissionInWords(permission: string): { readonly resource: string; readonly action: string } {
  const [resource = '', action = ''] = permission.split(':');
  return {
    resource: (RESOURCE_WORDS as Readonly<Record<string, string>>)[resource] ?? resource,
    action: (ACTION_WORDS as Readonly<Record<string, string>>)[action] ?? action,
  };
}

/** What a set of grants allows, in the order of the matrix. A right on all rows makes the narrower ones needless to tell. */
export function rightsInWords(grants: readonly GrantName[]): readonly RightInWords[] {
  const held = scopesOf(grants);
  return RESOURCES.flatMap((resource) =>
    ACTIONS.flatMap((action) => {
      const permission: Permission = `${resource}:${action}`;
      const scopes = held.get(permission);
      if (scopes === undefined) return [];
      const rows = scopes.has('ALL')
        ? [SCOPE_WORDS.ALL]
        : SCOPES.filter((s) => scopes.has(s)).map((s) => SCOPE_WORDS[s]);
      return [{ permission, resource: RESOURCE_WORDS[resource], action: ACTION_WORDS[action], rows }];
    }),
  );
}
