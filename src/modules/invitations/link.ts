/** Why this file exists: the text of an invitation's link: which organisation it is of, and a secret of 256 bits. */
import { randomBytes } from 'node:crypto';
import { idBytes, idOfBytes, type OrganisationId } from '../../platform/ids/index.js';
import { hashOfSecret } from '../../platform/signing/index.js';

/** A new one, 64 characters, and the hash that alone is kept. */
export function newInvitationText(organisationId: OrganisationId): { text: string; secretHash: string } {
  const secret = randomBytes(32);
  return {
    text: Buffer.concat([idBytes(organisationId), secret]).toString('base64url'),
    secretHash: hashOfSecret(secret),
  };
}

/** Organisation and hash; `null` when it has another form. */
export function readInvitation(text: string): { organisationId: OrganisationId; secretHash: string } | null {
  if (!/^[\w-]{64}$/.test(text)) return null;
  const bytes = Buffer.from(text, 'base64url');
  return {
    organisationId: idOfBytes<'Organisation'>(bytes.subarray(0, 16)),
    secretHash: hashOfSecret(bytes.subarray(16)),
  };
}
