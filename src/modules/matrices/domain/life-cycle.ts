/** Why this file exists: a model in use has five duties beside its making; a group that leaves one open finds out in production. */
import type { Level, SkillKey } from '../../frameworks/index.js';
import { LIFE_CYCLE_AREAS, type LifeCycleArea } from '../../job-roles/index.js';
import type { MatrixPerson } from './matrix.js';

export interface LifeCycleNeed {
  readonly skill: SkillKey;
  /** What one person of the group at least has to hold. */
  readonly level: Level;
}

const need = (skill: string, level: Level): LifeCycleNeed => ({ skill: skill as SkillKey, level });

/** The must-haves of a senior machine-learning engineer that carry each duty, at the levels asked of them. */
export const LIFE_CYCLE_NEEDS: Readonly<Record<LifeCycleArea, readonly LifeCycleNeed[]>> = {
  INGESTION: [need('data-pipelines', 3)],
  DEPLOYMENT: [need('model-packaging-registry', 3), need('release-strategies', 3)],
  MONITORING: [need('drift-monitoring', 3), need('incident-response', 3)],
  RETRAINING: [need('retraining-pipelines', 3)],
  COMPLIANCE: [need('quality-systems', 2), need('data-integrity', 2)],
};

export interface AreaCover {
  readonly area: LifeCycleArea;
  /** One per need whose skill the framework has. */
  readonly needs: readonly (LifeCycleNeed & { readonly holders: number })[];
  /** Somebody holds each of the needs; false also where nothing is known, since nobody can say that it is covered. */
  readonly isCovered: boolean;
}

/** How a group, or one person alone, covers the five duties. Areas of which the framework knows no skill are left out. */
export const lifeCycleCover = (
  people: readonly Pick<MatrixPerson, 'levels'>[],
  skills: readonly SkillKey[],
): readonly AreaCover[] =>
  LIFE_CYCLE_AREAS.flatMap((area) => {
    const needs = LIFE_CYCLE_NEEDS[area]
      .filter(({ skill }) => skills.includes(skill))
      .map(({ skill, level }) => ({
        skill,
        level,
        holders: people.filter(({ levels }) => (levels.get(skill) ?? 0) >= level).length,
      }));
    return needs.length === 0 ? [] : [{ area, needs, isCovered: needs.every(({ holders }) => holders > 0) }];
  });
