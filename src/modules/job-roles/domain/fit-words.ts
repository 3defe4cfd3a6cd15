/** Why this file exists: a fit is told in sentences, the missing floors first, so that no percentage is read before them. */
import type { SkillKey } from '../../frameworks/index.js';
import { assertNever } from '../../../platform/outcome/index.js';
import type { Fit, FitLine, FitStatus } from './fit.js';

function shortfall(line: FitLine): string {
  switch (line.status) {
    case 'NOT_ASSESSED':
      return `not assessed, level ${line.required} asked`;
    case 'BELOW':
      return `level ${line.held ?? '?'} held, level ${line.required} asked`;
    case 'EVIDENCE_TOO_WEAK':
      return `evidence of class ${line.heldEvidenceClass ?? '?'} held, class ${line.requiredEvidenceClass} asked`;
    case 'MET':
      return `level ${line.required} met`;
  }
  return assertNever(line.status);
}

/** Whole percent; only a full share is 100 and only an empty one 0, so that rounding neither completes nor removes anything. */
export function percent(share: number): number {
  if (share <= 0) return 0;
  return share >= 1 ? 100 : Math.min(99, Math.max(1, Math.round(share * 100)));
}

function floors({ total, missing }: Fit['mustHaves'], nameOf: (skill: SkillKey) => string): string {
  if (total === 0) return 'This job role names no must-haves.';
  if (missing.length === 0) return total === 1 ? 'The one must-have is met.' : `All ${total} must-haves are met.`;
  const list = missing.map((line) => `${nameOf(line.skill)} (${shortfall(line)})`).join('; ');
  return `${missing.length} of ${total} must-haves ${missing.length === 1 ? 'is' : 'are'} missing: ${list}.`;
}

function readiness({ mustHaves: { total, missing } }: Pick<Fit, 'mustHaves'>): string {
  if (total === 0) return 'Readiness cannot be told without must-haves; name at least one.';
  if (missing.length === 0) return 'Ready: every must-have is met, on evidence strong enough.';
  const count = (status: FitStatus, words: string): readonly string[] => {
    const found = missing.filter((line) => line.status === status).length;
    return found === 0 ? [] : [`${found} ${words}`];
  };
  const parts = [
    ...count('NOT_ASSESSED', 'not assessed'),
    ...count('BELOW', 'below the floor'),
    ...count('EVIDENCE_TOO_WEAK', 'on too weak evidence'),
  ];
  return `Not ready: ${parts.join(', ')} among the must-haves, and no percentage makes up for that.`;
}

function shares({ fit, coverage, demonstrated }: Pick<Fit, 'fit' | 'coverage' | 'demonstrated'>): string {
  if (fit === null) return 'No requirement has been assessed, so there is no fit to tell.';
  const known = `The fit is ${percent(fit)} % over what has been assessed, which is ${percent(coverage)} % of the requirements by weight`;
  return `${known}; ${percent(demonstrated)} % of the whole is demonstrated.`;
}

/** Three sentences: the floors, readiness, the percentages; in this order. Names fall back to keys. */
export function fitWords(facts: Omit<Fit, 'words'>, skillNames: ReadonlyMap<SkillKey, string>): readonly string[] {
  const nameOf = (skill: SkillKey): string => skillNames.get(skill) ?? skill;
  return [floors(facts.mustHaves, nameOf), readiness(facts), shares(facts)];
}
