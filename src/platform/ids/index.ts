/** Why this file exists: ids are branded per concept and made in one place, so that one kind is never passed for another. */
import { randomBytes } from 'node:crypto';

declare const brand: unique symbol;
/** A string that only fits where its own concept is asked for. */
export type Branded<B extends string> = string & { readonly [brand]: B };

/** An id of a stored record: UUID version 7, lower case. */
export type Id<B extends string> = Branded<B>;
/** A short name that people chose and that never changes: lower case words joined by hyphens, such as `data-pipelines`. */
export type Key<B extends string> = Branded<B>;

export type OrganisationId = Id<'Organisation'>;

/**
 * A new id, increasing with time to the millisecond (UUID version 7, RFC 9562) and random beyond it.
 * @param nowMs milliseconds since 1970, for tests that fix the clock
 */
export function newId<B extends string>(nowMs: number = Date.now()): Id<B> {
  const bytes = randomBytes(16);
  bytes.writeUIntBE(nowMs, 0, 6);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x70, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}` as Id<B>;
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
/** True for the canonical lower-case form of a UUID of any version. */
export const isUuid = (text: string): boolean => UUID.test(text);

const KEY = /^[a-z0-9]+(-[a-z0-9]+)*$/;
/** True for lower-case words joined by single hyphens, at most 80 characters. */
export const isKey = (text: string): boolean => text.length <= 80 && KEY.test(text);
