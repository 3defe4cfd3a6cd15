/** Why this file exists: the content of a table as two figures, the same whether they are taken from a file or from a database. */
import { createHash } from 'node:crypto';

export interface Content {
  readonly rows: number;
  /** Of its rows as PostgreSQL's COPY text, in the order of the primary key; lower-case hex. */
  readonly sha256: string;
}

const LINE_FEED = 0x0a;

/** Counts and hashes rows as they pass. */
export class Tally {
  #rows = 0;
  readonly #hash = createHash('sha256');

  add(chunk: Buffer): void {
    this.#hash.update(chunk);
    for (let at = chunk.indexOf(LINE_FEED); at >= 0; at = chunk.indexOf(LINE_FEED, at + 1)) this.#rows++;
  }

  end(): Content {
    return { rows: this.#rows, sha256: this.#hash.digest('hex') };
  }
}

/** Names the first table of two lists of contents that is not the same in both, or `null`. */
export function firstDifference(
  expected: Readonly<Record<string, Content>>,
  found: Readonly<Record<string, Content>>,
): string | null {
  for (const [table, content] of Object.entries(expected)) {
    const other = found[table];
    if (other?.rows !== content.rows || other.sha256 !== content.sha256) return table;
  }
  return Object.keys(found).find((table) => expected[table] === undefined) ?? null;
}
