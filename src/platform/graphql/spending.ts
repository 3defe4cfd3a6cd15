/** Why this file exists: each operation is paid for from the budgets of whoever sends it, before it runs. */
import { createHash } from 'node:crypto';
import type { Actor } from '../access/index.js';
import type { Allowance, Budgets } from '../budgets/index.js';
import { rateLimited } from './errors.js';

export interface BudgetSizes {
  /** Units that a member, a token, or a visitor's address may spend in a minute. */
  readonly member: number;
  readonly organisation: number;
}
/** What an operation is charged beside its cost, so that many small ones count too. */
export const BASE_UNITS = 100;

const addressDigest = (address: string): string =>
  createHash('sha256').update(address).digest('base64url').slice(0, 22);

/** @param address where the request came from; only a digest of it is kept */
export function allowancesOf(actor: Actor | null, address: string, { member, organisation }: BudgetSizes): Allowance[] {
  if (actor === null) return [{ subject: `address:${addressDigest(address)}`, most: member }];
  const own = actor.tokenId === null ? `member:${actor.memberId}` : `token:${actor.tokenId}`;
  return [
    { subject: own, most: member },
    { subject: `organisation:${actor.organisationId}`, most: organisation },
  ];
}

/** @throws RATE_LIMITED with the seconds to wait when a budget is spent */
export async function pay(budgets: Budgets, allowances: readonly Allowance[], cost: number): Promise<void> {
  const seconds = await budgets.spend(allowances, cost + BASE_UNITS);
  if (seconds === null) return;
  const message = `The budget of this minute is spent. Wait ${seconds} seconds, then ask for less at a time.`;
  throw rateLimited(message, seconds, { retryAfter: seconds });
}
