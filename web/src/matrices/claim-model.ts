/** Why this file exists: what evidence can carry, told while a claim is being written; the server decides by the same rule. */

import type { FileDraft } from './file-sending.js';

/** A piece of evidence while it is being written. */
export interface EvidenceDraft {
  typeKey: string;
  title: string;
  link: string;
  /** `YYYY-MM-DD` or empty. */
  occurredOn: string;
  files: FileDraft[];
}

export interface EvidenceKind {
  readonly key: string;
  readonly name: string;
  readonly maxLevel: number;
  readonly strength: number;
  readonly freshMonths: number;
  readonly verifiedBy: string;
  readonly note: string;
}

const SELF_STATEMENT = 'self-statement';

export const emptyPiece = (): EvidenceDraft => ({ typeKey: '', title: '', link: '', occurredOn: '', files: [] });

export const evidenceInput = ({ typeKey, title, link, occurredOn, files }: EvidenceDraft) => ({
  typeKey,
  title: title.trim(),
  link: link.trim() === '' ? null : link.trim(),
  occurredOn,
  fileIds: files.flatMap(({ id }) => (id === null ? [] : [id])),
});

export interface Weakness {
  readonly name: string;
  readonly carries: number;
  readonly examples: readonly string[];
}

/** What is said when the strongest piece cannot carry the level alone; `null` while it can, or while nothing is chosen yet. */
export function weaknessOf(
  level: number | null,
  pieces: readonly Pick<EvidenceDraft, 'typeKey'>[],
  kinds: readonly EvidenceKind[],
): Weakness | null {
  const chosen = pieces.flatMap(({ typeKey }) => kinds.filter(({ key }) => key === typeKey));
  const best = chosen.toSorted((a, b) => b.maxLevel - a.maxLevel)[0];
  if (level === null || best === undefined || best.maxLevel >= level) return null;
  const examples = kinds
    .filter(({ maxLevel }) => maxLevel >= level)
    .toSorted((a, b) => a.maxLevel - b.maxLevel || b.strength - a.strength || a.name.localeCompare(b.name))
    .slice(0, 3)
    .map(({ name }) => name.toLowerCase());
  return { name: best.name, carries: best.maxLevel, examples };
}

/** True when nothing is shown beside what the person says. */
export const isOnlyStated = (pieces: readonly Pick<EvidenceDraft, 'typeKey'>[]): boolean =>
  pieces.length > 0 && pieces.every(({ typeKey }) => typeKey === SELF_STATEMENT);

export const isWebAddress = (text: string): boolean => text.trim() === '' || /^https?:\/\/\S+\.\S+$/i.test(text.trim());
