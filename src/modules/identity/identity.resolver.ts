/** Why this file exists: signing in and out. */
import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { MemberId } from '../../platform/access/index.js';
import { Open } from '../../platform/access/index.js';
import { answer, Op, Operation, problemAnswer } from '../../platform/graphql/index.js';
import { ok, refuse, type Outcome, type Problem } from '../../platform/outcome/index.js';
import { notFound } from '../../platform/problems/index.js';
import { allOrganisations, organisationBySlug, type OrganisationRecord } from '../tenancy/index.js';
import { AttemptLimit } from './attempt-limit.js';
import { DemonstrationMember, SignInInput, SignInResult } from './identity.types.js';
import { memberTable, type MemberRecord, type SessionId, type SignInMethod } from './identity.tables.js';
import { memberByEmail, passwordFits, personOfMember } from './members.js';
import { endSession, openSession } from './sessions.js';
import { IdentitySettings } from './settings.js';

const failed = (): Problem => ({
  code: 'SIGN_IN_FAILED',
  message: 'Organisation, e-mail address and password do not belong together. Check all three.',
});

@Resolver()
export class IdentityResolver {
  readonly #attempts = new AttemptLimit(5, 60_000);
  constructor(private readonly settings: IdentitySettings) {}

  @Mutation(() => SignInResult, { description: 'Signs in with a local account and sets the session cookie.' })
  @Open('nobody is signed in before it')
  async signIn(@Op() operation: Operation, @Args('input') input: SignInInput): Promise<object> {
    const account = `${input.organisation}/${input.email.toLowerCase()}`;
    if (!this.#attempts.mayTry(account, operation.database.now().getTime()))
      return problemAnswer({
        code: 'TOO_MANY_ATTEMPTS',
        message: 'Too many failed sign-ins for this account. Wait a minute and try again.',
      });
    const organisation = await organisationBySlug(operation.database, input.organisation);
    const member = organisation === null ? null : await this.#member(operation, organisation, input.email);
    const fits = await passwordFits(member, input.password);
    if (organisation === null || member === null || !fits || member.state !== 'ACTIVE') {
      this.#attempts.failed(account, operation.database.now().getTime());
      if (organisation !== null && member !== null) await this.#recordFailure(operation, organisation, member);
      return problemAnswer(failed());
    }
    return this.#open(operation, organisation, member, 'PASSWORD');
  }

  @Query(() => [DemonstrationMember], {
    description: 'People of the demonstration organisation to step into; empty when there is none.',
  })
  @Open('the demonstration organisation holds invented people only, and is refused in production')
  async demonstrationMembers(@Op() operation: Operation): Promise<DemonstrationMember[]> {
    const organisation = await this.#demonstration(operation);
    if (organisation === null) return [];
    const members = await operation.database.read(
      { organisationId: organisation.id, actor: null, requestId: operation.http.requestId },
      (unit) => unit.find(memberTable, { state: 'ACTIVE' }, { orderBy: 'created_at, id' }),
    );
    return members
      .filter((m) => m.headline !== '')
      .map((m) => ({ memberId: m.id, displayName: m.displayName, headline: m.headline }));
  }

  @Mutation(() => SignInResult, {
    description: 'Steps into a member of the demonstration organisation, without a password.',
  })
  @Open('the demonstration organisation holds invented people only, and is refused in production')
  async demonstrationSignIn(
    @Op() operation: Operation,
    @Args('memberId', { type: () => ID, description: 'Who to be.' }) memberId: string,
  ): Promise<object> {
    const organisation = await this.#demonstration(operation);
    if (organisation === null) return problemAnswer(notFound('demonstration member', 'memberId'));
    const scope = { organisationId: organisation.id, actor: null, requestId: operation.http.requestId };
    const member = await operation.database.read(scope, (unit) =>
      unit.findOne(memberTable, { id: memberId as MemberId, state: 'ACTIVE' }),
    );
    if (member === null) return problemAnswer(notFound('demonstration member', 'memberId'));
    return this.#open(operation, organisation, member, 'DEMONSTRATION');
  }

  @Mutation(() => Boolean, {
    description: 'Ends the session and clears the cookie; true also when nobody was signed in.',
  })
  @Open('ending no session is harmless')
  async signOut(@Op() operation: Operation): Promise<boolean> {
    operation.http.clearSessionCookie();
    await this.#endCurrent(operation);
    return true;
  }

  /** Ends the session that the request came with, if any: signing in again never leaves the former one open behind it. */
  async #endCurrent(operation: Operation): Promise<void> {
    const actor = operation.actor;
    if (actor?.sessionId == null) return;
    const sessionId = actor.sessionId as SessionId;
    await operation.commandOf(actor.organisationId, async (unit) => {
      await endSession(unit, sessionId);
      unit.record({ type: 'SignedOut', entity: 'Member', entityId: actor.memberId });
      return ok(true);
    });
  }

  async #demonstration(operation: Operation): Promise<OrganisationRecord | null> {
    if (!this.settings.demo) return null;
    return (await allOrganisations(operation.database)).find((o) => o.isDemonstration) ?? null;
  }

  #member(operation: Operation, organisation: OrganisationRecord, email: string): Promise<MemberRecord | null> {
    const scope = { organisationId: organisation.id, actor: null, requestId: operation.http.requestId };
    return operation.database.read(scope, (unit) => memberByEmail(unit, email));
  }

  async #recordFailure(operation: Operation, organisation: OrganisationRecord, member: MemberRecord): Promise<void> {
    await operation.commandOf(organisation.id, (unit) => {
      unit.record({ type: 'SignInFailed', entity: 'Member', entityId: member.id });
      return Promise.resolve(ok(null));
    });
  }

  async #open(
    operation: Operation,
    organisation: OrganisationRecord,
    member: MemberRecord,
    method: SignInMethod,
  ): Promise<object> {
    const outcome = await operation.commandOf(
      organisation.id,
      async (unit): Promise<Outcome<{ value: string; maxAgeSeconds: number }, Problem>> => {
        const personId = await personOfMember(unit, member.id);
        const current = await unit.findOne(memberTable, { id: member.id, state: 'ACTIVE' });
        if (current === null) return refuse(failed());
        const session = await openSession(
          unit,
          { memberId: member.id, personId, userAgent: operation.http.userAgent, method },
          this.settings.limits,
        );
        unit.record({ type: 'SignedIn', entity: 'Member', entityId: member.id, data: { method } });
        return ok(session);
      },
    );
    if (outcome.ok) {
      operation.http.setSessionCookie(outcome.value.value, outcome.value.maxAgeSeconds);
      await this.#endCurrent(operation);
    }
    return answer('SignIn', outcome, () => ({ member }));
  }
}
