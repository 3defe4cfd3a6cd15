/** Why this file exists: members as the API shows them. */
import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { IsEmail, MaxLength, MinLength } from 'class-validator';
import { defineLoader, resultUnion } from '../../platform/graphql/index.js';
import { memberTable, type MemberRecord } from './identity.tables.js';

@ObjectType('Member', { description: 'A sign-in of the organisation. What it may do is decided by its grants.' })
export class MemberObject {
  @Field(() => ID, { description: 'Id of the member.' })
  readonly id!: string;
  @Field(() => String, { description: 'Name as shown to colleagues.' })
  readonly displayName!: string;
  @Field(() => String, { description: 'What the member does, in a few words.' })
  readonly headline!: string;
}

@ObjectType('DemonstrationMember', {
  description: 'A member of the demonstration organisation that anybody may step into.',
})
export class DemonstrationMember {
  @Field(() => ID, { description: 'Id of the member, for `demonstrationSignIn`.' })
  readonly memberId!: string;
  @Field(() => String, { description: 'Name as shown to colleagues.' })
  readonly displayName!: string;
  @Field(() => String, { description: 'What this person comes to do.' })
  readonly headline!: string;
}

@InputType({ description: 'A local account and its password.' })
export class SignInInput {
  @Field(() => String, { description: 'Short name of the organisation.' })
  @MaxLength(60)
  readonly organisation!: string;
  @Field(() => String, { description: 'E-mail address of the member.' })
  @IsEmail()
  @MaxLength(254)
  readonly email!: string;
  @Field(() => String, { description: 'The password, 1 to 200 characters.' })
  @MinLength(1)
  @MaxLength(200)
  readonly password!: string;
}

export const SignInResult = resultUnion('SignIn', 'The session cookie was set.', {
  member: [() => MemberObject, 'Who is signed in now.'],
});

/** Members by id. */
export const memberLoader = defineLoader<MemberRecord>('member', async (unit, ids) => {
  const members = await unit.find(memberTable, { id: ids as MemberRecord['id'][] });
  return new Map(members.map((m) => [m.id, m]));
});
