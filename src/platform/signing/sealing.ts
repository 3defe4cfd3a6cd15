/** Why this file exists: secrets of others that the product must use again are kept encrypted, and fit only the place they were kept for. */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { keyFor } from './index.js';

const VERSION = 'v1';

/**
 * Encrypts a text with AES-256-GCM.
 * @param place  what it belongs to, such as the id of the organisation; it opens for no other
 */
export function seal(purpose: 'sign-on', place: string, text: string): string {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', keyFor(purpose), nonce).setAAD(Buffer.from(place));
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return [VERSION, nonce, cipher.getAuthTag(), body]
    .map((p) => (p instanceof Buffer ? p.toString('base64url') : p))
    .join('.');
}

/** The text; `null` when it was sealed with another key, for another place, or was changed since. */
export function open(purpose: 'sign-on', place: string, sealed: string): string | null {
  const [version, nonce = '', tag = '', body = ''] = sealed.split('.');
  if (version !== VERSION) return null;
  try {
    const decipher = createDecipheriv('aes-256-gcm', keyFor(purpose), Buffer.from(nonce, 'base64url'))
      .setAAD(Buffer.from(place))
      .setAuthTag(Buffer.from(tag, 'base64url'));
    return Buffer.concat([decipher.update(Buffer.from(body, 'base64url')), decipher.final()]).toString('utf8');
  } catch {
    return null;
  }
}
