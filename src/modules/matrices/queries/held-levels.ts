/** Why this file exists: what a person holds, for everything that compares it with what is asked. */
import type { PersonId } from '../../../platform/access/index.js';
import type { Unit } from '../../../platform/database/index.js';
import { currentFramework } from '../../frameworks/data.js';
import type { EvidenceClass, Level, SkillKey } from '../../frameworks/index.js';
import { evidenceTypesOf } from '../commands/record-claim.js';
import { profileAt, type AsOf, type Profile } from '../domain/profile.js';
import { assessmentsOf, historyOf, type StoredAssessment } from '../store/assessment.store.js';
import { verifiedNow } from '../store/verified.store.js';

/** The two time axes as asked; an absent one means now. */
export interface When {
  /** YYYY-MM-DD. */
  readonly asOf?: string | null;
  /** ISO instant. */
  readonly knownAt?: string | null;
}

/** Both axes filled: now for what was left out. */
export const momentOf = (unit: Unit, when: When): AsOf => ({
  on: when.asOf ?? unit.now.toISOString().slice(0, 10),
  knownAt: when.knownAt ?? unit.now.toISOString(),
});

/** A profile with the assessments that it was made of. */
export interface LoadedProfile {
  readonly at: AsOf;
  readonly profile: Profile;
  readonly assessments: readonly StoredAssessment[];
}

/**
 * The profile of a person on the two time axes; the policy has decided that it may be read.
 * @param isShown leaves out assessments that the viewer may not see
 */
export async function loadProfile(
  unit: Unit,
  personId: PersonId,
  when: When,
  isShown: (assessment: StoredAssessment) => boolean = () => true,
): Promise<LoadedProfile> {
  const at = momentOf(unit, when);
  const { framework } = await currentFramework(unit);
  const assessments = (await assessmentsOf(unit, [personId])).filter(isShown);
  const histories = assessments.map((one) => historyOf(one, at.knownAt));
  return { at, profile: profileAt(personId, histories, evidenceTypesOf(framework), at), assessments };
}

/** Verified levels with the class of the evidence behind them; a missing skill is not assessed. */
export type HeldLevels = ReadonlyMap<SkillKey, { readonly level: Level; readonly evidenceClass: EvidenceClass }>;

/** What a person holds, now or as it was; one statement for now. */
export async function heldLevels(unit: Unit, personId: PersonId, when: When = {}): Promise<HeldLevels> {
  const isNow = (when.asOf ?? null) === null && (when.knownAt ?? null) === null;
  if (isNow) return (await verifiedNow(unit, { personIds: [personId] })).get(personId) ?? new Map();
  const { profile } = await loadProfile(unit, personId, when);
  return new Map([...profile].flatMap(([skill, { held }]) => (held === null ? [] : [[skill, held] as const])));
}
