/**
 * Why this file exists: who may do what, as data. Gates, policies, docs/permissions.md and the generated rights tests all read this table.
 *
 * A cell lists actions and the rows they reach: `CRU` on all rows of the organisation, `R@TEAM` on rows about direct reports.
 * Actions: C create, R read, U change, D archive, S submit, A approve or publish, X export.
 * What is not in the table is denied. Grants add up; conflicts of interest take away and win.
 */
import type { AccessScope, Permission } from '../../platform/access/index.js';

export const GRANTS = [
  'ORGANISATION_ADMIN',
  'HIRING_MANAGER',
  'INTERVIEWER',
  'EMPLOYEE',
  'PEOPLE_MANAGER',
  'MENTOR',
  'WORKFORCE_PLANNER',
  'AUDITOR',
] as const;
export type GrantName = (typeof GRANTS)[number];

const ACTIONS = { C: 'create', R: 'read', U: 'update', D: 'archive', S: 'submit', A: 'approve', X: 'export' } as const;
type ActionLetter = keyof typeof ACTIONS;
export type Action = (typeof ACTIONS)[ActionLetter];

type Row = { readonly [G in GrantName]?: string };

const everyoneReads: Row = {
  ORGANISATION_ADMIN: 'R',
  HIRING_MANAGER: 'R',
  INTERVIEWER: 'R',
  EMPLOYEE: 'R',
  PEOPLE_MANAGER: 'R',
  MENTOR: 'R',
  WORKFORCE_PLANNER: 'R',
  AUDITOR: 'R',
};

/** What each member may do, which a token then may or may not carry. */
const everyoneCreates: Row = Object.fromEntries(GRANTS.map((grant) => [grant, 'C']));

export const AUTHORIZATION_MATRIX = {
  organisation: { ORGANISATION_ADMIN: 'CRUD', AUDITOR: 'R' },
  grant: { ORGANISATION_ADMIN: 'CRD', EMPLOYEE: 'R@OWN', PEOPLE_MANAGER: 'R@TEAM', AUDITOR: 'R' },
  'api-token': { ORGANISATION_ADMIN: 'RD', AUDITOR: 'R' },
  directory: { ...everyoneReads, ORGANISATION_ADMIN: 'CRUD' },
  framework: { ...everyoneReads, ORGANISATION_ADMIN: 'CRUDA', WORKFORCE_PLANNER: 'CRU' },
  'job-role': { ...everyoneReads, ORGANISATION_ADMIN: 'CRUDA', HIRING_MANAGER: 'CRUA', WORKFORCE_PLANNER: 'CRU' },
  requisition: {
    ORGANISATION_ADMIN: 'CRUD',
    HIRING_MANAGER: 'C RU@REQUISITION',
    INTERVIEWER: 'R@ASSIGNED',
    EMPLOYEE: 'R@POSTED',
    PEOPLE_MANAGER: 'R@POSTED',
    WORKFORCE_PLANNER: 'R',
    AUDITOR: 'R',
  },
  candidate: {
    ORGANISATION_ADMIN: 'R@MASKED',
    HIRING_MANAGER: 'C RU@REQUISITION',
    INTERVIEWER: 'R@ASSIGNED',
    AUDITOR: 'R@MASKED',
  },
  'candidate-contact': { HIRING_MANAGER: 'CRU@REQUISITION', AUDITOR: 'R@BREAK_GLASS' },
  /** Contact data that an auditor opened at once and for a while; a token never does, and never reads by it. */
  'break-glass': { ORGANISATION_ADMIN: 'RD', HIRING_MANAGER: 'R@REQUISITION', AUDITOR: 'CR D@OWN' },
  application: {
    ORGANISATION_ADMIN: 'R@COUNTS',
    HIRING_MANAGER: 'C RU@REQUISITION',
    INTERVIEWER: 'R@ASSIGNED',
    EMPLOYEE: 'R@OWN C@OWN',
    WORKFORCE_PLANNER: 'R@AGGREGATE',
    AUDITOR: 'R',
  },
  'interview-kit': { ORGANISATION_ADMIN: 'CRUDA', HIRING_MANAGER: 'CRUA', INTERVIEWER: 'R', AUDITOR: 'R' },
  interview: { HIRING_MANAGER: 'C RU@REQUISITION', INTERVIEWER: 'R@ASSIGNED', AUDITOR: 'R' },
  scorecard: { INTERVIEWER: 'CRUS@OWN' },
  'submitted-scorecard': { HIRING_MANAGER: 'R@REQUISITION', INTERVIEWER: 'R@ASSIGNED', AUDITOR: 'R' },
  debrief: { HIRING_MANAGER: 'CRU@REQUISITION', INTERVIEWER: 'R@ASSIGNED', AUDITOR: 'R' },
  decision: { HIRING_MANAGER: 'CRS@REQUISITION', AUDITOR: 'R' },
  'self-assessment': {
    EMPLOYEE: 'CRUS@OWN',
    PEOPLE_MANAGER: 'R@TEAM',
    MENTOR: 'R@MENTEE',
    WORKFORCE_PLANNER: 'R@AGGREGATE',
    AUDITOR: 'R',
  },
  assessment: {
    EMPLOYEE: 'R@OWN',
    PEOPLE_MANAGER: 'CRUS@TEAM',
    MENTOR: 'R@MENTEE',
    WORKFORCE_PLANNER: 'R@AGGREGATE',
    AUDITOR: 'R',
  },
  'growth-plan': {
    EMPLOYEE: 'CRU@OWN',
    PEOPLE_MANAGER: 'CRUS@TEAM',
    MENTOR: 'R@MENTEE',
    WORKFORCE_PLANNER: 'R@AGGREGATE',
    AUDITOR: 'R',
  },
  'skills-matrix': {
    ORGANISATION_ADMIN: 'R@AGGREGATE',
    HIRING_MANAGER: 'R@TEAM',
    PEOPLE_MANAGER: 'R@TEAM',
    WORKFORCE_PLANNER: 'R',
    AUDITOR: 'R',
  },
  /** GraphQL documents of one's own, which only API tokens may send where documents are known in advance. */
  document: everyoneCreates,
  /** Who can see a record, and why; about the own profile and growth plans for everybody they are about. */
  'record-reader': { ORGANISATION_ADMIN: 'R', EMPLOYEE: 'R@OWN', AUDITOR: 'R' },
  'audit-trail': { ORGANISATION_ADMIN: 'R@OWN', AUDITOR: 'RX' },
} as const satisfies Readonly<Record<string, Row>>;

export type Resource = keyof typeof AUTHORIZATION_MATRIX;

export interface MatrixCell {
  readonly resource: Resource;
  readonly grant: GrantName;
  readonly action: Action;
  readonly scope: AccessScope;
  readonly permission: Permission;
}

function cellsOf(): readonly MatrixCell[] {
  const cells: MatrixCell[] = [];
  for (const [resource, row] of Object.entries(AUTHORIZATION_MATRIX) as [Resource, Row][]) {
    for (const grant of GRANTS) {
      for (const part of (row[grant] ?? '').split(' ').filter((p) => p !== '')) {
        const [letters, scope = 'ALL'] = part.split('@') as [string, AccessScope | undefined];
        for (const letter of letters) {
          const action = ACTIONS[letter as ActionLetter];
          cells.push({ resource, grant, action, scope, permission: `${resource}:${action}` });
        }
      }
    }
  }
  return cells;
}

const CELLS = cellsOf();
/** Every allowed cell of the matrix, one per resource, grant, action and scope, in the order of the table. */
export const matrixCells = (): readonly MatrixCell[] => CELLS;

/** Every permission that some grant gives. */
export const knownPermissions = (): ReadonlySet<Permission> => new Set(CELLS.map((c) => c.permission));

/** What a set of grants allows: permission → scopes. */
export function scopesOf(grants: readonly string[]): ReadonlyMap<Permission, ReadonlySet<AccessScope>> {
  const scopes = new Map<Permission, Set<AccessScope>>();
  for (const cell of CELLS) {
    if (!grants.includes(cell.grant)) continue;
    const known = scopes.get(cell.permission) ?? new Set<AccessScope>();
    known.add(cell.scope);
    scopes.set(cell.permission, known);
  }
  return scopes;
}
