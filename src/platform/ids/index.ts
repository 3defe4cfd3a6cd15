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

let lastMs = 0;
let counter = 0;

/** The next moment of this process, never twice the same: milliseconds and a count from 0 to 4095 within them. */
function nextMoment(nowMs: number): { readonly ms: number; readonly count: number } {
  if (nowMs > lastMs) [lastMs, counter] = [nowMs, 0];
  else if (++counter > 0xfff) [lastMs, counter] = [lastMs + 1, 0];
  return { ms: lastMs, count: counter };
}

/**
 * A new id (UUID version 7, RFC 9562): ids made by one process sort in the order in which they were made; 62 bits are random.
 * @param nowMs milliseconds since 1970
 */
export function newId<B extends string>(nowMs: number = Date.now()): Id<B> {
  const { ms, count } = nextMoment(nowMs);
  const bytes = randomBytes(16);
  bytes.writeUIntBE(ms, 0, 6);
  bytes.writeUInt16BE(0x7000 | count, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  return idOfBytes<B>(bytes);
}

/** The 16 bytes of an id. */
export const idBytes = (id: string): Buffer => Buffer.from(id.replaceAll('-', ''), 'hex');

/** The id that 16 bytes stand for. */
export function idOfBytes<B extends string>(bytes: Buffer): Id<B> {
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}` as Id<B>;
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
/** True for the canonical lower-case form of a UUID of any version. */
export const isUuid = (text: string): boolean => UUID.test(text);

const KEY = /^[a-z0-9]+(-[a-z0-9]+)*$/;
/** True for lower-case words joined by single hyphens, at most 80 characters. */
export const isKey = (text: string): boolean => text.length <= 80 && KEY.test(text);
