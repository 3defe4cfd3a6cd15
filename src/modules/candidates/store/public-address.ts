/** Why this file exists: the address of an advert and the token of a status link name their organisation, so that a visitor's unit can be bound to it; the mark keeps everybody else's guesses away from the database. */
import { randomBytes } from 'node:crypto';
import { idBytes, idOfBytes, type OrganisationId } from '../../../platform/ids/index.js';
import { hashOfSecret, isSigned, signed, type SigningPurpose } from '../../../platform/signing/index.js';
import { ADVERT_FORM, partsOf, STATUS_LINK_FORM, type HeldForm } from '../domain/public-address.js';
import type { RequisitionId } from '../domain/requisition.js';

const seal = (purpose: SigningPurpose, { markBytes }: HeldForm, content: Buffer): string =>
  Buffer.concat([content, signed(purpose, content, markBytes)]).toString('base64url');

/** What stands behind the mark; `null` for everything that was not sealed here for this purpose. */
function open(
  purpose: SigningPurpose,
  form: HeldForm,
  text: string,
): { organisationId: OrganisationId; body: Buffer } | null {
  if (!/^[\w-]{64}$/.test(text)) return null;
  const parts = partsOf(Buffer.from(text, 'base64url'), form);
  if (parts === null) return null;
  const content = Buffer.concat([parts.organisation, parts.body]);
  if (!isSigned(purpose, content, Buffer.from(parts.mark))) return null;
  return { organisationId: idOfBytes<'Organisation'>(Buffer.from(parts.organisation)), body: Buffer.from(parts.body) };
}

/** The public address of a requisition's advert, 64 characters; the same for ever, and it works while the requisition is posted. */
export const advertAddress = (organisationId: OrganisationId, id: RequisitionId): string =>
  seal('advert', ADVERT_FORM, Buffer.concat([idBytes(organisationId), idBytes(id)]));

/** The requisition that an address names, or `null`. */
export function requisitionAt(
  address: string,
): { organisationId: OrganisationId; requisitionId: RequisitionId } | null {
  const opened = open('advert', ADVERT_FORM, address);
  return opened === null
    ? null
    : { organisationId: opened.organisationId, requisitionId: idOfBytes<'Requisition'>(opened.body) };
}

/** A new token of a status link, 64 characters, and the hash of its secret, which alone is kept. */
export function newStatusToken(organisationId: OrganisationId): { token: string; tokenHash: string } {
  const secret = randomBytes(STATUS_LINK_FORM.bodyBytes);
  const token = seal('status-link', STATUS_LINK_FORM, Buffer.concat([idBytes(organisationId), secret]));
  return { token, tokenHash: hashOfSecret(secret) };
}

/** Organisation and hash of a token, or `null` when it was not made here. */
export function statusTokenOf(token: string): { organisationId: OrganisationId; tokenHash: string } | null {
  const opened = open('status-link', STATUS_LINK_FORM, token);
  return opened === null ? null : { organisationId: opened.organisationId, tokenHash: hashOfSecret(opened.body) };
}
