/** Why this file exists: the two addresses that a browser visits on its way to the provider and back; everything else is GraphQL. */
import { randomUUID } from 'node:crypto';
import { Controller, Get, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { beginAttempt } from '../../platform/attempts/index.js';
import { Database } from '../../platform/database/index.js';
import { actorOfSession, sessionCookie, signOnCookieOf } from '../../platform/graphql/index.js';
import { leave } from '../identity/index.js';
import { ATTEMPT_SECONDS, readCookie } from './attempts.js';
import { begin } from './begin.js';
import { SignOnRefused } from './openid.js';
import { returnPath } from './return-path.js';
import { codeOf, writeDown, type ShownCode } from './refusals.js';
import { comeBack, type Return } from './return.js';
import { SignOnSettings } from './settings.js';
import { organisationNamed } from './ways-in.js';

/** Where a refusal is read: the sign-in page, or the own account for somebody who is in already. */
const problemPage = (code: ShownCode, isIn = false): string => `/${isIn ? 'account' : 'sign-in'}?problem=${code}`;

/** Beginnings and returns of one address within a minute. */
const MOST_VISITS = 60;

@Controller('sign-in')
export class SignOnController {
  constructor(
    private readonly database: Database,
    private readonly settings: SignOnSettings,
  ) {}

  @Get('start')
  async start(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    if (await this.#isTooMany(request, reply)) return;
    const { searchParams } = new URL(request.url, 'http://own.invalid');
    const wanted = returnPath(searchParams.get('to') ?? '/');
    const requestId = randomUUID();
    try {
      const organisationId = await organisationNamed(this.database, searchParams.get('name') ?? '');
      if (organisationId === null || wanted === null) throw new SignOnRefused('NOT_BEGUN_HERE');
      const wish = { organisationId, purpose: 'SIGN_IN', subjectId: null, returnPath: wanted, requestId } as const;
      const begun = await begin(this.database, this.settings, wish);
      sessionCookie(reply, this.settings.production).setSignOnCookie(begun.cookie, ATTEMPT_SECONDS);
      this.#go(reply, begun.address);
    } catch (error) {
      if (!(error instanceof SignOnRefused)) throw error;
      await writeDown(this.database, this.settings, {
        reason: error.reason,
        organisationId: null,
        account: null,
        requestId,
      });
      this.#go(reply, problemPage(codeOf(error.reason)));
    }
  }

  @Get('return')
  async return(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    if (await this.#isTooMany(request, reply)) return;
    const requestId = randomUUID();
    const { production } = this.settings;
    const actor = await actorOfSession(this.database, request, { requestId, production });
    const cookies = sessionCookie(reply, production);
    const arrival: Return = {
      cookie: readCookie(signOnCookieOf(request, production)),
      url: request.url,
      actor,
      userAgent: (request.headers['user-agent'] ?? '').slice(0, 200),
      requestId,
    };
    cookies.setSignOnCookie('', 0);
    const outcome = await comeBack(this.database, this.settings, arrival);
    if (outcome.kind === 'REFUSED') {
      this.#go(reply, problemPage(codeOf(outcome.reason), actor !== null));
      return;
    }
    if (outcome.session !== null) {
      cookies.setSessionCookie(outcome.session.value, outcome.session.maxAgeSeconds);
      await leave(this.database, actor, requestId);
    }
    this.#go(reply, outcome.returnPath);
  }

  /** Answers and is true when one address begins and ends more than a person does. */
  async #isTooMany(request: FastifyRequest, reply: FastifyReply): Promise<boolean> {
    const attempt = await beginAttempt(this.database, [{ what: 'sign-on', of: request.ip, most: MOST_VISITS }]);
    if (attempt.kind === 'GIVEN') return false;
    const { seconds } = attempt;
    const message = `Too many sign-ins. Wait ${seconds} seconds.`;
    void reply.code(429).header('retry-after', String(seconds)).type('text/plain').send(message);
    return true;
  }

  #go(reply: FastifyReply, address: string): void {
    void reply.code(303).header('location', address).send();
  }
}
