/** Why this file exists: members of an organisation: finding them, adding them, checking a password. */
import { hash, verify } from '@node-rs/argon2';
import type { MemberId, PersonId } from '../../platform/access/index.js';
import type { Unit } from '../../platform/database/index.js';
import { newId } from '../../platform/ids/index.js';
import type { Problem } from '../../platform/outcome/index.js';
import { registerProblems } from '../../platform/problems/index.js';
import { memberTable, type MemberRecord } from './identity.tables.js';

export const identityProblems = registerProblems('identity', {
  MEMBER_EMAIL_TAKEN: {
    kind: 'AlreadyExists',
    meaning: 'A member with this e-mail address exists in the organisation.',
    mend: 'An administrator uses the existing member.',
  },
  SESSION_LIMIT_TOO_LONG: {
    kind: 'InvalidInput',
    meaning: 'An organisation can only shorten what the installation allows its sessions.',
    mend: 'The administrator asks for less; the operator changes the settings of the installation.',
  },
  SIGN_IN_FAILED: {
    kind: 'RuleViolation',
    meaning: 'Organisation, e-mail address and password do not belong together.',
    mend: 'The person types them again, or asks an administrator for a new password.',
  },
  TOO_MANY_ATTEMPTS: {
    kind: 'RuleViolation',
    meaning: 'Too many sign-ins failed within a minute, for this account or from this address.',
    mend: 'The person waits as long as `Retry-After` says, a minute at most, and tries again.',
  },
});

/** A refusal with the seconds to wait, which are a header of the answer too. */
export const tooManyAttempts = (seconds: number): Problem & { readonly retryAfter: number } => ({
  code: 'TOO_MANY_ATTEMPTS',
  message: `Too many sign-ins failed. Wait ${seconds} seconds and try again.`,
  retryAfter: seconds,
});

/** The library's default algorithm is argon2id; OWASP's second choice of parameters: 19 MiB, two passes, one lane. */
const HASHING = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
export const hashPassword = (password: string): Promise<string> => hash(password, HASHING);

let decoy: Promise<string> | null = null;
/** True when the password fits; takes the same work for a member that does not exist. */
export async function passwordFits(member: MemberRecord | null, password: string): Promise<boolean> {
  decoy ??= hashPassword('a password that nobody has');
  const stored = member?.passwordHash ?? (await decoy);
  return (await verify(stored, password)) && member?.passwordHash != null;
}

export const memberByEmail = (unit: Unit, email: string): Promise<MemberRecord | null> =>
  unit.findOne(memberTable, { email: email.trim().toLowerCase() });
export const memberById = (unit: Unit, id: MemberId): Promise<MemberRecord | null> => unit.findOne(memberTable, { id });

/** Adds a member without grants. @returns the new id */
export async function addMember(
  unit: Unit,
  input: { email: string; displayName: string; headline: string; passwordHash: string | null },
): Promise<MemberId> {
  const id = newId<'Member'>();
  await unit.insert(memberTable, [
    {
      id,
      ...input,
      email: input.email.trim().toLowerCase(),
      state: 'ACTIVE',
      createdAt: unit.now.toISOString(),
      updatedAt: unit.now.toISOString(),
      version: 1,
    },
  ]);
  unit.record({ type: 'MemberAdded', entity: 'Member', entityId: id, data: { displayName: input.displayName } });
  return id;
}

/** Finds the employee record behind a member; set by the people module, which stands further right. */
export type PersonSource = (unit: Unit, memberId: MemberId) => Promise<PersonId | null>;
let personSource: PersonSource = () => Promise.resolve(null);
export const setPersonSource = (source: PersonSource): void => {
  personSource = source;
};
export const personOfMember: PersonSource = (unit, memberId) => personSource(unit, memberId);
