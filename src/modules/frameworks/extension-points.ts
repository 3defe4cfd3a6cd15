/** Why this file exists: modules that stand further right take part in adoption and in the impact of a new version without being imported here. */
import type { Unit } from '../../platform/database/index.js';
import type { FrameworkVersionId, SkillKey } from './domain/framework.js';
import type { Library } from './library/library.js';

export interface Adoption {
  readonly library: Library;
  readonly frameworkVersionId: FrameworkVersionId;
}
type AdoptionStep = (unit: Unit, adoption: Adoption) => Promise<void>;
const adoptionSteps = new Map<string, AdoptionStep>();

/** Adds what a module copies from the library when an organisation adopts it; runs in the same unit, in the order of the names. */
export const onAdoption = (name: string, step: AdoptionStep): void => {
  adoptionSteps.set(name, step);
};
export async function runAdoption(unit: Unit, adoption: Adoption): Promise<void> {
  for (const name of [...adoptionSteps.keys()].sort()) await adoptionSteps.get(name)?.(unit, adoption);
}

export const IMPACT_KINDS = ['JOB_ROLE', 'REQUISITION', 'GROWTH_PLAN'] as const;
/** A record that a change of skills touches. */
export interface Impact {
  readonly kind: (typeof IMPACT_KINDS)[number];
  readonly id: string;
  readonly title: string;
  readonly skills: readonly SkillKey[];
}
type ImpactSource = (unit: Unit, skills: readonly SkillKey[]) => Promise<readonly Impact[]>;
const impactSources = new Map<string, ImpactSource>();

/** Adds the records of a module that ask for, or work on, given skills. */
export const onImpact = (name: string, source: ImpactSource): void => {
  impactSources.set(name, source);
};
/** Everything that a change of these skills touches, by kind and title. */
export async function impactOf(unit: Unit, skills: readonly SkillKey[]): Promise<readonly Impact[]> {
  const found: Impact[] = [];
  if (skills.length > 0) for (const source of impactSources.values()) found.push(...(await source(unit, skills)));
  return found.sort(
    (a, b) => IMPACT_KINDS.indexOf(a.kind) - IMPACT_KINDS.indexOf(b.kind) || (a.title < b.title ? -1 : 1),
  );
}
