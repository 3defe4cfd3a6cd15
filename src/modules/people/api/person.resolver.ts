/** Why this file exists: root fields of teams and people: gate, call, return. */
import { Args, ID, Info, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { AnyMember, Requires, type PersonId } from '../../../platform/access/index.js';
import type { Unit } from '../../../platform/database/index.js';
import { answer, connectionOf, Op, Operation, page, PageArgs, type Page } from '../../../platform/graphql/index.js';
import { addPerson, addTeam } from '../commands/add-people.js';
import {
  endEmployment,
  linkPersonToMember,
  updatePerson,
  type Changed,
  type PersonChanges,
} from '../commands/update-person.js';
import { EMPLOYED, todayOf } from '../store/person.store.js';
import * as i from './person.inputs.js';
import { PERSON, personLoader, teamLoader } from './person.loaders.js';
import { PersonObject, TeamObject } from './person.types.js';

const PersonConnection = connectionOf('Person', PersonObject);
const TeamConnection = connectionOf('Team', TeamObject);

const LIST = `
select ${PERSON} from person
 where organisation_id = $1 and ($3::boolean or ${EMPLOYED}) and ($4::uuid is null or team_id = $4)
   and ($5::uuid is null or job_role_version_id = $5) and ($6::text is null or strpos(lower(display_name), lower($6)) > 0)`;

@Resolver()
export class PersonResolver {
  @Query(() => TeamConnection, { description: 'All teams, by name.' })
  @Requires('directory:read')
  teams(
    @Op() operation: Operation,
    @Args() args: PageArgs,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Page<TeamObject>> {
    const sql = 'select id, name from team where organisation_id = $1';
    return page(operation.unit, { list: 'teams', sql, values: [], orderBy: ['name', 'id'] }, args, info);
  }

  @Query(() => PersonConnection, { description: 'People, by name; those who have left only when asked for.' })
  @Requires('directory:read')
  people(
    @Op() operation: Operation,
    @Args() args: i.PersonListArgs,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Page<PersonObject>> {
    const { unit } = operation;
    const { filter } = args;
    const text = filter?.text?.trim() ?? '';
    const narrowed = [
      filter?.withLeavers ?? false,
      filter?.teamId ?? null,
      filter?.jobRoleVersionId ?? null,
      text === '' ? null : text,
    ];
    const values = [todayOf(unit), ...narrowed];
    return page(
      unit,
      { list: 'people', sql: LIST, values, orderBy: ['displayName', 'id'], filter: narrowed },
      args,
      info,
    );
  }

  @Query(() => PersonObject, {
    nullable: true,
    description: 'A person, also one who has left; absent when there is no such person.',
  })
  @Requires('directory:read')
  person(
    @Op() operation: Operation,
    @Args('id', { type: () => ID, description: 'The person.' }) id: PersonId,
  ): Promise<PersonObject | null> {
    return operation.load(personLoader, id);
  }

  @Query(() => PersonObject, {
    nullable: true,
    description: 'The person behind your sign-in; absent when there is none.',
  })
  @AnyMember()
  async myPerson(@Op() operation: Operation): Promise<PersonObject | null> {
    const { personId } = operation.member;
    return personId === null ? null : operation.load(personLoader, personId);
  }

  @Mutation(() => i.AddTeamResult, { description: 'Adds a team.' })
  @Requires('directory:create')
  async addTeam(@Op() operation: Operation, @Args('input') input: i.AddTeamInput): Promise<object> {
    const outcome = await operation.command('AddTeam', input, (unit) => addTeam(unit, input));
    return answer('AddTeam', outcome, ({ id }) => ({ team: operation.load(teamLoader, id) }));
  }
  @Mutation(() => i.AddPersonResult, { description: 'Adds a person.' })
  @Requires('directory:create')
  addPerson(@Op() operation: Operation, @Args('input') input: i.AddPersonInput): Promise<object> {
    return run(operation, 'AddPerson', input, (unit) => addPerson(unit, input));
  }
  @Mutation(() => i.UpdatePersonResult, {
    description:
      'Changes team, manager, job role or time of a person. A circle in the reporting lines is refused and its members are named.',
  })
  @Requires('directory:update')
  updatePerson(@Op() operation: Operation, @Args('input') input: i.UpdatePersonInput): Promise<object> {
    return run(operation, 'UpdatePerson', input, (unit) => updatePerson(unit, { ...input, changes: changesOf(input) }));
  }
  @Mutation(() => i.LinkPersonToMemberResult, {
    description: 'Says which sign-in is this person, or that none is. Open sessions of the members involved end.',
  })
  @Requires('directory:update')
  linkPersonToMember(@Op() operation: Operation, @Args('input') input: i.LinkPersonToMemberInput): Promise<object> {
    return run(operation, 'LinkPersonToMember', input, (unit) =>
      linkPersonToMember(unit, { ...input, memberId: input.memberId ?? null }),
    );
  }
  @Mutation(() => i.EndEmploymentResult, {
    description: 'Ends an employment on a day. Nothing about the person is removed.',
  })
  @Requires('directory:update')
  endEmployment(@Op() operation: Operation, @Args('input') input: i.EndEmploymentInput): Promise<object> {
    return run(operation, 'EndEmployment', input, (unit) => endEmployment(unit, input));
  }
}

async function run(
  operation: Operation,
  name: string,
  input: unknown,
  work: (unit: Unit) => Promise<Changed>,
): Promise<object> {
  const outcome = await operation.command(name, input, work);
  return answer(name, outcome, ({ id }) => ({ person: operation.load(personLoader, id) }));
}

/** The facts that are given; `null` clears team, manager and job role, and is no fact elsewhere. */
function changesOf(input: i.UpdatePersonInput): PersonChanges {
  const { displayName, teamId, managerId, jobRoleVersionId, availability, mentorCapacity } = input;
  return {
    ...(displayName == null ? {} : { displayName: displayName.trim() }),
    ...(teamId === undefined ? {} : { teamId }),
    ...(managerId === undefined ? {} : { managerId }),
    ...(jobRoleVersionId === undefined ? {} : { jobRoleVersionId }),
    ...(availability == null ? {} : { availability }),
    ...(mentorCapacity == null ? {} : { mentorCapacity }),
  };
}
