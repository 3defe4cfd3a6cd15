/** Why this file exists: builds the actor of a request that carries an API token; rights are read afresh each time. */
import type { Actor, Permission } from '../../platform/access/index.js';
import type { Database, Unit } from '../../platform/database/index.js';
import { forbiddenToToken, tokenNotValid, tooManyTokens, type TokenSource } from '../../platform/graphql/index.js';
import { AttemptLimit, memberTable, personOfMember, type MemberRecord } from '../identity/index.js';
import { readToken, secretFits, type ReadToken } from './api-token-text.js';
import { apiTokenTable, apiTokenUseTable, type ApiTokenId, type ApiTokenRecord } from './api-token.tables.js';
import { isLive } from './api-tokens.js';
import { scopesOf } from './authorization-matrix.js';
import { grantsOf } from './grants.js';
import { mayProvision, PROVISIONING_SCOPE, tokenPermissions } from './token-permissions.js';

const WINDOW_MS = 60_000;
/** Refused requests of one token within a minute. */
const MOST_OF_TOKEN = 10;
/** Tokens from one address within a minute that do not exist or carry a wrong secret. */
const MOST_GUESSES = 50;

/** Slows guessing down: by token, however many addresses take part, and by address, however many tokens are tried. */
class TokenAttempts {
  readonly #ofToken = new AttemptLimit(MOST_OF_TOKEN, WINDOW_MS);
  readonly #ofAddress = new AttemptLimit(MOST_GUESSES, WINDOW_MS);

  /** @param tokenId `null` for what is no token at all */
  mayTry(tokenId: ApiTokenId | null, address: string, nowMs: number): boolean {
    return (tokenId === null || this.#ofToken.mayTry(tokenId, nowMs)) && this.#ofAddress.mayTry(address, nowMs);
  }

  /** @param isGuess whether the sender does not know the secret */
  failed(tokenId: ApiTokenId | null, address: string, isGuess: boolean, nowMs: number): void {
    if (tokenId !== null) this.#ofToken.failed(tokenId, nowMs);
    if (isGuess) this.#ofAddress.failed(address, nowMs);
  }
}

interface Found {
  readonly token: ApiTokenRecord;
  readonly fits: boolean;
  readonly owner: MemberRecord;
  readonly actor: Actor;
  /** Whether the owner may manage members now. */
  readonly mayProvision: boolean;
  readonly lastUsedAt: string | null;
  readonly now: Date;
}

/** The token with its owner's rights of this moment, or `null` when there is none with this id. */
async function find(unit: Unit, { id, secret }: ReadToken): Promise<Found | null> {
  const token = await unit.findOne(apiTokenTable, { id });
  if (token === null) return null;
  const owner = await unit.findOne(memberTable, { id: token.memberId });
  if (owner === null) return null;
  const held = scopesOf(await grantsOf(unit, owner.id));
  const allowed = tokenPermissions();
  const carried = (permission: Permission): boolean => token.scopes.includes(permission) && allowed.has(permission);
  const use = await unit.findOne(apiTokenUseTable, { tokenId: id });
  const actor: Actor = {
    organisationId: unit.organisationId,
    memberId: owner.id,
    displayName: owner.displayName,
    personId: await personOfMember(unit, owner.id),
    grants: [],
    scopes: new Map([...held].filter(([permission]) => carried(permission))),
    sessionId: null,
    tokenId: id,
  };
  return {
    ...{ token, owner, actor, now: unit.now },
    mayProvision: mayProvision(held),
    fits: secretFits(secret, token.secretHash),
    lastUsedAt: use?.lastUsedAt ?? null,
  };
}

/** Notes that a token was used, at most once a minute and apart from the request, so that a read stays a read. */
async function touch(database: Database, { actor, lastUsedAt, now }: Found, requestId: string): Promise<void> {
  if (lastUsedAt !== null && now.getTime() - new Date(lastUsedAt).getTime() < 60_000) return;
  await database.upkeep({ organisationId: actor.organisationId, actor: null, requestId }, (unit) =>
    unit.rows(
      `insert into api_token_use (organisation_id, token_id, last_used_at) values ($1, $2, $3)
       on conflict (organisation_id, token_id) do update set last_used_at = greatest(api_token_use.last_used_at, excluded.last_used_at)`,
      [actor.tokenId, now.toISOString()],
    ),
  );
}

const lookUp = (database: Database, token: ReadToken, requestId: string): Promise<Found | null> =>
  database.read({ organisationId: token.organisationId, actor: null, requestId }, (unit) => find(unit, token));

/** The two doors that tokens open; guesses at either slow down both. */
export class TokenSources {
  readonly #attempts = new TokenAttempts();

  /** For the API: a token for provisioning is none here. */
  readonly ofApi: TokenSource = async (database, text, request) => {
    const found = await this.#use(database, text, request, false);
    return found.actor;
  };

  /** For provisioning: only a token made for it, while its owner may manage members. */
  readonly ofProvisioning: TokenSource = async (database, text, request) => {
    const found = await this.#use(database, text, request, true);
    if (!found.token.scopes.includes(PROVISIONING_SCOPE) || !found.mayProvision) throw forbiddenToToken(true);
    return found.actor;
  };

  /** One answer for every token that cannot be used: unknown, wrong, expired, revoked, without an owner, or made for the other door. */
  async #use(
    database: Database,
    text: string,
    { requestId, address }: Parameters<TokenSource>[2],
    provisions: boolean,
  ): Promise<Found> {
    const nowMs = database.now().getTime();
    const read = readToken(text);
    const tokenId = read?.id ?? null;
    if (!this.#attempts.mayTry(tokenId, address, nowMs)) throw tooManyTokens(WINDOW_MS / 1000);
    const found = read === null ? null : await lookUp(database, read, requestId);
    const isOpen = found?.fits === true && isLive(found.token, found.now) && found.owner.state === 'ACTIVE';
    if (!isOpen || (!provisions && found.token.scopes.includes(PROVISIONING_SCOPE))) {
      this.#attempts.failed(tokenId, address, found?.fits !== true, nowMs);
      throw tokenNotValid();
    }
    await touch(database, found, requestId);
    return found;
  }
}
