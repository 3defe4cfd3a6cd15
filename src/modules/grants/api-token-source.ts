/** Why this file exists: builds the actor of a request that carries an API token; rights are read afresh each time. */
import type { Actor, Permission } from '../../platform/access/index.js';
import { beginAttempt, type AttemptTarget } from '../../platform/attempts/index.js';
import type { Database, Unit } from '../../platform/database/index.js';
import { forbiddenToToken, tokenNotValid, tooManyTokens, type TokenSource } from '../../platform/graphql/index.js';
import { memberTable, personOfMember, type MemberRecord } from '../identity/index.js';
import { readToken, secretFits, type ReadToken } from './api-token-text.js';
import { apiTokenTable, apiTokenUseTable, type ApiTokenId, type ApiTokenRecord } from './api-token.tables.js';
import { isLive } from './api-tokens.js';
import { scopesOf } from './authorization-matrix.js';
import { grantsOf } from './grants.js';
import { mayProvision, PROVISIONING_SCOPE, tokenPermissions } from './token-permissions.js';

/** Refused requests of one token within a minute. */
const MOST_OF_TOKEN = 10;
/** Tokens from one address within a minute that do not exist or carry a wrong secret. */
const MOST_GUESSES = 50;
const OF_ADDRESS = 'token-address';
/** Addresses that are held up and remembered here, so that they cost the database nothing; the oldest go first. */
const MOST_HELD = 10_000;

/**
 * Slows guessing down: by token, however many addresses take part, and by address, however many tokens are tried. Only what failed is counted,
 * so that a token that is valid costs nothing and nobody can hold it up who knows its public part alone: its secret has 256 bits.
 */
class TokenAttempts {
  readonly #heldUntil = new Map<string, number>();

  /** @throws RATE_LIMITED while this process knows that the address is held up */
  refuseHeld(database: Database, address: string): void {
    const left = (this.#heldUntil.get(address) ?? 0) - database.now().getTime();
    if (left > 0) throw tooManyTokens(Math.ceil(left / 1000));
    this.#heldUntil.delete(address);
  }

  /**
   * @param tokenId  `null` for what is no token at all
   * @param isGuess  whether the sender does not know the secret
   * @throws RATE_LIMITED when there were too many
   */
  async failed(database: Database, tokenId: ApiTokenId | null, address: string, isGuess: boolean): Promise<void> {
    const targets: AttemptTarget[] = [
      ...(tokenId === null ? [] : [{ what: 'token', of: tokenId, most: MOST_OF_TOKEN }]),
      ...(isGuess ? [{ what: OF_ADDRESS, of: address, most: MOST_GUESSES }] : []),
    ];
    const attempt = await beginAttempt(database, targets);
    if (attempt.kind === 'GIVEN') return;
    if (attempt.what === OF_ADDRESS) this.#hold(address, database.now().getTime() + attempt.seconds * 1000);
    throw tooManyTokens(attempt.seconds);
  }

  #hold(address: string, untilMs: number): void {
    this.#heldUntil.set(address, untilMs);
    for (const oldest of this.#heldUntil.keys()) {
      if (this.#heldUntil.size <= MOST_HELD) break;
      this.#heldUntil.delete(oldest);
    }
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
    this.#attempts.refuseHeld(database, address);
    const read = readToken(text);
    const found = read === null ? null : await lookUp(database, read, requestId);
    const isOpen = found?.fits === true && isLive(found.token, found.now) && found.owner.state === 'ACTIVE';
    if (!isOpen || (!provisions && found.token.scopes.includes(PROVISIONING_SCOPE))) {
      await this.#attempts.failed(database, read?.id ?? null, address, found?.fits !== true);
      throw tokenNotValid();
    }
    await touch(database, found, requestId);
    return found;
  }
}
