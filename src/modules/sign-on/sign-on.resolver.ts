/** Why this file exists: administrators set single sign-on up, members connect themselves, and the sign-in page asks for the ways in. */
import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Open, Requires } from '../../platform/access/index.js';
import type { Unit } from '../../platform/database/index.js';
import { answer, Op, Operation, problemAnswer } from '../../platform/graphql/index.js';
import type { Outcome, Problem } from '../../platform/outcome/index.js';
import { notFound } from '../../platform/problems/index.js';
import { MemberObject, memberLoader } from '../identity/index.js';
import { decideRequest, unlink } from './links.js';
import { domainIn, isPublished, keepProof, removeDomain, startProof } from './mail-domains.js';
import { checkProvider, isIssuer, SignOnRefused } from './openid.js';
import * as provider from './provider-settings.js';
import { settingsOf } from './settings-view.js';
import { SignOnSettings } from './settings.js';
import { mailDomainTable } from './sign-on.tables.js';
import * as t from './sign-on.types.js';
import { waysInto } from './ways-in.js';

@Resolver(() => t.SignOnRequestObject)
export class SignOnResolver {
  constructor(private readonly settings: SignOnSettings) {}

  @Query(() => t.WaysToSignInObject, {
    description:
      'The ways into an organisation; what does not exist has those of an organisation that changed nothing.',
  })
  @Open('a sign-in page has to know them, and tells nobody what exists')
  waysToSignIn(
    @Op() operation: Operation,
    @Args('name', { type: () => String, description: 'Short name of an organisation, or a mail address.' })
    name: string,
  ): Promise<t.WaysToSignInObject> {
    return waysInto(operation.database, name, operation.http.requestId);
  }

  @Query(() => t.SignOnSettingsObject, { description: 'How members of the organisation get in.' })
  @Requires('organisation:read')
  signOnSettings(@Op() operation: Operation): Promise<t.SignOnSettingsObject> {
    return settingsOf(operation.unit, this.settings);
  }

  @ResolveField(() => MemberObject, { nullable: true, description: 'The member whose address it carries.' })
  member(@Parent() request: t.SignOnRequestObject, @Op() operation: Operation): Promise<MemberObject | null> {
    return operation.load(memberLoader, request.memberId);
  }

  @Mutation(() => t.ConfigureSignOnResult, {
    description: 'Names the provider of the organisation, or changes what is known of it. The provider is asked first.',
  })
  @Requires('organisation:update')
  async configureSignOn(@Op() operation: Operation, @Args('input') input: t.ConfigureSignOnInput): Promise<object> {
    const fault = await this.#faultOf(input);
    if (fault !== null) return problemAnswer(fault);
    const wish = { ...input, clientSecret: input.clientSecret ?? null };
    return this.#change(operation, 'configureSignOn', input, (unit) => provider.configureSignOn(unit, wish));
  }

  @Mutation(() => t.RemoveSignOnResult, {
    description: 'Switches single sign-on off; open sessions stay open. Refused while passwords are off.',
  })
  @Requires('organisation:update')
  removeSignOn(@Op() operation: Operation, @Args('input') input: t.RemoveSignOnInput): Promise<object> {
    return this.#change(operation, 'removeSignOn', input, (unit) => provider.removeSignOn(unit, input.version));
  }

  @Mutation(() => t.SetPasswordSignInResult, {
    description: 'Opens or closes the way in by local passwords. Only who signed in by the provider can close it.',
  })
  @Requires('organisation:update')
  setPasswordSignIn(@Op() operation: Operation, @Args('input') input: t.SetPasswordSignInInput): Promise<object> {
    const { member } = operation;
    return this.#change(operation, 'setPasswordSignIn', input, (unit) => provider.switchPasswords(unit, member, input));
  }

  @Mutation(() => t.StartMailDomainProofResult, {
    description: 'Puts a mail domain on the list and tells how to prove it.',
  })
  @Requires('organisation:update')
  startMailDomainProof(@Op() operation: Operation, @Args('input') input: t.MailDomainInput): Promise<object> {
    return this.#change(operation, 'startMailDomainProof', input, (unit) => startProof(unit, input.domain));
  }

  @Mutation(() => t.CheckMailDomainProofResult, {
    description: 'Looks for the record in the domain name system and keeps the proof.',
  })
  @Requires('organisation:update')
  async checkMailDomainProof(@Op() operation: Operation, @Args('input') input: t.MailDomainInput): Promise<object> {
    const record = await operation.unit.findOne(mailDomainTable, { domain: domainIn(input.domain) ?? '' });
    if (record === null) return problemAnswer(notFound('mail domain', 'input.domain'));
    await operation.finish(); // nothing is held while the domain name system is asked
    const isThere = await isPublished(record, this.settings.txt);
    if (isThere !== true) {
      const message =
        isThere === null
          ? 'The domain name system did not answer in time. Check again in a minute.'
          : 'The record was not found. Publish it and check again; new records can take some minutes to be seen.';
      return problemAnswer({ code: 'MAIL_DOMAIN_NOT_PROVED', message, field: 'input.domain' });
    }
    return this.#change(operation, 'checkMailDomainProof', input, (unit) => keepProof(unit, record));
  }

  @Mutation(() => t.RemoveMailDomainResult, { description: 'Gives a mail domain up. Members of it stay members.' })
  @Requires('organisation:update')
  removeMailDomain(@Op() operation: Operation, @Args('input') input: t.MailDomainInput): Promise<object> {
    return this.#change(operation, 'removeMailDomain', input, (unit) => removeDomain(unit, input.domain));
  }

  @Mutation(() => t.DecideSignOnRequestResult, {
    description: 'Connects an account that asked for it with the member whose address it carries, or forgets it.',
  })
  @Requires('organisation:update')
  async decideSignOnRequest(
    @Op() operation: Operation,
    @Args('input') input: t.DecideSignOnRequestInput,
  ): Promise<object> {
    const outcome = await operation.command('decideSignOnRequest', input, (unit) => decideRequest(unit, input));
    return answer('DecideSignOnRequest', outcome, ({ memberId }) => ({
      member: () => operation.load(memberLoader, memberId),
    }));
  }

  @Mutation(() => t.UnlinkSignOnResult, { description: 'Disconnects a member from the provider.' })
  @Requires('organisation:update')
  async unlinkSignOn(@Op() operation: Operation, @Args('input') input: t.UnlinkSignOnInput): Promise<object> {
    const outcome = await operation.command('unlinkSignOn', input, (unit) => unlink(unit, input.memberId));
    return answer('UnlinkSignOn', outcome, ({ memberId }) => ({
      member: () => operation.load(memberLoader, memberId),
    }));
  }

  /** Runs a command about the organisation as a whole and answers with what holds now. */
  async #change<T>(
    operation: Operation,
    name: string,
    input: unknown,
    work: (unit: Unit) => Promise<Outcome<T, Problem>>,
  ): Promise<object> {
    const outcome = await operation.command(name, input, work);
    const capital = `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
    return answer(capital, outcome, () => ({ settings: () => settingsOf(operation.unit, this.settings) }));
  }

  /** What is wrong with an issuer, before anything is written. */
  async #faultOf({ issuer, clientId }: t.ConfigureSignOnInput): Promise<Problem | null> {
    if (this.settings.address() === null) {
      const message = 'The operator has to name the address of the server first: TWINLADDER_ADDRESS.';
      return { code: 'SIGN_ON_ADDRESS_MISSING', message };
    }
    const field = 'input.issuer';
    if (!isIssuer(issuer, this.settings)) {
      const message = 'An issuer is an https address of the public internet, without query. Copy it from the provider.';
      return { code: 'SIGN_ON_ISSUER_WRONG', message, field };
    }
    try {
      await checkProvider({ issuer, clientId }, this.settings);
      return null;
    } catch (error) {
      if (!(error instanceof SignOnRefused)) throw error;
      const message =
        'No provider with exactly this issuer can be used there. Compare it letter by letter, also the last one, and check that the provider can be reached from the server.';
      return { code: 'SIGN_ON_PROVIDER_UNUSABLE', message, field };
    }
  }
}
