/** Why this file exists: turns profiles, fits and matrices into API objects. */
import type { FrameworkVersion } from '../../frameworks/data.js';
import { skillObjects } from '../../frameworks/graphql.js';
import type { SkillKey } from '../../frameworks/index.js';
import type { FitLine, FitShares } from '../../job-roles/index.js';
import type { PersonId } from '../../../platform/access/index.js';
import type { ProfileEntry } from '../domain/profile.js';
import type { LoadedProfile } from '../queries/held-levels.js';
import type { JobRoleFit, Standing } from '../queries/fit.js';
import type { MatrixBlock } from '../queries/skills-matrix.js';
import type { StoredAssessment } from '../store/assessment.store.js';
import type { SkillsMatrixObject } from './matrix.types.js';
import type { FitLineObject, FitObject, ProfileEntryObject, ProfileObject, StandingObject } from './profile.types.js';

const nothing = (skill: SkillKey): ProfileEntry => ({
  skill,
  held: null,
  freshness: null,
  expiredLevel: null,
  selfLevel: null,
  proposedLevel: null,
  returnedId: null,
  isExempt: false,
});

/** A profile with one entry per skill of the framework, known or not, then those that have left it. */
export function profileObject(personId: PersonId, loaded: LoadedProfile, version: FrameworkVersion): ProfileObject {
  const skills = skillObjects(version);
  const byId = new Map(loaded.assessments.map((one) => [one.id, one]));
  const entryObject = (entry: ProfileEntry): ProfileEntryObject => {
    const { held, skill: skillKey, returnedId, ...rest } = entry;
    const assessment: StoredAssessment | undefined = held === null ? undefined : byId.get(held.assessmentId);
    return {
      ...rest,
      skillKey,
      skill: skills.get(skillKey) ?? null,
      level: held?.level ?? null,
      source: held?.source ?? null,
      evidenceClass: held?.evidenceClass ?? null,
      validOn: held?.validOn ?? null,
      expiresOn: held?.expiresOn ?? null,
      freshUntil: held?.freshUntil ?? null,
      assessment: assessment ?? null,
      returnedAssessment: returnedId === null ? null : (byId.get(returnedId) ?? null),
    };
  };
  const own = [...skills.keys()];
  const gone = [...loaded.profile.keys()].filter((key) => !skills.has(key));
  return {
    personId,
    asOf: loaded.at.on,
    knownAt: loaded.at.knownAt,
    knownSkills: own.filter((key) => (loaded.profile.get(key)?.held ?? null) !== null).length,
    allSkills: own.length,
    entries: [...own, ...gone].map((key) => entryObject(loaded.profile.get(key) ?? nothing(key))),
  };
}

const shares = ({ fit, coverage, demonstrated }: FitShares): FitShares => ({ fit, coverage, demonstrated });

/** @param nameOf name of a skill; its key for one that has left the framework */
export function fitObject(
  { personId, jobRole, overlayKeys, fit, subtotals, asked }: JobRoleFit,
  nameOf: (key: SkillKey) => string,
): FitObject {
  const line = (one: FitLine): FitLineObject => ({ ...one, skillKey: one.skill, skillName: nameOf(one.skill) });
  return {
    ...shares(fit),
    personId,
    jobRoleVersionId: jobRole.record.id,
    jobRoleKey: jobRole.jobRole.key,
    title: jobRole.record.title,
    track: jobRole.jobRole.track,
    rung: jobRole.jobRole.rung,
    overlayKeys,
    words: fit.words,
    isReady: fit.isReady,
    mustHaveTotal: fit.mustHaves.total,
    mustHaveMet: fit.mustHaves.met,
    mustHaveCoverage: fit.mustHaveCoverage,
    missing: fit.mustHaves.missing.map(line),
    lines: fit.lines.map(line),
    research: shares(subtotals.research),
    production: shares(subtotals.production),
    askedResearch: asked.research.position,
    askedProduction: asked.production.position,
  };
}

export const standingObject = (standing: Standing, nameOf: (key: SkillKey) => string): StandingObject => ({
  personId: standing.personId,
  research: standing.position.research,
  production: standing.position.production,
  knownSkills: standing.known,
  allSkills: standing.all,
  fits: standing.fits.map((one) => fitObject(one, nameOf)),
});

export const matrixObject = (block: MatrixBlock): SkillsMatrixObject => ({
  ...block,
  coverage: block.coverage.map(({ skill, atRequired, known }) => ({
    skillKey: skill,
    asked: atRequired.value?.asked ?? null,
    met: atRequired.value?.met ?? null,
    unknown: atRequired.value?.unknown ?? null,
    askedReason: atRequired.reason,
    known: known.value?.known ?? null,
    knownReason: known.reason,
  })),
  lifeCycle: block.lifeCycle.map(({ area, isCovered, needs }) => ({
    area,
    isCovered: block.tellsHolders ? isCovered : null,
    needs: needs.map(({ skill, level, holders }) => ({
      skillKey: skill,
      level,
      holders: block.tellsHolders ? holders : null,
    })),
  })),
  singlePoints: block.singlePoints.map(({ skill, personId, level }) => ({ skillKey: skill, personId, level })),
});

/** Names of the skills of a version, falling back to the key. */
export const namesOf = (version: FrameworkVersion): ((key: SkillKey) => string) => {
  const skills = skillObjects(version);
  return (key) => skills.get(key)?.name ?? key;
};
