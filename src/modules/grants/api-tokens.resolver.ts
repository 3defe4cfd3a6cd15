/** Why this file exists: making, listing and revoking API tokens. */
import { Args, ArgsType, Field, ID, Info, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { IsOptional } from 'class-validator';
import type { GraphQLResolveInfo } from 'graphql';
import { AnyMember, type MemberId, type Permission } from '../../platform/access/index.js';
import { answer, connectionOf, Op, Operation, page, PageArgs, type Page } from '../../platform/graphql/index.js';
import { ok } from '../../platform/outcome/index.js';
import { MemberObject, memberLoader } from '../identity/index.js';
import { publicIdOf } from './api-token-text.js';
import * as tokens from './api-tokens.js';
import * as t from './api-tokens.types.js';
import { scopesOf } from './authorization-matrix.js';
import { grantsLoader } from './grants.js';
import { permissionInWords } from './rights-in-words.js';
import { mayProvision, PROVISIONING_SCOPE } from './token-permissions.js';

const ApiTokenConnection = connectionOf('ApiToken', t.ApiTokenObject);

@ArgsType()
export class ApiTokenArgs extends PageArgs {
  @Field(() => ID, { nullable: true, description: 'Only tokens of this member.' })
  @IsOptional()
  readonly memberId?: MemberId | null;
}

@Resolver(() => t.ApiTokenObject)
export class ApiTokensResolver {
  @Query(() => ApiTokenConnection, {
    description:
      'API tokens, newest first, without their secrets: the own ones; administrators and auditors see all of the organisation.',
  })
  @AnyMember()
  apiTokens(
    @Op() operation: Operation,
    @Args() args: ApiTokenArgs,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Page<t.ApiTokenObject>> {
    const list = tokens.apiTokenList(operation.unit, operation.member, args.memberId ?? null);
    return page(operation.unit, list, args, info);
  }

  @Mutation(() => t.CreateApiTokenResult, {
    description: 'Makes an API token of the caller; its secret is shown once.',
  })
  @AnyMember()
  async createApiToken(@Op() operation: Operation, @Args('input') input: t.CreateApiTokenInput): Promise<object> {
    let made: tokens.MadeToken | null = null; // the secret stays out of the stored outcome of a repeated call
    const outcome = await operation.command('createApiToken', input, async (unit) => {
      const created = await tokens.createApiToken(unit, operation.member, input);
      made = created.ok ? created.value : null;
      return created.ok ? ok({ id: created.value.id }) : created;
    });
    return answer('CreateApiToken', outcome, ({ id }) => ({
      secret: { value: secretOf(made, id) },
      apiToken: () => operation.load(tokens.apiTokenLoader, id),
    }));
  }

  @Mutation(() => t.RevokeApiTokenResult, {
    description: 'Ends an API token at once: an own one, or anybody’s for administrators.',
  })
  @AnyMember()
  async revokeApiToken(@Op() operation: Operation, @Args('input') input: t.RevokeApiTokenInput): Promise<object> {
    const outcome = await operation.command('revokeApiToken', input, (unit) =>
      tokens.revokeApiToken(unit, operation.member, input),
    );
    return answer('RevokeApiToken', outcome, ({ id }) => ({
      apiToken: () => operation.load(tokens.apiTokenLoader, id),
    }));
  }

  @ResolveField(() => String, {
    description:
      'The part of the token between `tlk_` and the secret, 43 characters. It is no secret: it tells which token a found one is.',
  })
  publicId(@Parent() token: t.ApiTokenObject, @Op() operation: Operation): string {
    return publicIdOf(operation.member.organisationId, token.id);
  }

  @ResolveField(() => MemberObject, { nullable: true, description: 'Whose rights it has a part of.' })
  owner(@Parent() token: t.ApiTokenObject, @Op() operation: Operation): Promise<MemberObject | null> {
    return operation.load(memberLoader, token.memberId);
  }

  @ResolveField(() => [t.ApiTokenScopeObject], { description: 'What it carries, in words.' })
  async scopes(@Parent() token: t.ApiTokenObject, @Op() operation: Operation): Promise<t.ApiTokenScopeObject[]> {
    const held = scopesOf((await operation.load(grantsLoader, token.memberId)) ?? []);
    return token.scopes.map((permission) =>
      permission === PROVISIONING_SCOPE
        ? { permission, resource: 'Members and groups', action: 'Provision', isHeld: mayProvision(held) }
        : { permission, ...permissionInWords(permission), isHeld: held.has(permission as Permission) },
    );
  }
}

/** The secret, if it was made by this very call. */
const secretOf = (made: tokens.MadeToken | null, id: string): string | null => (made?.id === id ? made.secret : null);
