/** Why this file exists: how an event is hashed and how a chain is walked; anybody with the rows can do the same. */
import { createHash } from 'node:crypto';
import { canonicalJson } from '../../platform/graphql/canonical-json.js';
import type { AuditEventRecord } from './audit.tables.js';

/** The hash before the first event. */
export const GENESIS = '0'.repeat(64);

type Unhashed = Omit<AuditEventRecord, 'hash'>;

/**
 * What of an event is hashed: the canonical JSON (RFC 8785) of all its fields but the hashes, with the organisation.
 * `at` counts in its millisecond form `YYYY-MM-DDTHH:MM:SS.sssZ`. `actorTokenId` counts where an API token was used and is left out elsewhere,
 * so that events from before there were tokens keep their hash.
 */
export function hashedText(organisationId: string, { prevHash: _, actorTokenId, ...rest }: Unhashed): string {
  const body = actorTokenId === null ? rest : { ...rest, actorTokenId };
  return canonicalJson({ ...body, organisationId });
}

/** SHA-256, lower-case hex, over the previous hash, a line feed, and the text above. */
export const hashOf = (organisationId: string, event: Unhashed): string =>
  createHash('sha256')
    .update(`${event.prevHash}\n${hashedText(organisationId, event)}`)
    .digest('hex');

export interface ChainFault {
  /** Number of the first event that is wrong or missing. */
  readonly seq: number;
  readonly reason: 'GAP' | 'LINK' | 'HASH' | 'TIME' | 'HEAD';
}

/** Walks a chain step by step; feed it events in order, then compare with the head. */
export class ChainWalk {
  #seq = 0;
  #hash = GENESIS;
  #at = '';

  constructor(private readonly organisationId: string) {}

  /** @returns the fault of this event, or `null` when it continues the chain */
  next(event: AuditEventRecord): ChainFault | null {
    const expected = this.#seq + 1;
    if (event.seq !== expected) return { seq: expected, reason: 'GAP' };
    if (event.prevHash !== this.#hash) return { seq: event.seq, reason: 'LINK' };
    const { hash, ...body } = event;
    if (hashOf(this.organisationId, body) !== hash) return { seq: event.seq, reason: 'HASH' };
    if (event.at < this.#at) return { seq: event.seq, reason: 'TIME' };
    this.#seq = event.seq;
    this.#hash = hash;
    this.#at = event.at;
    return null;
  }

  /** @returns the fault when the chain does not end where the head says */
  end(head: { readonly seq: number; readonly hash: string } | null): ChainFault | null {
    const seq = head?.seq ?? 0;
    if (seq !== this.#seq) return { seq: Math.min(seq, this.#seq) + 1, reason: 'HEAD' };
    if ((head?.hash ?? GENESIS) !== this.#hash) return { seq, reason: 'HEAD' };
    return null;
  }
  get length(): number {
    return this.#seq;
  }
}
