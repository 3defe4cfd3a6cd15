/** Why this file exists: evidence decides what a claim can carry. */
import type { EvidenceClass, EvidenceType, EvidenceTypeKey, Level } from '../../frameworks/index.js';
import { ok, refuse } from '../../../platform/outcome/index.js';
import type { Outcome } from '../../../platform/outcome/index.js';
import type { EvidenceItem } from './assessment.js';
import { addMonths } from './calendar.js';
import type { EvidenceMissing, EvidenceTooWeak, EvidenceTypeUnknown } from './problems.js';

export type EvidenceTypes = ReadonlyMap<EvidenceTypeKey, EvidenceType>;

const byLeastSufficient = (a: EvidenceType, b: EvidenceType): number =>
  a.maxLevel - b.maxLevel || b.strength - a.strength || (a.key < b.key ? -1 : 1);

function tooWeak(claimed: Level, best: EvidenceType, types: EvidenceTypes): EvidenceTooWeak {
  const enough = [...types.values()].filter((type) => type.maxLevel >= claimed).toSorted(byLeastSufficient);
  const examples = enough.slice(0, 3).map((type) => type.name);
  const mend =
    examples.length === 0
      ? ''
      : `add evidence that carries level ${claimed}, for example ${examples.join(' or ')}, or `;
  return {
    code: 'EVIDENCE_TOO_WEAK',
    message: `${best.name} alone carries level ${best.maxLevel} at most, and level ${claimed} is claimed. To mend it, ${mend}claim level ${best.maxLevel}.`,
    field: 'evidence',
    claimed,
    strongest: best.key,
    carries: best.maxLevel,
    wouldCarry: enough.map((type) => type.key),
  };
}

/**
 * The evidence class of a claim, or why its evidence cannot carry it. The strongest single type decides: weak pieces never add up.
 * @param types the evidence types of the framework version in force
 * @returns     the greatest `strength` among the evidence given
 * @source      docs/methods/arithmetic.md; rule 5 of the product description
 */
export function weighEvidence(
  claimed: Level,
  evidence: readonly EvidenceItem[],
  types: EvidenceTypes,
): Outcome<EvidenceClass, EvidenceMissing | EvidenceTypeUnknown | EvidenceTooWeak> {
  let best: EvidenceType | null = null;
  let strength: EvidenceClass = 1;
  for (const [index, item] of evidence.entries()) {
    const type = types.get(item.type);
    if (type === undefined) {
      const message = `There is no evidence type "${item.type}" in this framework. Choose one of its types.`;
      return refuse({ code: 'EVIDENCE_TYPE_UNKNOWN', message, field: `evidence.${index}.type`, type: item.type });
    }
    if (best === null || type.maxLevel > best.maxLevel) best = type;
    if (type.strength > strength) strength = type.strength;
  }
  if (best === null) {
    const message =
      'A claim needs at least one piece of evidence. Add one; a statement of the person counts for level 1.';
    return refuse({ code: 'EVIDENCE_MISSING', message, field: 'evidence' });
  }
  return best.maxLevel < claimed ? refuse(tooWeak(claimed, best, types)) : ok(strength);
}

/**
 * Last ISO date on which the evidence for a level counts as fresh: the latest of date + `freshMonths` over the pieces that can carry
 * that level alone, so that a fresh but weak piece never renews a strong claim, and a further piece never makes a claim older.
 * @returns `null` when no piece of a known type can carry the level
 */
export function freshUntil(level: Level, evidence: readonly EvidenceItem[], types: EvidenceTypes): string | null {
  let latest: string | null = null;
  for (const item of evidence) {
    const type = types.get(item.type);
    if (type === undefined || type.maxLevel < level) continue;
    const until = addMonths(item.occurredOn, type.freshMonths);
    if (latest === null || until > latest) latest = until;
  }
  return latest;
}
