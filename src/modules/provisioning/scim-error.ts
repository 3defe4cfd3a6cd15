/** Why this file exists: every refusal of provisioning has the shape of RFC 7644, section 3.12. */
import type { Problem } from '../../platform/outcome/index.js';
import { problemEntry, type ProblemKind } from '../../platform/problems/index.js';

/** The detail keywords of RFC 7644, table 9. */
export type ScimType =
  | 'invalidFilter'
  | 'tooMany'
  | 'uniqueness'
  | 'mutability'
  | 'invalidSyntax'
  | 'invalidPath'
  | 'noTarget'
  | 'invalidValue';

export class ScimError extends Error {
  constructor(
    readonly status: number,
    detail: string,
    readonly scimType: ScimType | null = null,
    readonly headers: Readonly<Record<string, string>> = {},
    /** For the log, where it has a code of its own. */
    readonly code: string | null = null,
  ) {
    super(detail);
  }
}

const CODES: ReadonlyMap<number, string> = new Map([
  [401, 'UNAUTHENTICATED'],
  [403, 'FORBIDDEN'],
  [404, 'NOT_FOUND'],
  [409, 'ALREADY_EXISTS'],
  [412, 'STALE_VERSION'],
  [429, 'RATE_LIMITED'],
  [500, 'INTERNAL'],
  [503, 'SERVICE_UNAVAILABLE'],
]);
/** What the log and the figures call a refusal; there are only so many. */
export const codeOf = ({ status, code }: ScimError): string => code ?? CODES.get(status) ?? 'BAD_REQUEST';

/** A request that cannot be understood or used: 400. */
export const bad = (scimType: ScimType, detail: string): ScimError => new ScimError(400, detail, scimType);
export const noSuch = (what: string): ScimError => new ScimError(404, `There is no such ${what}.`);

export const ERROR_SCHEMA = 'urn:ietf:params:scim:api:messages:2.0:Error';
export const errorBody = (status: number, detail: string, scimType: ScimType | null): object => ({
  schemas: [ERROR_SCHEMA],
  status: String(status),
  ...(scimType === null ? {} : { scimType }),
  detail,
});

const STATUS: { readonly [K in ProblemKind]: readonly [number, ScimType | null] } = {
  InvalidInput: [400, 'invalidValue'],
  RuleViolation: [409, null],
  NotFound: [404, null],
  StaleVersion: [412, null],
  AlreadyExists: [409, 'uniqueness'],
  NotAllowed: [403, null],
};

/** The refusal of a command. */
export function ofProblem(problem: Problem): ScimError {
  const [status, scimType] = STATUS[problemEntry(problem.code).kind];
  return new ScimError(status, problem.message, scimType, {}, problem.code);
}
