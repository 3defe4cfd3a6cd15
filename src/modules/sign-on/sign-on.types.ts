/** Why this file exists: single sign-on as the API shows it; a client secret goes in and never comes out. */
import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { IsInt, IsOptional, IsString, Length, MaxLength, Min, MinLength } from 'class-validator';
import type { MemberId } from '../../platform/access/index.js';
import { Instant, resultUnion } from '../../platform/graphql/index.js';
import { MemberObject } from '../identity/index.js';

@ObjectType('WaysToSignIn', { description: 'How somebody can sign in.' })
export class WaysToSignInObject {
  @Field(() => String, {
    nullable: true,
    description: 'What the provider of single sign-on is called; absent where there is none.',
  })
  readonly signOn!: string | null;
  @Field(() => Boolean, { description: 'Whether a password lets anybody in.' })
  readonly passwords!: boolean;
}

@ObjectType('SignOnProvider', {
  description: 'The provider by which members sign in. Its secret is not shown to anybody.',
})
export class SignOnProviderObject {
  @Field(() => String, { description: 'Its issuer, exactly as it stands in its tokens.' })
  readonly issuer!: string;
  @Field(() => String, { description: 'What this product is called there.' })
  readonly clientId!: string;
  @Field(() => String, { description: 'What people call it.' })
  readonly displayName!: string;
  @Field(() => Int, { description: 'Version for changing it.' })
  readonly version!: number;
}

@ObjectType('MailDomain', { description: 'A mail domain that the organisation has proved, or is about to.' })
export class MailDomainObject {
  @Field(() => String, { description: 'The domain, in lower case.' })
  readonly domain!: string;
  @Field(() => String, { description: 'Name of the TXT record that proves it.' })
  readonly recordName!: string;
  @Field(() => String, { description: 'What the record says.' })
  readonly recordValue!: string;
  @Field(() => Instant, { nullable: true, description: 'When it was proved; absent while it is not.' })
  readonly provedAt!: string | null;
}

@ObjectType('SignOnRequest', {
  description: 'An account of the provider that carries the verified address of a member and is not connected yet.',
})
export class SignOnRequestObject {
  readonly memberId!: MemberId;
  @Field(() => Instant, { description: 'When it was tried last.' })
  readonly askedAt!: string;
}

@ObjectType('SignOnSettings', { description: 'How members of the organisation get in.' })
export class SignOnSettingsObject {
  @Field(() => SignOnProviderObject, { nullable: true, description: 'The provider; absent while there is none.' })
  readonly provider!: SignOnProviderObject | null;
  @Field(() => String, {
    nullable: true,
    description:
      'Where the provider must send browsers back to; absent while the operator has not named the address of the server.',
  })
  readonly returnAddress!: string | null;
  @Field(() => Boolean, { description: 'Whether local passwords let anybody in.' })
  readonly passwords!: boolean;
  @Field(() => Int, { description: 'Version for switching passwords; 0 when it was never done.' })
  readonly passwordsVersion!: number;
  @Field(() => [MailDomainObject], { description: 'Mail domains, by name; at most 50.' })
  readonly domains!: readonly MailDomainObject[];
  @Field(() => [SignOnRequestObject], {
    description: 'Accounts that wait for an administrator to connect them, the latest first; at most 100.',
  })
  readonly requests!: readonly SignOnRequestObject[];
  @Field(() => Int, { description: 'How many members are connected with the provider of now.' })
  readonly linkedMembers!: number;
}

@ObjectType('MySignOn', { description: 'Whether the caller can sign in by the provider.' })
export class MySignOnObject {
  @Field(() => String, { nullable: true, description: 'What the provider is called; absent where there is none.' })
  readonly provider!: string | null;
  @Field(() => Boolean, { description: 'Whether an account there is connected with the caller.' })
  readonly isLinked!: boolean;
}

@InputType({ description: 'The provider of the organisation.' })
export class ConfigureSignOnInput {
  @Field(() => String, {
    description: 'Its issuer, letter by letter as the provider names it; at most 300 characters.',
  })
  @Length(8, 300)
  readonly issuer!: string;
  @Field(() => String, { description: 'What this product is called there; at most 200 characters.' })
  @Length(1, 200)
  readonly clientId!: string;
  @Field(() => String, {
    nullable: true,
    description:
      'The secret of this client, 8 to 500 characters; absent keeps the one that is known for the same issuer and client.',
  })
  @IsOptional()
  @Length(8, 500)
  readonly clientSecret?: string | null;
  @Field(() => String, { description: 'What people call it, such as the name of the company; at most 80 characters.' })
  @MinLength(1)
  @MaxLength(80)
  readonly displayName!: string;
  @Field(() => Int, { description: 'The version that the caller saw; 0 for the first.' })
  @IsInt()
  @Min(0)
  readonly version!: number;
}

@InputType({ description: 'Switches single sign-on off.' })
export class RemoveSignOnInput {
  @Field(() => Int, { description: 'The version that the caller saw.' })
  @IsInt()
  @Min(1)
  readonly version!: number;
}

@InputType({ description: 'Opens or closes the way in by local passwords.' })
export class SetPasswordSignInInput {
  @Field(() => Boolean, { description: 'Whether passwords let anybody in.' })
  readonly passwords!: boolean;
  @Field(() => Int, { description: 'The version that the caller saw.' })
  @IsInt()
  @Min(0)
  readonly version!: number;
}

@InputType({ description: 'A mail domain.' })
export class MailDomainInput {
  @Field(() => String, { description: 'What stands after the @, such as `acme.example`.' })
  @Length(3, 253)
  readonly domain!: string;
}

@InputType({ description: 'An account that waits for a decision.' })
export class DecideSignOnRequestInput {
  @Field(() => ID, { description: 'The member whose address it carries.' })
  @IsString()
  readonly memberId!: MemberId;
  @Field(() => Boolean, { description: 'True connects it with the member, false forgets it.' })
  readonly accept!: boolean;
}

@InputType({ description: 'A member who is connected with the provider.' })
export class UnlinkSignOnInput {
  @Field(() => ID, { description: 'The member.' })
  @IsString()
  readonly memberId!: MemberId;
}

@InputType({
  description: 'The caller’s own password, so that nobody connects an account on a screen that was left open.',
})
export class StartSignOnLinkInput {
  @Field(() => String, { description: 'The password, 1 to 200 characters.' })
  @MinLength(1)
  @MaxLength(200)
  readonly password!: string;
}

const settings = { settings: [() => SignOnSettingsObject, 'What holds now.'] } as const;
const ofMember = { member: [() => MemberObject, 'The member.'] } as const;
export const ConfigureSignOnResult = resultUnion('ConfigureSignOn', 'Members can sign in by the provider.', settings);
export const RemoveSignOnResult = resultUnion('RemoveSignOn', 'Nobody signs in by the provider any more.', settings);
export const SetPasswordSignInResult = resultUnion(
  'SetPasswordSignIn',
  'It holds from the next sign-in on; switching off ended every session that began with a password.',
  settings,
);
export const StartMailDomainProofResult = resultUnion(
  'StartMailDomainProof',
  'The record that proves the domain is known.',
  settings,
);
export const CheckMailDomainProofResult = resultUnion('CheckMailDomainProof', 'The domain is proved.', settings);
export const RemoveMailDomainResult = resultUnion('RemoveMailDomain', 'The domain is given up.', settings);
export const DecideSignOnRequestResult = resultUnion('DecideSignOnRequest', 'It is decided.', ofMember);
export const UnlinkSignOnResult = resultUnion(
  'UnlinkSignOn',
  'The account is disconnected, and the sessions that began there have ended.',
  ofMember,
);
export const StartSignOnLinkResult = resultUnion('StartSignOnLink', 'The browser goes to the provider now.', {
  address: [() => String, 'Where it goes.'],
});
