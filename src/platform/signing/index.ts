/** Why this file exists: what leaves the product and comes back (cursors, public addresses) carries a mark that only this installation can make. */
import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

let secret = 'unset';
/** Set once at start from the configuration. */
export const setSigningSecret = (value: string): void => {
  secret = value;
};

/** What a mark is for; a mark made for one purpose fits no other. */
export type SigningPurpose = 'cursor' | 'advert' | 'status-link' | 'file-link' | 'attempt' | 'browser';

/**
 * The mark of a text.
 * @param bytes  how long it is, at most 32
 */
export const signed = (purpose: SigningPurpose, text: string | Buffer, bytes: number): Buffer =>
  createHmac('sha256', createHmac('sha256', secret).update(`twinladder/${purpose}`).digest())
    .update(text)
    .digest()
    .subarray(0, bytes);

/** True when the mark was made here for this purpose and text; takes the same time whatever is wrong with it. */
export function isSigned(purpose: SigningPurpose, text: string | Buffer, mark: Buffer): boolean {
  const expected = signed(purpose, text, mark.length);
  return mark.length > 0 && expected.length === mark.length && timingSafeEqual(mark, expected);
}

/** A key of 32 bytes that only this installation has, one for each purpose. */
export const keyFor = (purpose: 'sign-on'): Buffer =>
  createHmac('sha256', createHmac('sha256', secret).update('twinladder/keys').digest()).update(purpose).digest();

/** What is kept of a secret with 128 random bits or more: SHA-256, hex. Passwords are no such secret. */
export const hashOfSecret = (value: string | Buffer): string => createHash('sha256').update(value).digest('hex');
