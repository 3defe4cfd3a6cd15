/** Why this file exists: signing in and out. */
import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { MemberId } from '../../platform/access/index.js';
import { Open } from '../../platform/access/index.js';
import { beginAttempt } from '../../platform/attempts/index.js';
import { answer, Op, Operation, problemAnswer } from '../../platform/graphql/index.js';
import { ok, type Problem } from '../../platform/outcome/index.js';
import { notFound } from '../../platform/problems/index.js';
import { allOrganisations, organisationBySlug, type OrganisationRecord } from '../tenancy/index.js';
import { DemonstrationMember, SignInInput, SignInResult } from './identity.types.js';
import { enter, leave } from './enter.js';
import { memberTable, type MemberRecord, type SignInMethod } from './identity.tables.js';
import { browserOf, signInTargets } from './known-browser.js';
import { memberByEmail, passwordFits, tooManyAttempts } from './members.js';
import { IdentitySettings } from './settings.js';
import { signInPolicyOf } from './sign-in-policy.js';

const failed = (): Problem => ({
  code: 'SIGN_IN_FAILED',
  message: 'Organisation, e-mail address and password do not belong together. Check all three.',
});

@Resolver()
export class IdentityResolver {
  constructor(private readonly settings: IdentitySettings) {}

  @Mutation(() => SignInResult, { description: 'Signs in with a local account and sets the session cookie.' })
  @Open('nobody is signed in before it')
  async signIn(@Op() operation: Operation, @Args('input') input: SignInInput): Promise<object> {
    const account = `${input.organisation}/${input.email.toLowerCase()}`;
    const { address, browser } = operation.http;
    const attempt = await beginAttempt(operation.database, signInTargets(account, address, browser));
    if (attempt.kind === 'REFUSED') {
      operation.http.retryAfter(attempt.seconds);
      return problemAnswer(tooManyAttempts(attempt.seconds));
    }
    const organisation = await organisationBySlug(operation.database, input.organisation);
    const { member, passwords } = await this.#account(operation, organisation, input.email);
    const fits = await passwordFits(member, input.password);
    if (organisation === null || member === null || !fits || !passwords || member.state !== 'ACTIVE') {
      if (organisation !== null && member !== null) await this.#recordFailure(operation, organisation, member);
      return problemAnswer(failed());
    }
    await attempt.giveBack();
    const opened = await this.#open(operation, organisation, member, 'PASSWORD');
    operation.http.setBrowserCookie(browserOf(account));
    return opened;
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
    await operation.finish();
    await leave(operation.database, operation.actor, operation.http.requestId);
    return true;
  }

  async #demonstration(operation: Operation): Promise<OrganisationRecord | null> {
    if (!this.settings.demo) return null;
    return (await allOrganisations(operation.database)).find((o) => o.isDemonstration) ?? null;
  }

  /** The member with this address, and whether passwords let anybody in there. */
  async #account(
    operation: Operation,
    organisation: OrganisationRecord | null,
    email: string,
  ): Promise<{ member: MemberRecord | null; passwords: boolean }> {
    if (organisation === null) return { member: null, passwords: true };
    const scope = { organisationId: organisation.id, actor: null, requestId: operation.http.requestId };
    return operation.database.read(scope, async (unit) => ({
      member: await memberByEmail(unit, email),
      passwords: (await signInPolicyOf(unit)).passwords,
    }));
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
    const by = { method, userAgent: operation.http.userAgent, refused: failed() };
    const outcome = await operation.commandOf(organisation.id, (unit) =>
      enter(unit, member.id, by, this.settings.limits),
    );
    if (outcome.ok) {
      operation.http.setSessionCookie(outcome.value.value, outcome.value.maxAgeSeconds);
      await leave(operation.database, operation.actor, operation.http.requestId);
    }
    return answer('SignIn', outcome, () => ({ member }));
  }
}
