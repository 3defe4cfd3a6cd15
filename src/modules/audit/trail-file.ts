/** Why this file exists: the trail of an organisation as a file that anybody can verify without the product and without its database. */
import { hash } from 'node:crypto';
import { canonicalJson } from '../../platform/graphql/canonical-json.js';
import type { AuditEventRecord } from './audit.tables.js';
import { GENESIS, hashedText, type ChainFault } from './chain.js';
import { HeadCheck, type Head, type HeadFault } from './heads.js';

export const TRAIL_FORMAT = 'twinladder-audit-trail/1';

/** The first line of an exported trail. Nothing in it is trusted but the name of the organisation, which every event repeats. */
export interface TrailHeader {
  readonly format: typeof TRAIL_FORMAT;
  readonly organisationId: string;
  readonly slug: string;
  readonly exportedAt: string;
}

export const trailHeaderLine = (header: TrailHeader): string => canonicalJson(header);

/** One event as a line, canonical JSON: what was hashed, its hash, and the hash before it. */
export function trailLine(organisationId: string, event: AuditEventRecord): string {
  const { hash: own, ...body } = event;
  return `{"event":${hashedText(organisationId, body)},"hash":"${own}","prevHash":"${event.prevHash}"}`;
}

export interface TrailFileVerdict {
  readonly slug: string;
  /** Events that were walked without a fault. */
  readonly events: number;
  /** Signed heads of this organisation. */
  readonly heads: number;
  /** Number of the last event that a signed head vouches for. */
  readonly vouched: number;
  readonly fault: HeadFault | ChainFault | { readonly seq: number; readonly reason: 'FORM' } | null;
}

const OPENING = '{"event":';
const HASHES = /^,"hash":"([0-9a-f]{64})","prevHash":"([0-9a-f]{64})"\}$/;
/** Length of what follows the event in a line. */
const TAIL = ',"hash":"'.length + 64 + '","prevHash":"'.length + 64 + '"}'.length;

interface Line {
  /** What was hashed, byte for byte. */
  readonly text: string;
  readonly hash: string;
  readonly prevHash: string;
  readonly seq: number;
  readonly at: string;
  readonly organisationId: string;
}

function readLine(line: string): Line | null {
  const match = HASHES.exec(line.slice(-TAIL));
  if (match === null || !line.startsWith(OPENING)) return null;
  const text = line.slice(OPENING.length, -TAIL);
  try {
    const event = JSON.parse(text) as { seq: number; at: string; organisationId: string };
    const { seq, at, organisationId } = event;
    return { text, hash: match[1] ?? '', prevHash: match[2] ?? '', seq, at, organisationId };
  } catch {
    return null;
  }
}

function readHeader(line: string | undefined): TrailHeader | null {
  try {
    const value: unknown = JSON.parse(line ?? '');
    if (typeof value !== 'object' || value === null || !('format' in value) || value.format !== TRAIL_FORMAT)
      return null;
    return value as TrailHeader;
  } catch {
    return null;
  }
}

/** Walks the lines of an exported trail and holds them against signed heads. */
export class TrailFileWalk {
  #header: TrailHeader | null = null;
  #check: HeadCheck | null = null;
  #events = 0;
  #hash = GENESIS;
  #at = '';
  #fault: TrailFileVerdict['fault'] = null;

  constructor(private readonly heads: readonly Head[]) {}

  /** Takes the next line. @returns false once a fault was found: further lines change nothing */
  next(line: string): boolean {
    if (this.#check === null) {
      this.#header = readHeader(line);
      if (this.#header === null) this.#fault = { seq: 0, reason: 'FORM' };
      this.#check = new HeadCheck(this.heads, this.#header?.organisationId ?? '');
    } else {
      this.#fault = this.#faultOf(line, this.#check);
      if (this.#fault === null) this.#events++;
    }
    return this.#fault === null;
  }

  end(): TrailFileVerdict {
    if (this.#check === null) this.#fault = { seq: 0, reason: 'FORM' };
    const fault = this.#fault ?? this.#check?.end() ?? null;
    return {
      slug: this.#header?.slug ?? '',
      events: this.#events,
      heads: this.#check?.count ?? 0,
      vouched: this.#check?.vouched ?? 0,
      fault,
    };
  }

  #faultOf(line: string, check: HeadCheck): TrailFileVerdict['fault'] {
    const expected = this.#events + 1;
    const event = readLine(line);
    if (event === null) return { seq: expected, reason: 'FORM' };
    if (event.seq !== expected) return { seq: expected, reason: 'GAP' };
    if (event.prevHash !== this.#hash) return { seq: expected, reason: 'LINK' };
    if (hash('sha256', `${event.prevHash}\n${event.text}`) !== event.hash) return { seq: expected, reason: 'HASH' };
    if (event.organisationId !== this.#header?.organisationId) return { seq: expected, reason: 'LINK' };
    if (event.at < this.#at) return { seq: expected, reason: 'TIME' };
    this.#hash = event.hash;
    this.#at = event.at;
    return check.at(expected, event.hash);
  }
}
