/** Why this file exists: root fields of profiles, fits and matrices: gate, call, return. */
import { Args, ID, Query, Resolver } from '@nestjs/graphql';
import { Requires, type PersonId } from '../../../platform/access/index.js';
import type { Unit } from '../../../platform/database/index.js';
import { badInput, Day, Op, Operation } from '../../../platform/graphql/index.js';
import { currentFramework } from '../../frameworks/data.js';
import type { SkillKey } from '../../frameworks/index.js';
import type { JobRoleVersionId } from '../../job-roles/data.js';
import type { OverlayKey } from '../../job-roles/index.js';
import type { TeamId } from '../../people/index.js';
import { todayOf } from '../commands/record-claim.js';
import { seesProfile } from '../policy/reach.js';
import { isReleasedTo } from '../policy/review.policy.js';
import { fitTo, standingOf, unknownOverlay } from '../queries/fit.js';
import { loadProfile } from '../queries/held-levels.js';
import { skillsMatrix } from '../queries/skills-matrix.js';
import { fitObject, matrixObject, namesOf, profileObject, standingObject } from './matrix.objects.js';
import { SkillsMatrixObject } from './matrix.types.js';
import { FitObject, ProfileObject, StandingObject, WhenArgs } from './profile.types.js';

const OVERLAYS = {
  type: () => [String],
  nullable: true,
  description: 'Keys of overlays to apply; none when absent.',
} as const;
const PERSON = { type: () => ID, description: 'The person.' } as const;

/** The overlays asked for; throws BAD_INPUT for one that the organisation does not have. */
async function checkedOverlays(unit: Unit, keys: readonly string[] | null | undefined): Promise<readonly OverlayKey[]> {
  const overlays = [...new Set((keys ?? []) as readonly OverlayKey[])];
  const unknown = await unknownOverlay(unit, overlays);
  if (unknown === null) return overlays;
  throw badInput([
    {
      field: 'overlayKeys',
      message: `names "${unknown}", which your organisation does not have. Take keys from \`overlays\`.`,
    },
  ]);
}

@Resolver()
export class ProfileResolver {
  @Query(() => ProfileObject, {
    nullable: true,
    description:
      'What a person holds: yourself, your direct reports, people whom you mentor, or everybody for an auditor. Absent when you may not see it.',
  })
  @Requires('assessment:read')
  async profile(
    @Op() operation: Operation,
    @Args('personId', PERSON) personId: PersonId,
    @Args() when: WhenArgs,
  ): Promise<ProfileObject | null> {
    const { unit } = operation;
    if (!(await seesProfile(unit, personId))) return null;
    const viewer = unit.actor?.personId ?? null;
    const loaded = await loadProfile(unit, personId, when, (assessment) => isReleasedTo(viewer, assessment));
    return profileObject(personId, loaded, await currentFramework(unit));
  }

  @Query(() => FitObject, {
    nullable: true,
    description:
      'How a person stands to a job role version, floors first. Absent when you may not see the profile, or there is no such version.',
  })
  @Requires('assessment:read')
  async fit(
    @Op() operation: Operation,
    @Args('personId', PERSON) personId: PersonId,
    @Args('jobRoleVersionId', { type: () => ID, description: 'The job role version.' })
    jobRoleVersionId: JobRoleVersionId,
    @Args('overlayKeys', OVERLAYS) overlayKeys: readonly string[] | null | undefined,
    @Args() when: WhenArgs,
  ): Promise<FitObject | null> {
    const { unit } = operation;
    if (!(await seesProfile(unit, personId))) return null;
    const question = { personId, jobRoleVersionId, overlayKeys: await checkedOverlays(unit, overlayKeys) };
    const found = await fitTo(unit, question, when);
    return found === null ? null : fitObject(found, namesOf(await currentFramework(unit)));
  }

  @Query(() => StandingObject, {
    nullable: true,
    description:
      'Where a person stands on both ladders: the fit on every rung and the position on both axes. Absent when you may not see the profile.',
  })
  @Requires('assessment:read')
  async whereIStand(
    @Op() operation: Operation,
    @Args('personId', { type: () => ID, nullable: true, description: 'The person; yourself when absent.' })
    personId: PersonId | null | undefined,
    @Args('overlayKeys', OVERLAYS) overlayKeys: readonly string[] | null | undefined,
  ): Promise<StandingObject | null> {
    const { unit } = operation;
    const whom = personId ?? operation.member.personId;
    if (whom === null || !(await seesProfile(unit, whom))) return null;
    const standing = await standingOf(unit, whom, await checkedOverlays(unit, overlayKeys));
    return standingObject(standing, namesOf(await currentFramework(unit)));
  }

  @Query(() => SkillsMatrixObject, {
    nullable: true,
    description:
      'Verified levels of a team side by side: rows of your direct reports, of everybody for planners and auditors, figures alone for administrators. Absent for a team without anybody in sight.',
  })
  @Requires('skills-matrix:read')
  async skillsMatrix(
    @Op() operation: Operation,
    @Args('teamId', {
      type: () => ID,
      nullable: true,
      description: 'The team; everybody within your reach when absent.',
    })
    teamId: TeamId | null | undefined,
    @Args('overlayKeys', OVERLAYS) overlayKeys: readonly string[] | null | undefined,
    @Args('skillKeys', {
      type: () => [String],
      nullable: true,
      description: 'Only these skills; all of the current framework when absent.',
    })
    skillKeys: readonly string[] | null | undefined,
    @Args('asOf', {
      type: () => Day,
      nullable: true,
      description: 'How it was on this day, as known now; today when absent.',
    })
    asOf: string | null | undefined,
  ): Promise<SkillsMatrixObject | null> {
    const { unit } = operation;
    const overlays = await checkedOverlays(unit, overlayKeys);
    const block = await skillsMatrix(unit, {
      teamId: teamId ?? null,
      overlayKeys: overlays,
      skillKeys: (skillKeys ?? null) as readonly SkillKey[] | null,
      asOf: asOf ?? todayOf(unit),
    });
    return block === null ? null : matrixObject(block);
  }
}
