/** Why this file exists: a job that owns models in use answers for their whole life; here is told which parts of it a job role answers for. */
import type { CategoryKey, SkillKey } from '../../frameworks/index.js';
import type { Requirement } from './requirement.js';

/** The parts of a model's life in production, from the intake of data to what an inspector asks for. */
export const LIFE_CYCLE_AREAS = ['INGESTION', 'DEPLOYMENT', 'MONITORING', 'RETRAINING', 'COMPLIANCE'] as const;
export type LifeCycleArea = (typeof LIFE_CYCLE_AREAS)[number];

export interface LifeCycleCover {
  readonly area: LifeCycleArea;
  /** Must-haves that belong to the area, in the order of the requirements; empty when the job role does not answer for it. */
  readonly skills: readonly SkillKey[];
}

/** The areas of the built-in framework's categories; forks keep the keys. */
const AREA_OF_CATEGORY: Readonly<Record<string, LifeCycleArea>> = {
  'data-engineering': 'INGESTION',
  deployment: 'DEPLOYMENT',
  operations: 'MONITORING',
  'regulatory-quality': 'COMPLIANCE',
};
/** Skills whose area is another one than that of their category. */
const AREA_OF_SKILL: Readonly<Record<string, LifeCycleArea>> = { 'retraining-pipelines': 'RETRAINING' };

/** Which areas the must-haves span; wishes do not count, for nobody has to meet them. */
export function lifeCycleCover(
  requirements: readonly Pick<Requirement, 'skill' | 'isMustHave'>[],
  categoryOf: ReadonlyMap<SkillKey, CategoryKey>,
): readonly LifeCycleCover[] {
  const areaOf = (skill: SkillKey): LifeCycleArea | undefined =>
    AREA_OF_SKILL[skill] ?? AREA_OF_CATEGORY[categoryOf.get(skill) ?? ''];
  const mustHaves = requirements.filter((one) => one.isMustHave).map((one) => one.skill);
  return LIFE_CYCLE_AREAS.map((area) => ({ area, skills: mustHaves.filter((skill) => areaOf(skill) === area) }));
}
