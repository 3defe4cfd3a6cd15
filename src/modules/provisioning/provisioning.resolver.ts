/** Why this file exists: administrators see how provisioning stands, and say what groups give. */
import { Args, Info, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { Requires } from '../../platform/access/index.js';
import { answer, connectionOf, Op, Operation, page, PageArgs, type Page } from '../../platform/graphql/index.js';
import {
  groupGrantsLoader,
  groupList,
  groupLoader,
  provisioningTokens,
  seesGrantsOf,
  setGroupGrants,
} from '../grants/index.js';
import { MemberObject } from '../identity/index.js';
import { provisioningUseLoader } from './provisioning-use.js';
import * as t from './provisioning.types.js';
import type { ProvisioningUse } from './provisioning.tables.js';
import { ROOT } from './resources.js';

const MemberGroupConnection = connectionOf('MemberGroup', t.MemberGroupObject);

function requestsOf(use: ProvisioningUse | null): Omit<t.ProvisioningTokenObject, 'apiToken'> {
  if (use === null) return { lastRequest: null, lastRefusal: null };
  const { requestedAt, request, status, refusedAt, refusedRequest, refusedStatus, refusal } = use;
  const lastRefusal =
    refusedAt === null ? null : { at: refusedAt, request: refusedRequest ?? '', status: refusedStatus ?? 0, refusal };
  const isRefused = status >= 400;
  return { lastRequest: { at: requestedAt, request, status, refusal: isRefused ? refusal : null }, lastRefusal };
}

@Resolver(() => MemberObject)
export class ProvisioningResolver {
  @Query(() => t.ProvisioningObject, { description: 'How members and groups come from an identity provider.' })
  @Requires('grant:create')
  async provisioning(@Op() operation: Operation): Promise<t.ProvisioningObject> {
    const { unit } = operation;
    const tokens = await provisioningTokens(unit);
    const uses = await operation.loadMany(
      provisioningUseLoader,
      tokens.map((token) => token.id),
    );
    const counted = await unit.one<{ number: number }>(
      'select count(*)::int as number from provisioned_user where organisation_id = $1',
    );
    return {
      path: ROOT,
      provisionedCount: counted?.number ?? 0,
      tokens: tokens.map((apiToken, i) => ({ apiToken, ...requestsOf(uses[i] ?? null) })),
    };
  }

  @Query(() => MemberGroupConnection, { description: 'Groups of the identity provider with what they give, by name.' })
  @Requires('grant:create')
  memberGroups(
    @Op() operation: Operation,
    @Args() args: PageArgs,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Page<t.MemberGroupObject>> {
    return page(operation.unit, groupList(), args, info);
  }

  @Mutation(() => t.SetGroupGrantsResult, { description: 'Says which grants the members of a group hold.' })
  @Requires('grant:create')
  async setGroupGrants(@Op() operation: Operation, @Args('input') input: t.SetGroupGrantsInput): Promise<object> {
    const outcome = await operation.command('setGroupGrants', input, (unit) => setGroupGrants(unit, input));
    return answer('SetGroupGrants', outcome, ({ id }) => ({ group: () => operation.load(groupLoader, id) }));
  }

  @ResolveField(() => [t.GroupGrantObject], {
    nullable: true,
    description: 'Which of the grants come from groups; absent for members whose grants you may not see.',
  })
  async groupGrants(
    @Parent() member: MemberObject,
    @Op() operation: Operation,
  ): Promise<readonly t.GroupGrantObject[] | null> {
    if (!seesGrantsOf(operation.member, member.id)) return null;
    return (await operation.load(groupGrantsLoader, member.id)) ?? [];
  }
}
