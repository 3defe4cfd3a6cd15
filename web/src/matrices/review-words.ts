/** Why this file exists: what evidence can carry and how fresh it is, in words for the one who decides. */
import { day } from '../app/format.js';
import { tellReview as t } from './review.texts.js';

export interface EvidenceType {
  readonly key: string;
  readonly name: string;
  readonly maxLevel: number;
  readonly freshMonths: number;
  readonly verifiedBy: string;
}
export interface Piece {
  readonly typeKey: string;
  readonly title: string;
  readonly occurredOn: string;
}

/** The day `months` later; the last day of the month where that one is shorter. @param iso YYYY-MM-DD */
export function addMonths(iso: string, months: number): string {
  const [year = 0, month = 1, date = 1] = iso.split('-').map(Number);
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0));
  const to = new Date(Date.UTC(last.getUTCFullYear(), last.getUTCMonth(), Math.min(date, last.getUTCDate())));
  return to.toISOString().slice(0, 10);
}

/** What one piece is and can do. @param today YYYY-MM-DD */
export function pieceWords(piece: Piece, type: EvidenceType | undefined, today: string): readonly string[] {
  const on = day(piece.occurredOn);
  if (type === undefined) return [t('carriesUnknown', { type: piece.typeKey, day: on })];
  const until = addMonths(piece.occurredOn, type.freshMonths);
  return [
    t('carries', { type: type.name, day: on, max: type.maxLevel }),
    t(until >= today ? 'fresh' : 'aged', { day: day(until) }),
    t('verifiedBy', { who: type.verifiedBy }),
  ];
}

/** The limits that bear on a claim: what its strongest piece carries, which of its kinds carry too little alone, and the rule of the reviewer. */
export function limitWords(
  pieces: readonly Piece[],
  types: readonly EvidenceType[],
  claimed: number,
): readonly string[] {
  const byKey = new Map(types.map((type) => [type.key, type]));
  const known = pieces.flatMap((piece) => {
    const type = byKey.get(piece.typeKey);
    return type === undefined ? [] : [{ piece, type }];
  });
  const [strongest] = known.toSorted((a, b) => b.type.maxLevel - a.type.maxLevel);
  const weak = new Map(
    known.filter(({ type }) => type.maxLevel < claimed).map(({ type }) => [type.name, type.maxLevel]),
  );
  const certificate = types.find(({ key }) => key === 'certificate');
  if (certificate !== undefined && claimed > certificate.maxLevel) weak.set(certificate.name, certificate.maxLevel);
  return [
    ...(strongest === undefined
      ? []
      : [t('limitStrongest', { title: strongest.piece.title, max: strongest.type.maxLevel })]),
    ...[...weak].map(([type, max]) => t('limitWeak', { type, max })),
    ...(claimed >= 3 ? [t('limitIndependent')] : []),
    t('limitClaim'),
  ];
}

/** The claim after and before this one in the order of the list; absent at its ends. */
export function neighbours(
  ids: readonly string[],
  id: string,
): { readonly place: number; readonly next: string | undefined; readonly previous: string | undefined } {
  const at = ids.indexOf(id);
  return { place: at + 1, next: ids[at + 1], previous: at > 0 ? ids[at - 1] : undefined };
}

/** Where to go once a claim is decided: the one after it, else the oldest that is left. */
export const afterDecision = (ids: readonly string[], id: string): string | undefined =>
  neighbours(ids, id).next ?? ids.find((one) => one !== id);
