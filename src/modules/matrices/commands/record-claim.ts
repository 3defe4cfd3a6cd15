/** Why this file exists: every claim, whoever makes it, is weighed against its evidence and written the same way. */
import type { PersonId } from '../../../platform/access/index.js';
import type { Unit } from '../../../platform/database/index.js';
import { newId } from '../../../platform/ids/index.js';
import { ok, refuse, type Outcome, type Problem } from '../../../platform/outcome/index.js';
import { notFound } from '../../../platform/problems/index.js';
import type { FileId } from '../../files/index.js';
import { currentFramework } from '../../frameworks/data.js';
import type { EvidenceType, EvidenceTypeKey, Framework, Level, SkillKey } from '../../frameworks/index.js';
import type { AssessmentId, AssessmentSource, EvidenceItem } from '../domain/assessment.js';
import { exempt, propose } from '../domain/propose.js';
import { assessmentsById, insertAssessments, isAbout } from '../store/assessment.store.js';
import { attachFiles } from '../store/evidence-file.store.js';
import { inInput } from './input-field.js';

/** A piece of evidence as it is handed in. */
export interface EvidenceInput {
  readonly typeKey: EvidenceTypeKey;
  readonly title: string;
  readonly link?: string | null;
  /** Day on which the work was done. */
  readonly occurredOn: string;
  /** Files that show it, sent in before by whoever hands it in. */
  readonly fileIds?: readonly FileId[] | null;
}
export interface ClaimInput {
  readonly skillKey: SkillKey;
  readonly level: Level;
  readonly evidence: readonly EvidenceInput[];
  /** The day that the claim speaks of; today when absent. */
  readonly validOn?: string | null;
  /** First day on which it no longer counts; never when absent. */
  readonly expiresOn?: string | null;
  /** An assessment of the same person and skill that this one replaces. */
  readonly supersedesId?: AssessmentId | null;
}
/** Whose claim about whom, and of which kind. */
export interface Claimant {
  readonly personId: PersonId;
  readonly claimantPersonId: PersonId;
  readonly source: AssessmentSource;
}
export type Recorded = Outcome<{ id: AssessmentId }, Problem>;

export const evidenceTypesOf = (framework: Framework): ReadonlyMap<EvidenceTypeKey, EvidenceType> =>
  new Map(framework.evidenceTypes.map((type) => [type.key, type]));

export const evidenceItem = (e: EvidenceInput): EvidenceItem => ({
  type: e.typeKey,
  title: e.title.trim(),
  link: e.link ?? null,
  occurredOn: e.occurredOn,
});

export const todayOf = (unit: Unit): string => unit.now.toISOString().slice(0, 10);

/** A day may be one ahead of UTC, since somewhere it is that day already. */
export function refuseFuture(unit: Unit, days: readonly (readonly [field: string, day: string])[]): Problem | null {
  const last = new Date(unit.now.getTime() + 86_400_000).toISOString().slice(0, 10);
  const [found] = days.filter(([, day]) => day > last);
  if (found === undefined) return null;
  return {
    code: 'ASSESSMENT_DAY_IN_FUTURE',
    message: `${found[1]} lies in the future. Give a day that has come.`,
    field: found[0],
  };
}

export const unknownSkill = (key: SkillKey): Problem => ({
  code: 'UNKNOWN_SKILL',
  message: `There is no skill "${key}" in your current framework. Take a key from it.`,
  field: 'input.skillKey',
});

async function refuseClaim(
  unit: Unit,
  framework: Framework,
  personId: PersonId,
  input: ClaimInput,
): Promise<Problem | null> {
  if (!framework.skills.some(({ key }) => key === input.skillKey)) return unknownSkill(input.skillKey);
  const days = input.evidence.map((e, i) => [`input.evidence.${i}.occurredOn`, e.occurredOn] as const);
  const late = refuseFuture(unit, [['input.validOn', input.validOn ?? todayOf(unit)], ...days]);
  if (late !== null) return late;
  const replaced = input.supersedesId ?? null;
  if (replaced === null) return null;
  const [stored = null] = await assessmentsById(unit, [replaced]);
  return isAbout(stored, personId, input.skillKey)
    ? null
    : notFound('assessment of this person and skill', 'input.supersedesId');
}

/** Writes a claim in state PROPOSED, if its evidence can carry its level. The caller has decided that the actor may make it. */
export async function recordClaim(unit: Unit, by: Claimant, input: ClaimInput): Promise<Recorded> {
  const { record, framework } = await currentFramework(unit);
  const problem = await refuseClaim(unit, framework, by.personId, input);
  if (problem !== null) return refuse(problem);
  const id = newId<'Assessment'>();
  const proposed = propose(
    {
      id,
      personId: by.personId,
      skill: input.skillKey,
      level: input.level,
      source: by.source,
      evidence: input.evidence.map(evidenceItem),
      validOn: input.validOn ?? todayOf(unit),
      recordedAt: unit.now.toISOString(),
      expiresOn: input.expiresOn ?? null,
      claimantId: by.claimantPersonId,
      supersedes: input.supersedesId ?? null,
    },
    evidenceTypesOf(framework),
  );
  if (!proposed.ok) return refuse(inInput(proposed.problem));
  const facts = {
    frameworkVersionId: record.id,
    claimantMemberId: unit.actor?.memberId ?? null,
    claimantPersonId: by.claimantPersonId,
    provenance: null,
  };
  await insertAssessments(unit, [{ assessment: proposed.value, changes: [], facts }]);
  const missing = await attachFiles(unit, id, 1, input.evidence);
  if (missing !== null) return refuse(missing);
  const { personId, skill, source, evidenceClass, validOn, supersedes } = proposed.value;
  const data = { personId, skill, level: input.level, source, evidenceClass, validOn, supersedes };
  unit.record({ type: 'AssessmentProposed', entity: 'Assessment', entityId: id, data });
  return ok({ id });
}

export interface ExemptionInput {
  readonly personId: PersonId;
  readonly skillKey: SkillKey;
  readonly reason: string;
  readonly expiresOn?: string | null;
}

/** Writes an exemption. The caller has decided that the actor may grant it. */
export async function recordExemption(unit: Unit, byId: PersonId, input: ExemptionInput): Promise<Recorded> {
  const { record, framework } = await currentFramework(unit);
  if (!framework.skills.some(({ key }) => key === input.skillKey)) return refuse(unknownSkill(input.skillKey));
  const id = newId<'Assessment'>();
  const exempted = exempt({
    id,
    personId: input.personId,
    skill: input.skillKey,
    validOn: todayOf(unit),
    recordedAt: unit.now.toISOString(),
    expiresOn: input.expiresOn ?? null,
    claimantId: byId,
    supersedes: null,
    reason: input.reason,
  });
  if (!exempted.ok) return refuse(inInput(exempted.problem));
  const facts = {
    frameworkVersionId: record.id,
    claimantMemberId: unit.actor?.memberId ?? null,
    claimantPersonId: byId,
    provenance: null,
  };
  await insertAssessments(unit, [{ assessment: exempted.value, changes: [], facts }]);
  const data = { personId: input.personId, skill: input.skillKey, reason: exempted.value.exemptionReason };
  unit.record({ type: 'SkillExempted', entity: 'Assessment', entityId: id, data });
  return ok({ id });
}
