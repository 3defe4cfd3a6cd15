/** Why this file exists: how an API token is written down: a mark to find leaked ones by, a public part that names it, and the secret. */
import { randomBytes, timingSafeEqual } from 'node:crypto';
import { idBytes, idOfBytes, type OrganisationId } from '../../platform/ids/index.js';
import { hashOfSecret } from '../../platform/signing/index.js';
import type { ApiTokenId } from './api-token.tables.js';

const FORM = /^tlk_([\w-]{43})_([\w-]{43})$/;

/** The public part: organisation and token, 43 characters. It is no secret. */
export const publicIdOf = (organisationId: OrganisationId, id: ApiTokenId): string =>
  Buffer.concat([idBytes(organisationId), idBytes(id)]).toString('base64url');

/** A new token of 256 random bits, and the hash of its secret, which alone is kept. */
export function newTokenText(organisationId: OrganisationId, id: ApiTokenId): { text: string; secretHash: string } {
  const secret = randomBytes(32).toString('base64url');
  return { text: `tlk_${publicIdOf(organisationId, id)}_${secret}`, secretHash: hashOfSecret(secret) };
}

export interface ReadToken {
  readonly organisationId: OrganisationId;
  readonly id: ApiTokenId;
  readonly secret: string;
}

/** The parts of a token, or `null` when it has another form. */
export function readToken(text: string): ReadToken | null {
  const [, publicId = '', secret = ''] = FORM.exec(text) ?? [];
  const bytes = Buffer.from(publicId, 'base64url');
  if (bytes.length !== 32) return null;
  return {
    organisationId: idOfBytes<'Organisation'>(bytes.subarray(0, 16)),
    id: idOfBytes<'ApiToken'>(bytes.subarray(16)),
    secret,
  };
}

/** Whether a secret is the one whose hash is kept; takes the same time for each that is not. */
export const secretFits = (secret: string, secretHash: string): boolean =>
  timingSafeEqual(Buffer.from(hashOfSecret(secret), 'hex'), Buffer.from(secretHash, 'hex'));
