/** Why this file exists: links by which somebody becomes a member, each used once. */
import type { MemberId, PersonId } from '../../platform/access/index.js';
import { column, defineTable, nullable } from '../../platform/database/index.js';
import type { Id } from '../../platform/ids/index.js';
import type { GrantName } from '../grants/index.js';
import { memberTable } from '../identity/index.js';
import { personTable } from '../people/data.js';

export type InvitationId = Id<'Invitation'>;

export interface InvitationRecord {
  readonly id: InvitationId;
  /** Lower case. */
  readonly email: string;
  readonly displayName: string;
  /** The person whom the sign-in will belong to; `null` for somebody who does not work here. */
  readonly personId: PersonId | null;
  readonly grants: readonly GrantName[];
  /** SHA-256 of the link's secret; the secret itself is not kept. */
  readonly secretHash: string;
  readonly createdAt: string;
  readonly createdBy: MemberId;
  readonly expiresAt: string;
  readonly revokedAt: string | null;
  readonly acceptedAt: string | null;
  /** Who it made. */
  readonly memberId: MemberId | null;
}

const raced = {
  code: 'ALREADY_EXISTS',
  message: 'Somebody invited this address at the same moment. Look at the list.',
  field: 'input.email',
};

export const invitationTable = defineTable<InvitationRecord>('invitation', {
  columns: {
    id: column('uuid'),
    email: column('text'),
    displayName: column('text'),
    personId: nullable('uuid'),
    grants: column('text[]'),
    secretHash: column('text'),
    createdAt: column('timestamptz'),
    createdBy: column('uuid'),
    expiresAt: column('timestamptz'),
    revokedAt: nullable('timestamptz'),
    acceptedAt: nullable('timestamptz'),
    memberId: nullable('uuid'),
  },
  primaryKey: ['id'],
  unique: { invitation_secret_uq: { columns: ['secretHash'], problem: raced } },
  foreignKeys: {
    invitation_person_fk: {
      columns: ['personId'],
      references: personTable,
      problem: { code: 'REFERENCE_NOT_FOUND', message: 'There is no such person.', field: 'input.personId' },
    },
    invitation_created_by_fk: { columns: ['createdBy'], references: memberTable },
    invitation_member_fk: { columns: ['memberId'], references: memberTable },
  },
  checks: {
    invitation_email_ck: 'email = lower(email)',
    invitation_expiry_ck: `expires_at > created_at AND expires_at <= created_at + interval '14 days'`,
    invitation_accepted_ck:
      '(accepted_at IS NULL) = (member_id IS NULL) AND (accepted_at IS NULL OR revoked_at IS NULL)',
  },
  indexes: {
    invitation_open_uq: {
      columns: ['email'],
      unique: true,
      where: 'revoked_at IS NULL AND accepted_at IS NULL',
      problem: raced,
    },
    invitation_person_ix: { columns: ['personId'] },
  },
});
