/** Why this file exists: the end of a chain, signed and kept outside the database, so that nobody with the database alone can rewrite what was recorded. */
import { createHash, createPublicKey, sign, verify, type KeyObject } from 'node:crypto';
import { canonicalJson } from '../../platform/graphql/canonical-json.js';
import { GENESIS } from './chain.js';

/** What is signed: where the chain of an organisation ended at a time. */
export interface Head {
  readonly organisationId: string;
  /** Number of the last event; 0 before the first. */
  readonly seq: number;
  /** Hash of that event. */
  readonly hash: string;
  /** By the clock of the database. */
  readonly time: string;
}
export interface SignedHead extends Head {
  readonly format: typeof HEAD_FORMAT;
  /** Which key signed it: the first 16 digits of the SHA-256 of the public key (SPKI, DER). */
  readonly keyId: string;
  /** Ed25519 over the canonical JSON of all other members, base64. */
  readonly signature: string;
}
export const HEAD_FORMAT = 'twinladder-audit-head/1';

export const keyIdOf = (key: KeyObject): string => {
  const open = key.type === 'private' ? createPublicKey(key) : key;
  const der = open.export({ type: 'spki', format: 'der' });
  return createHash('sha256').update(der).digest('hex').slice(0, 16);
};

/** One line for the file of heads, without its line feed. */
export function signHead(head: Head, key: KeyObject): string {
  const unsigned = { ...head, format: HEAD_FORMAT, keyId: keyIdOf(key) };
  const signature = sign(null, Buffer.from(canonicalJson(unsigned)), key).toString('base64');
  return canonicalJson({ ...unsigned, signature });
}

const isSignedHead = (value: unknown): value is SignedHead =>
  typeof value === 'object' &&
  value !== null &&
  'format' in value &&
  value.format === HEAD_FORMAT &&
  'seq' in value &&
  typeof value.seq === 'number' &&
  'keyId' in value &&
  'organisationId' in value &&
  'hash' in value &&
  'signature' in value &&
  typeof value.signature === 'string';

/** A line of the file of heads that cannot be trusted. */
export interface BadHead {
  /** From 1. */
  readonly line: number;
  readonly reason: 'FORM' | 'KEY' | 'SIGNATURE';
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}

/**
 * Reads a file of heads and checks every signature.
 * @param keys public keys that may have signed, more than one after an exchange of keys
 */
export function readHeads(
  text: string,
  keys: readonly KeyObject[],
): { readonly heads: readonly SignedHead[]; readonly bad: BadHead | null } {
  const known = new Map(keys.map((key) => [keyIdOf(key), key]));
  const heads: SignedHead[] = [];
  for (const [index, line] of text.split('\n').entries()) {
    if (line === '') continue;
    const head = parsed(line);
    const bad = (reason: BadHead['reason']) => ({ heads, bad: { line: index + 1, reason } });
    if (!isSignedHead(head)) return bad('FORM');
    const key = known.get(head.keyId);
    if (key === undefined) return bad('KEY');
    const { signature, ...unsigned } = head;
    if (!verify(null, Buffer.from(canonicalJson(unsigned)), key, Buffer.from(signature, 'base64')))
      return bad('SIGNATURE');
    heads.push(head);
  }
  return { heads, bad: null };
}

export interface HeadFault {
  /** The first event that no head vouches for ... */
  readonly seq: number;
  /** ... and the signed head that does not hold: the chain was rewritten, or cut, between the two. */
  readonly through: number;
  readonly reason: 'HEAD';
}

/** Holds the events of one organisation, as they are walked, against its signed heads. */
export class HeadCheck {
  readonly #heads: readonly Head[];
  #next = 0;
  #vouched = 0;

  constructor(heads: readonly Head[], organisationId: string) {
    this.#heads = heads.filter((h) => h.organisationId === organisationId).toSorted((a, b) => a.seq - b.seq);
    this.at(0, GENESIS);
  }
  /** How many heads there are. */
  get count(): number {
    return this.#heads.length;
  }
  /** Number of the last event that a head vouches for. */
  get vouched(): number {
    return this.#vouched;
  }

  /** @returns the fault when a head says that the event of this number has another hash */
  at(seq: number, hash: string): HeadFault | null {
    for (let head = this.#heads[this.#next]; head?.seq === seq; head = this.#heads[++this.#next]) {
      if (head.hash !== hash) return this.#fault(seq);
      this.#vouched = seq;
    }
    return null;
  }

  /** @returns the fault when a head speaks of events that are not there */
  end(): HeadFault | null {
    const head = this.#heads[this.#next];
    return head === undefined ? null : this.#fault(head.seq);
  }

  #fault(through: number): HeadFault {
    return { seq: Math.min(this.#vouched + 1, through), through, reason: 'HEAD' };
  }
}
