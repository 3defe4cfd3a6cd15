/** Why this file exists: whoever holds the link of an invitation reads it and accepts it, without being signed in. */
import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Open } from '../../platform/access/index.js';
import { answer, Op, Operation, problemAnswer, tooManyGuesses } from '../../platform/graphql/index.js';
import type { OrganisationId } from '../../platform/ids/index.js';
import { ok } from '../../platform/outcome/index.js';
import {
  beginLinkCheck,
  hashPassword,
  IdentitySettings,
  leave,
  memberById,
  signInPolicyOf,
} from '../identity/index.js';
import { ATTEMPT_SECONDS, begin, problemOf, providerOf, SignOnRefused, SignOnSettings } from '../sign-on/index.js';
import { currentOrganisation } from '../tenancy/index.js';
import { acceptWithPassword, notValid, passwordFault, validInvitation } from './accept.js';
import type { InvitationRecord } from './invitation.table.js';
import * as t from './invitations.types.js';
import { readInvitation } from './link.js';

interface Held {
  readonly organisationId: OrganisationId;
  readonly secretHash: string;
  readonly invitation: InvitationRecord;
  readonly passwords: boolean;
}

@Resolver()
export class AcceptResolver {
  constructor(
    private readonly identity: IdentitySettings,
    private readonly signOn: SignOnSettings,
  ) {}

  @Query(() => t.OwnInvitationObject, {
    nullable: true,
    description: 'The invitation behind a link; absent for every link that does not work, whatever the reason.',
  })
  @Open('the link is the proof; one that does not work says nothing')
  async invitation(
    @Op() operation: Operation,
    @Args('token', { type: () => String, description: 'The secret part of the link.' }) token: string,
  ): Promise<t.OwnInvitationObject | null> {
    const held = await this.#held(operation, token);
    if (held === null) return null;
    const { invitation, organisationId, passwords } = held;
    const { organisation, provider } = await operation.database.read(
      this.#scope(operation, organisationId),
      async (unit) => ({
        organisation: await currentOrganisation(unit),
        provider: await providerOf(unit),
      }),
    );
    const { displayName, email, expiresAt } = invitation;
    return {
      ...{ displayName, email, expiresAt, passwords },
      organisationName: organisation?.name ?? '',
      organisation: organisation?.slug ?? '',
      signOn: provider?.displayName ?? null,
    };
  }

  @Mutation(() => t.AcceptInvitationResult, {
    description: 'Accepts an invitation by choosing a password, and signs in.',
  })
  @Open('the link is the proof, and works once')
  async acceptInvitation(@Op() operation: Operation, @Args('input') input: t.AcceptInvitationInput): Promise<object> {
    const held = await this.#held(operation, input.token);
    if (held === null) return problemAnswer(notValid());
    if (!held.passwords) {
      const message = 'Nobody signs in with a password here. Accept the invitation by the provider.';
      return problemAnswer({ code: 'PASSWORDS_ARE_OFF', message });
    }
    const fault = passwordFault(input.password, held.invitation);
    if (fault !== null) return problemAnswer(fault);
    const passwordHash = await hashPassword(input.password);
    const { secretHash, organisationId } = held;
    const { userAgent, requestId } = operation.http;
    const outcome = await operation.database.write(this.#scope(operation, organisationId), (unit) =>
      acceptWithPassword(unit, { secretHash, passwordHash, userAgent }, this.identity.limits),
    );
    if (!outcome.ok) return problemAnswer(notValid());
    const { memberId, session } = outcome.value;
    operation.http.setSessionCookie(session.value, session.maxAgeSeconds);
    await leave(operation.database, operation.actor, requestId);
    const member = await operation.database.read(this.#scope(operation, organisationId), (unit) =>
      memberById(unit, memberId),
    );
    return answer('AcceptInvitation', ok(member), () => ({ member }));
  }

  @Mutation(() => t.StartInvitationSignOnResult, {
    description: 'Begins to accept an invitation by the provider of the organisation.',
  })
  @Open('the link is the proof, and works once')
  async startInvitationSignOn(
    @Op() operation: Operation,
    @Args('input') input: t.StartInvitationSignOnInput,
  ): Promise<object> {
    const held = await this.#held(operation, input.token);
    if (held === null) return problemAnswer(notValid());
    try {
      const begun = await begin(operation.database, this.signOn, {
        ...{ organisationId: held.organisationId, purpose: 'INVITATION', subjectId: held.invitation.id },
        ...{ returnPath: '/', requestId: operation.http.requestId },
      });
      operation.http.setSignOnCookie(begun.cookie, ATTEMPT_SECONDS);
      return answer('StartInvitationSignOn', ok(begun), ({ address }) => ({ address }));
    } catch (error) {
      if (error instanceof SignOnRefused) return problemAnswer(problemOf(error.reason));
      throw error;
    }
  }

  #scope(operation: Operation, organisationId: OrganisationId) {
    return { organisationId, actor: null, requestId: operation.http.requestId };
  }

  /** The invitation behind a link that works now; links that do not are counted. */
  async #held(operation: Operation, token: string): Promise<Held | null> {
    const read = readInvitation(token);
    const check = await beginLinkCheck(operation.database, token, operation.http.address);
    if (check.kind === 'REFUSED') throw tooManyGuesses(check.seconds);
    const found =
      read === null
        ? null
        : await operation.database.read(this.#scope(operation, read.organisationId), async (unit) => ({
            invitation: await validInvitation(unit, { secretHash: read.secretHash }),
            passwords: (await signInPolicyOf(unit)).passwords,
          }));
    if (read === null || found?.invitation == null) return null;
    await check.giveBack();
    return { ...read, invitation: found.invitation, passwords: found.passwords };
  }
}
