/** Why this file exists: members (sign-ins) and their sessions. */
import type { MemberId, PersonId } from '../../platform/access/index.js';
import { column, defineTable, nullable } from '../../platform/database/index.js';
import type { Id } from '../../platform/ids/index.js';

export type SessionId = Id<'Session'>;
/** How somebody signed in. */
export type SignInMethod = 'PASSWORD' | 'DEMONSTRATION' | 'SINGLE_SIGN_ON' | 'INVITATION';
/** `REMOVED`: taken out by provisioning; the record stays for what refers to it, and nobody becomes this member again. */
export type MemberState = 'ACTIVE' | 'DEACTIVATED' | 'REMOVED';

export interface MemberRecord {
  readonly id: MemberId;
  /** Lower case. */
  readonly email: string;
  readonly displayName: string;
  /** What they do, in a few words, for lists of members. */
  readonly headline: string;
  /** argon2id in PHC form; `null` when no password was set. */
  readonly passwordHash: string | null;
  readonly state: MemberState;
  readonly createdAt: string;
  /** When the sign-in itself changed last: its names, address or state. */
  readonly updatedAt: string;
  readonly version: number;
}

export const memberTable = defineTable<MemberRecord>('member', {
  columns: {
    id: column('uuid'),
    email: column('text'),
    displayName: column('text'),
    headline: column('text'),
    passwordHash: nullable('text'),
    state: column('text'),
    createdAt: column('timestamptz'),
    updatedAt: column('timestamptz'),
    version: column('integer'),
  },
  primaryKey: ['id'],
  unique: {
    member_email_uq: {
      columns: ['email'],
      problem: {
        code: 'MEMBER_EMAIL_TAKEN',
        message: 'A member with this e-mail address exists already.',
        field: 'input.email',
      },
    },
  },
  checks: { member_state_ck: `state IN ('ACTIVE', 'DEACTIVATED', 'REMOVED')`, member_email_ck: `email = lower(email)` },
});

export interface SessionRecord {
  readonly id: SessionId;
  /** SHA-256 of the secret in the cookie; the secret itself is not kept. */
  readonly tokenHash: string;
  readonly memberId: MemberId;
  readonly personId: PersonId | null;
  readonly createdAt: string;
  readonly lastSeenAt: string;
  readonly expiresAt: string;
  readonly endedAt: string | null;
  readonly userAgent: string;
  readonly method: SignInMethod;
}

export const sessionTable = defineTable<SessionRecord>(
  'session',
  {
    columns: {
      id: column('uuid'),
      tokenHash: column('text'),
      memberId: column('uuid'),
      personId: nullable('uuid'),
      createdAt: column('timestamptz'),
      lastSeenAt: column('timestamptz'),
      expiresAt: column('timestamptz'),
      endedAt: nullable('timestamptz'),
      userAgent: column('text'),
      method: column('text'),
    },
    primaryKey: ['id'],
    unique: {
      session_token_uq: {
        columns: ['tokenHash'],
        problem: { code: 'ALREADY_EXISTS', message: 'This session exists already.' },
      },
    },
    foreignKeys: { session_member_fk: { columns: ['memberId'], references: memberTable } },
    checks: { session_method_ck: `method IN ('PASSWORD', 'DEMONSTRATION', 'SINGLE_SIGN_ON', 'INVITATION')` },
    indexes: { session_member_ix: { columns: ['memberId'] } },
  },
  { technical: true, access: ['INSERT', 'UPDATE', 'DELETE'] },
);

export interface SessionLimitRecord {
  /** A session without a request for so long ends; 1 to 30. */
  readonly idleMinutes: number;
  /** A session ends after so long, whatever happens in it; 1 to 12. */
  readonly hours: number;
  readonly version: number;
}
/** How long sessions of an organisation last, where it shortened what the installation allows. */
export const sessionLimitTable = defineTable<SessionLimitRecord>('session_limit', {
  columns: { idleMinutes: column('smallint'), hours: column('smallint'), version: column('integer') },
  primaryKey: [],
  checks: {
    session_limit_idle_ck: 'idle_minutes BETWEEN 1 AND 30',
    session_limit_hours_ck: 'hours BETWEEN 1 AND 12',
  },
});

export interface SignInPolicyRecord {
  /** Whether local passwords let anybody in. */
  readonly passwords: boolean;
  readonly version: number;
}
/** Which ways in an organisation leaves open; without a row passwords are on. */
export const signInPolicyTable = defineTable<SignInPolicyRecord>('sign_in_policy', {
  columns: { passwords: column('boolean'), version: column('integer') },
  primaryKey: [],
});
