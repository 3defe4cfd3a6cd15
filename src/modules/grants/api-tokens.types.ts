/** Why this file exists: API tokens as their owners, administrators and auditors see them. */
import { Field, ID, InputType, ObjectType, registerEnumType } from '@nestjs/graphql';
import { ArrayMaxSize, ArrayMinSize, IsString, MaxLength } from 'class-validator';
import type { MemberId } from '../../platform/access/index.js';
import { Day, Instant, resultUnion } from '../../platform/graphql/index.js';
import type { ApiTokenId } from './api-token.tables.js';
import type { ApiTokenState } from './api-tokens.js';

const states: { readonly [S in ApiTokenState]: S } = {
  LIVE: 'LIVE',
  EXPIRED: 'EXPIRED',
  REVOKED: 'REVOKED',
  SUSPENDED: 'SUSPENDED',
};
registerEnumType(states, {
  name: 'ApiTokenState',
  description: 'Whether an API token works.',
  valuesMap: {
    LIVE: { description: 'It works.' },
    EXPIRED: { description: 'Its last day has passed.' },
    REVOKED: { description: 'Its owner or an administrator ended it.' },
    SUSPENDED: { description: 'Its owner cannot sign in any more.' },
  },
});

@ObjectType('ApiTokenScope', { description: 'One permission that an API token carries.' })
export class ApiTokenScopeObject {
  @Field(() => String, { description: 'The permission, `resource:action`, or `scim`.' })
  readonly permission!: string;
  @Field(() => String, { description: 'What it is about, such as `Candidates`.' })
  readonly resource!: string;
  @Field(() => String, { description: 'What may be done, such as `See`.' })
  readonly action!: string;
  @Field(() => Boolean, {
    description: 'Whether the grants of the owner give it now; the token can do it only while they do.',
  })
  readonly isHeld!: boolean;
}

@ObjectType('ApiToken', {
  description: 'Lets a program act for a member with a part of the member’s rights. Its secret was shown once.',
})
export class ApiTokenObject {
  @Field(() => ID, { description: 'Id of the token.' })
  readonly id!: ApiTokenId;
  @Field(() => String, { description: 'What its owner called it.' })
  readonly name!: string;
  @Field(() => Instant, { description: 'When it was made.' })
  readonly createdAt!: string;
  @Field(() => Day, { description: 'The first day (UTC) on which it no longer works.' })
  readonly expiresOn!: string;
  @Field(() => Instant, { nullable: true, description: 'When it was revoked; absent when it was not.' })
  readonly revokedAt!: string | null;
  @Field(() => Instant, { nullable: true, description: 'When it was used last, to the minute; absent when never.' })
  readonly lastUsedAt!: string | null;
  @Field(() => states, { description: 'Whether it works.' })
  readonly state!: ApiTokenState;
  readonly memberId!: MemberId;
  readonly scopes!: readonly string[];
}

@ObjectType('ApiTokenSecret', { description: 'The secret of a new API token, for this once.' })
export class ApiTokenSecretObject {
  @Field(() => String, {
    nullable: true,
    description:
      'The whole token, for the header `Authorization: Bearer <token>`. Only its hash is kept, so it is never shown again; absent in the answer to a repeated request.',
  })
  readonly value!: string | null;
}

@InputType({ description: 'A new API token of the caller.' })
export class CreateApiTokenInput {
  @Field(() => String, {
    description:
      'What the program is that will use it, 1 to 80 characters; no other token of the caller that works has it.',
  })
  @MaxLength(80)
  readonly name!: string;
  @Field(() => [String], {
    description:
      'Permissions that it carries, at least one; `me.tokenScopes` lists those to choose from. Or `scim` alone, for administrators: a token that opens provisioning and nothing else.',
  })
  @ArrayMinSize(1)
  @ArrayMaxSize(100)
  readonly scopes!: string[];
  @Field(() => Day, {
    description:
      'The first day (UTC) on which it no longer works: tomorrow at the earliest, 365 days from today at the latest.',
  })
  readonly expiresOn!: string;
}

@InputType({ description: 'An API token of the caller, or of anybody for administrators.' })
export class RevokeApiTokenInput {
  @Field(() => ID, { description: 'The token.' })
  @IsString()
  readonly tokenId!: ApiTokenId;
}

export const CreateApiTokenResult = resultUnion('CreateApiToken', 'The token works from now on.', {
  apiToken: [() => ApiTokenObject, 'The token.'],
  secret: [() => ApiTokenSecretObject, 'Its secret, shown this once.'],
});
export const RevokeApiTokenResult = resultUnion('RevokeApiToken', 'The token ends with its next request.', {
  apiToken: [() => ApiTokenObject, 'The token.'],
});
