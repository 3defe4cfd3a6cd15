/** Why this file exists: each operation is paid for from the budgets of whoever sends it, before it runs. */
import { createHash } from 'node:crypto';
import type { Actor } from '../access/index.js';
import { Budgets, type Allowance } from '../budgets/index.js';
import type { Database } from '../database/index.js';
import { rateLimited } from './errors.js';

export interface BudgetSizes {
  /** Units that a member, a token, or a visitor's address may spend in a minute. */
  readonly member: number;
  readonly organisation: number;
}
/** What an operation is charged beside its cost, so that many small ones count too. */
const BASE_UNITS = 100;

const addressDigest = (address: string): string =>
  createHash('sha256').update(address).digest('base64url').slice(0, 22);

type Payer = Pick<Actor, 'memberId' | 'organisationId' | 'tokenId'>;

function allowancesOf(actor: Payer | null, address: string, { member, organisation }: BudgetSizes): Allowance[] {
  if (actor === null) return [{ subject: `address:${addressDigest(address)}`, most: member }];
  const own = actor.tokenId === null ? `member:${actor.memberId}` : `token:${actor.tokenId}`;
  return [
    { subject: own, most: member },
    { subject: `organisation:${actor.organisationId}`, most: organisation },
  ];
}

/** What this process spends from the budgets of everybody who asks it for something, whichever door they come by. */
export class Spending {
  readonly #budgets: Budgets;

  constructor(
    database: Pick<Database, 'changeShared'>,
    private readonly sizes: BudgetSizes,
  ) {
    this.#budgets = new Budgets(database);
  }

  /**
   * @param address  where the request came from; only a digest of it is kept
   * @param cost     beside the units that every request is charged
   * @throws RATE_LIMITED with the seconds to wait when a budget is spent
   */
  async pay(actor: Payer | null, address: string, cost: number): Promise<void> {
    const seconds = await this.#budgets.spend(allowancesOf(actor, address, this.sizes), cost + BASE_UNITS);
    if (seconds === null) return;
    const message = `The budget of this minute is spent. Wait ${seconds} seconds, then ask for less at a time.`;
    throw rateLimited(message, seconds, { retryAfter: seconds });
  }
}
