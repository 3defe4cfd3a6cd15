/** Why this file exists: changes valid requests a little, at random but the same for the same seed. */

/** Numbers from 0 to below 1, the same for the same seed (mulberry32). */
export function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const STRANGE: readonly unknown[] = [
  ...[
    null,
    true,
    false,
    0,
    -1,
    1.5,
    2_147_483_648,
    -2_147_483_649,
    1e308,
    '',
    ' ',
    'x',
    '\u0000',
    '\ud800',
    '\u202e',
    '%00',
    '../..',
    '{{7*7}}',
    '${7*7}',
  ],
  ...[
    "' or '1'='1",
    '"; --',
    '<script>alert(1)</script>',
    'x'.repeat(25_000),
    '9999-12-31',
    '2026-02-30',
    '0000-00-00',
    'NaN',
    'Infinity',
    '\u{1f9ec}'.repeat(50),
  ],
  ...[
    [],
    {},
    [[]],
    [null],
    { id: {} },
    { $ne: null },
    JSON.parse('{"__proto__":{"isAdmin":true}}'),
    Array.from({ length: 600 }, () => 'x'),
    '00000000-0000-7000-8000-000000000000',
  ],
];

/** Pieces of documents, whole and broken. */
const PIECES: readonly string[] = [
  '',
  '{',
  '}',
  '(',
  ')',
  '!',
  '$',
  '@include(if: false)',
  '...',
  'null',
  '"',
  '"""',
  '\\',
  '#',
  '[',
  ':',
  '\ud83e',
  'x'.repeat(500),
];

export interface Request {
  readonly query: string;
  readonly variables: unknown;
}

export class Mutator {
  readonly #random: () => number;
  constructor(seed: number) {
    this.#random = randomOf(seed);
  }

  pick<T>(list: readonly T[]): T {
    const found = list[Math.floor(this.#random() * list.length)];
    if (found === undefined) throw new Error('nothing to pick from');
    return found;
  }

  /** The body of a request that was changed in one to three ways, in its document, its variables or its bytes. */
  body(request: Request): Buffer {
    let { query, variables } = request;
    for (let times = 1 + Math.floor(this.#random() * 3); times > 0; times--) {
      if (this.#random() < 0.5) variables = this.#value(variables, 0);
      else query = this.#text(query);
    }
    const body = Buffer.from(JSON.stringify({ query, variables }));
    return this.#random() < 0.2 ? this.#bytes(body) : body;
  }

  /** A value with one leaf, key or list changed somewhere below. */
  #value(value: unknown, depth: number): unknown {
    if (this.#random() < 0.25 + depth * 0.2 || typeof value !== 'object' || value === null) return this.pick(STRANGE);
    if (Array.isArray(value)) {
      if (value.length === 0 || this.#random() < 0.3)
        return [...(value as unknown[]), ...(value as unknown[]), this.pick(STRANGE)];
      const at = Math.floor(this.#random() * value.length);
      return value.map((one: unknown, i) => (i === at ? this.#value(one, depth + 1) : one));
    }
    const entries = Object.entries(value);
    if (entries.length === 0) return { [JSON.stringify(this.pick(STRANGE))]: 1 };
    const at = Math.floor(this.#random() * entries.length);
    const chance = this.#random();
    if (chance < 0.2) return Object.fromEntries(entries.filter((_, i) => i !== at));
    if (chance < 0.3)
      return { ...value, organisationId: '00000000-0000-7000-8000-000000000001', extra: this.pick(STRANGE) };
    return Object.fromEntries(entries.map(([key, one], i) => [key, i === at ? this.#value(one, depth + 1) : one]));
  }

  /** A document with words changed, doubled, moved or cut. */
  #text(text: string): string {
    const words = text.split(/(\W)/);
    const at = Math.floor(this.#random() * words.length);
    const other = Math.floor(this.#random() * words.length);
    const piece = words.slice(at, at + 1 + Math.floor(this.#random() * 8));
    switch (Math.floor(this.#random() * 6)) {
      case 0:
        return words.with(at, this.pick(PIECES)).join('');
      case 1:
        return words.with(at, words[other] ?? '').join('');
      case 2:
        return [...words.slice(0, at), ...words.slice(at + piece.length)].join('');
      case 3:
        return [...words.slice(0, other), ...piece, ...piece, ...words.slice(other)].join('');
      case 4:
        return words.slice(0, at).join('');
      default:
        return `${text} ${piece.join('')}`;
    }
  }

  #bytes(body: Buffer): Buffer {
    const changed = Buffer.from(body);
    for (let times = 1 + Math.floor(this.#random() * 4); times > 0; times--)
      changed[Math.floor(this.#random() * changed.length)] = Math.floor(this.#random() * 256);
    return this.#random() < 0.2 ? changed.subarray(0, Math.floor(this.#random() * changed.length)) : changed;
  }
}
