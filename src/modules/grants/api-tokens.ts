/** Why this file exists: members make API tokens with a part of their own rights, and end them; the secret is shown once. */
import { reaches, type Actor, type MemberId, type Permission } from '../../platform/access/index.js';
import type { Unit } from '../../platform/database/index.js';
import { defineLoader, type ListQuery } from '../../platform/graphql/index.js';
import { newId } from '../../platform/ids/index.js';
import { ok, refuse, type Outcome, type Problem } from '../../platform/outcome/index.js';
import { notFound, registerProblems } from '../../platform/problems/index.js';
import { memberTable } from '../identity/index.js';
import { newTokenText } from './api-token-text.js';
import { apiTokenTable, type ApiTokenId, type ApiTokenRecord } from './api-token.tables.js';
import { mayProvision, PROVISIONING_SCOPE, tokenPermissions, type TokenScope } from './token-permissions.js';

export const apiTokenProblems = registerProblems('grants', {
  TOKEN_NAME_EMPTY: {
    kind: 'InvalidInput',
    meaning: 'An API token has no name.',
    mend: 'The owner names it after the program that uses it.',
  },
  TOKEN_NAME_TAKEN: {
    kind: 'AlreadyExists',
    meaning: 'The member has an API token with this name that works.',
    mend: 'The owner chooses another name or revokes the other token.',
  },
  TOO_MANY_TOKENS: {
    kind: 'RuleViolation',
    meaning: 'The member has as many API tokens that work as a member may have.',
    mend: 'The owner revokes one that nobody needs.',
  },
  TOKEN_EXPIRY_WRONG: {
    kind: 'InvalidInput',
    meaning: 'An API token ends between tomorrow and 365 days from today.',
    mend: 'The owner chooses a day in between.',
  },
  TOKEN_SCOPE_NOT_ALLOWED: {
    kind: 'InvalidInput',
    meaning: 'No API token may carry this permission, or there is no such permission.',
    mend: 'The owner leaves the scope out; `me.tokenScopes` lists those that can be chosen.',
  },
  TOKEN_SCOPE_ALONE: {
    kind: 'InvalidInput',
    meaning: 'A token for provisioning carries the scope `scim` and no other.',
    mend: 'The administrator makes a token of its own for the identity provider.',
  },
  TOKEN_SCOPE_NOT_HELD: {
    kind: 'NotAllowed',
    meaning: 'The member does not hold this permission and cannot pass it on.',
    mend: 'The owner leaves the scope out, or asks an administrator for the grant.',
  },
});

/** Tokens of one member that work at the same time. */
export const MOST_TOKENS = 20;
/** Days that a token works at most. */
export const MOST_TOKEN_DAYS = 365;

const DAY_MS = 86_400_000;
const dayOf = (date: Date): string => date.toISOString().slice(0, 10);

/** Neither revoked nor expired. */
export const isLive = (token: Pick<ApiTokenRecord, 'revokedAt' | 'expiresOn'>, now: Date): boolean =>
  token.revokedAt === null && token.expiresOn > dayOf(now);

export interface TokenWish {
  readonly name: string;
  readonly scopes: readonly string[];
  readonly expiresOn: string;
}

/** What is wrong with a wish, before anything is read. */
function wishFault(wish: TokenWish, owner: Actor, now: Date): Problem | null {
  if (wish.name.trim() === '')
    return { code: 'TOKEN_NAME_EMPTY', message: 'Name the token after the program that uses it.', field: 'input.name' };
  const last = dayOf(new Date(now.getTime() + MOST_TOKEN_DAYS * DAY_MS));
  if (wish.expiresOn <= dayOf(now) || wish.expiresOn > last) {
    const message = `A token ends between tomorrow and ${last}. Choose a day in between.`;
    return { code: 'TOKEN_EXPIRY_WRONG', message, field: 'input.expiresOn' };
  }
  return scopesFault(wish.scopes, owner);
}

function scopesFault(scopes: readonly string[], owner: Actor): Problem | null {
  const allowed: ReadonlySet<string> = tokenPermissions();
  for (const [i, scope] of scopes.entries()) {
    const field = `input.scopes.${i}`;
    if (scope === PROVISIONING_SCOPE) {
      if (scopes.some((other) => other !== scope)) {
        const message = 'A token for provisioning carries no other scope. Make a token of its own for it.';
        return { code: 'TOKEN_SCOPE_ALONE', message, field };
      }
      if (mayProvision(owner.scopes)) continue;
    } else if (!allowed.has(scope))
      return { code: 'TOKEN_SCOPE_NOT_ALLOWED', message: `No API token may carry ${scope}. Leave it out.`, field };
    if (!owner.scopes.has(scope as Permission))
      return { code: 'TOKEN_SCOPE_NOT_HELD', message: `Your grants do not give ${scope}. Leave it out.`, field };
  }
  return null;
}

export interface MadeToken {
  readonly id: ApiTokenId;
  /** The whole token; it is shown this once. */
  readonly secret: string;
}

/** Command: makes a token of the actor. The lock on the member makes two calls follow each other, so that name and number hold. */
export async function createApiToken(unit: Unit, owner: Actor, wish: TokenWish): Promise<Outcome<MadeToken, Problem>> {
  const fault = wishFault(wish, owner, unit.now);
  if (fault !== null) return refuse(fault);
  const memberId = owner.memberId;
  await unit.findOne(memberTable, { id: memberId }, { lock: 'UPDATE' });
  const live = (await unit.find(apiTokenTable, { memberId, revokedAt: null })).filter((t) => isLive(t, unit.now));
  const name = wish.name.trim();
  if (live.some((t) => t.name.toLowerCase() === name.toLowerCase()))
    return refuse({
      code: 'TOKEN_NAME_TAKEN',
      message: 'A token of yours has this name already.',
      field: 'input.name',
    });
  if (live.length >= MOST_TOKENS)
    return refuse({
      code: 'TOO_MANY_TOKENS',
      message: `You have ${MOST_TOKENS} tokens that work. Revoke one that nobody needs.`,
    });
  const id: ApiTokenId = newId<'ApiToken'>();
  const { text, secretHash } = newTokenText(unit.organisationId, id);
  const scopes = [...new Set(wish.scopes)].sort() as TokenScope[];
  const { expiresOn } = wish;
  const createdAt = unit.now.toISOString();
  const token = { id, memberId, name, scopes, secretHash, createdAt, expiresOn, revokedAt: null, revokedBy: null };
  await unit.insert<ApiTokenRecord>(apiTokenTable, [token]);
  unit.record({ type: 'ApiTokenCreated', entity: 'ApiToken', entityId: id, data: { name, scopes, expiresOn } });
  return ok({ id, secret: text });
}

/** Command: ends a token at once. Owners end their own, administrators anybody's; one that ended already is not there any more. */
export async function revokeApiToken(
  unit: Unit,
  actor: Actor,
  input: { readonly tokenId: ApiTokenId },
): Promise<Outcome<{ id: ApiTokenId }, Problem>> {
  const token = await unit.findOne(apiTokenTable, { id: input.tokenId, revokedAt: null }, { lock: 'UPDATE' });
  const isTheirs = token?.memberId === actor.memberId || reaches(actor, 'api-token:archive', 'ALL');
  if (token === null || !isTheirs) return refuse(notFound('API token', 'input.tokenId'));
  const { id, name, memberId } = token;
  await unit.update(apiTokenTable, { id }, { revokedAt: unit.now.toISOString(), revokedBy: actor.memberId });
  unit.record({ type: 'ApiTokenRevoked', entity: 'ApiToken', entityId: id, data: { name, ownerId: memberId } });
  return ok({ id });
}

export type ApiTokenState = 'LIVE' | 'EXPIRED' | 'REVOKED' | 'SUSPENDED';

/** A token as those who administer and audit see it: everything but its secret. */
export interface ApiTokenRow extends Omit<ApiTokenRecord, 'secretHash' | 'revokedBy'> {
  readonly lastUsedAt: string | null;
  readonly state: ApiTokenState;
}

/** Rows without the secret; `$2` is the moment. */
const TOKENS = `select t.id, t.member_id as "memberId", t.name, t.scopes, t.created_at as "createdAt", t.expires_on as "expiresOn",
    t.revoked_at as "revokedAt", u.last_used_at as "lastUsedAt", -extract(epoch from t.created_at) as back,
    case when t.revoked_at is not null then 'REVOKED' when t.expires_on <= ($2::timestamptz at time zone 'UTC')::date then 'EXPIRED'
         when m.state <> 'ACTIVE' then 'SUSPENDED' else 'LIVE' end as state
  from api_token t join member m on m.organisation_id = t.organisation_id and m.id = t.member_id
  left join api_token_use u on u.organisation_id = t.organisation_id and u.token_id = t.id
 where t.organisation_id = $1`;

/** Tokens by id, for those who were let in already. */
export const apiTokenLoader = defineLoader<ApiTokenRow>('apiToken', async (unit, ids) => {
  const rows = await unit.rows<ApiTokenRow>(`${TOKENS} and t.id = any($3::uuid[])`, [unit.now.toISOString(), ids]);
  return new Map(rows.map((row) => [row.id, row]));
});

/** Tokens of the organisation that an identity provider can use now, newest first, for those who may see them. */
export const provisioningTokens = (unit: Unit): Promise<ApiTokenRow[]> =>
  unit.rows<ApiTokenRow>(
    `select * from (${TOKENS} and t.scopes = array[$3]) x where state = 'LIVE' order by back, id limit 20`,
    [unit.now.toISOString(), PROVISIONING_SCOPE],
  );

/**
 * The list of tokens that the actor may see, newest first: the own ones, or all of the organisation.
 * @param ownerId  only those of this member
 */
export function apiTokenList(unit: Unit, actor: Actor, ownerId: MemberId | null): ListQuery {
  const onlyOf = reaches(actor, 'api-token:read', 'ALL') ? null : actor.memberId;
  return {
    list: 'apiTokens',
    sql: `${TOKENS} and ($3::uuid is null or t.member_id = $3) and ($4::uuid is null or t.member_id = $4)`,
    values: [unit.now.toISOString(), onlyOf, ownerId],
    orderBy: ['back', 'id'],
    filter: ownerId,
  };
}
