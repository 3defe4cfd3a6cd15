/**
 * Why this file exists: which permissions an API token may carry, as data beside the authorization matrix.
 *
 * Letters as in the matrix. A token works without anybody looking: it never submits, signs, approves or publishes, never decides, never gives
 * grants, and touches no tokens. A resource that the matrix gains stands here too before the product compiles; without letters no token
 * carries it. Answers about demographics are not in the matrix and so out of reach.
 */
import type { Actor, Permission } from '../../platform/access/index.js';
import { matrixCells, type Resource } from './authorization-matrix.js';

export const TOKEN_MATRIX: { readonly [R in Resource]: string } = {
  organisation: 'R',
  grant: 'R',
  'api-token': '',
  directory: 'CRU',
  framework: 'R',
  'job-role': 'CRU',
  requisition: 'CRU',
  candidate: 'CRU',
  'candidate-contact': 'CRU',
  'break-glass': '',
  application: 'CRU',
  'interview-kit': 'R',
  interview: 'CRU',
  scorecard: 'R',
  'submitted-scorecard': 'R',
  debrief: 'R',
  decision: 'R',
  'self-assessment': 'R',
  assessment: 'R',
  'growth-plan': 'R',
  'skills-matrix': 'R',
  document: 'C',
  'record-reader': '',
  'audit-trail': 'RX',
};

const LETTER = { create: 'C', read: 'R', update: 'U', archive: 'D', submit: 'S', approve: 'A', export: 'X' } as const;

/** Every permission that a token may carry, in the order of the authorization matrix. */
export const tokenPermissions = (): ReadonlySet<Permission> =>
  new Set(
    matrixCells()
      .filter(({ resource, action }) => TOKEN_MATRIX[resource].includes(LETTER[action]))
      .map(({ permission }) => permission),
  );

/** The scope of a token that an identity provider uses: it opens provisioning and nothing else, and stands alone. */
export const PROVISIONING_SCOPE = 'scim';
export type TokenScope = Permission | typeof PROVISIONING_SCOPE;

/** What somebody must hold, on all rows, to let a program manage members in their name. */
export const MANAGES_MEMBERS: readonly Permission[] = ['directory:update', 'grant:create', 'grant:archive'];
export const mayProvision = (scopes: Actor['scopes']): boolean =>
  MANAGES_MEMBERS.every((permission) => scopes.get(permission)?.has('ALL') ?? false);
