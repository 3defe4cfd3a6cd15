/** Why this file exists: teams and people as the API shows them. */
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Day } from '../../../platform/graphql/index.js';
import type { PersonRecord } from '../store/person.tables.js';

@ObjectType('Team', { description: 'A team of people.' })
export class TeamObject {
  @Field(() => ID, { description: 'Id of the team.' })
  readonly id!: string;
  @Field(() => String, { description: 'Name, unique in the organisation.' })
  readonly name!: string;
}

@ObjectType('Person', { description: 'An employee of the organisation.' })
export class PersonObject {
  @Field(() => ID, { description: 'Id of the person.' })
  readonly id!: PersonRecord['id'];
  @Field(() => String, { description: 'Name as shown to colleagues.' })
  readonly displayName!: string;
  @Field(() => Day, { description: 'First day of work.' })
  readonly startedOn!: string;
  @Field(() => Int, { description: 'Counts the changes of the record; name it when you change it.' })
  readonly version!: number;
  readonly memberId!: PersonRecord['memberId'];
  readonly teamId!: PersonRecord['teamId'];
  readonly managerId!: PersonRecord['managerId'];
  readonly jobRoleVersionId!: PersonRecord['jobRoleVersionId'];
  readonly availability!: number;
  readonly mentorCapacity!: number;
  readonly leftOn!: string | null;
}
