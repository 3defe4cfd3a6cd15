/** Why this file exists: nobody can use up the server for others; what each may spend in a minute holds over all processes of an installation. */
import type { Database } from '../database/index.js';

/** A budget that a request draws on. */
export interface Allowance {
  /** A kind and an id, such as `member:<id>`. */
  readonly subject: string;
  /** Units in a minute. */
  readonly most: number;
}

/** Part of a subject's budget that this process may spend without asking, until the minute of the database ends. */
interface Lease {
  left: number;
  /** What was asked for. */
  readonly part: number;
  readonly endsAt: number;
}

/** The first lease of a minute is this part of a budget: a process that ends keeps it unspent. */
const FIRST_PART = 400;
/** Further ones are twice the one before, up to this part, so that a busy subject costs the database few statements in a minute. */
const LARGEST_PART = 20;
/** Leases that are kept; the oldest go first. */
const MOST_LEASES = 20_000;

/**
 * Takes a part of what is left in the minute. No row comes back when nothing is left. Processes can overdraw a budget by a part each.
 * $1 subject, $2 units, $3 most.
 */
const TAKE = `
  insert into budget as b (subject, window_start, taken) values ($1, date_trunc('minute', now()), $2)
  on conflict (subject) do update set
    taken = case when b.window_start = excluded.window_start then b.taken else 0 end + excluded.taken,
    window_start = excluded.window_start
  where b.window_start <> excluded.window_start or b.taken < $3
  returning extract(epoch from window_start + interval '1 minute' - now())::float8 as seconds`;
const SECONDS_LEFT = `select extract(epoch from date_trunc('minute', now()) + interval '1 minute' - now())::float8 as seconds`;

/**
 * Budgets by the minute of the database's clock. A process leases parts of a budget and spends them by itself, so that most requests ask no
 * database. While the database cannot be asked nothing is refused here: the request finds out by itself.
 */
export class Budgets {
  readonly #leases = new Map<string, Lease>();
  readonly #asking = new Map<string, Promise<Lease>>();

  /** @param nowMs  a clock that never runs backwards, milliseconds */
  constructor(
    private readonly database: Pick<Database, 'changeShared'>,
    private readonly nowMs: () => number = () => performance.now(),
  ) {}

  /**
   * Spends `units` of each allowance, in their order, and stops at the first that has too little left.
   * @returns `null`, or the whole seconds until there is more
   */
  async spend(allowances: readonly Allowance[], units: number): Promise<number | null> {
    for (const allowance of allowances) {
      const seconds = await this.#spendOne(allowance, units);
      if (seconds !== null) return seconds;
    }
    return null;
  }

  async #spendOne({ subject, most }: Allowance, units: number): Promise<number | null> {
    for (;;) {
      const known = this.#leases.get(subject);
      const left = known === undefined ? 0 : known.endsAt - this.nowMs();
      if (known !== undefined && left > 0 && known.left < 0) return Math.max(1, Math.ceil(left / 1000));
      if (known !== undefined && left > 0 && known.left >= units) {
        known.left -= units;
        return null;
      }
      const isGiven = await this.#lease({ subject, most }, units, left > 0 ? known : undefined);
      if (!isGiven) return null;
    }
  }

  /** Asks for a lease, or waits for one that is being asked for. @returns false when the database could not be asked */
  async #lease({ subject, most }: Allowance, units: number, former: Lease | undefined): Promise<boolean> {
    const asking = this.#asking.get(subject);
    const wish = former === undefined ? most / FIRST_PART : Math.min(2 * former.part, most / LARGEST_PART);
    const made = asking ?? this.#ask(subject, Math.max(units, Math.ceil(wish)), most, former?.left ?? 0);
    if (asking === undefined) this.#asking.set(subject, made);
    try {
      await made;
      return true;
    } catch {
      return false;
    } finally {
      if (asking === undefined) this.#asking.delete(subject);
    }
  }

  /** @param kept units of the former lease that were not spent */
  async #ask(subject: string, part: number, most: number, kept: number): Promise<Lease> {
    const [taken] = await this.database.changeShared<{ seconds: number }>(TAKE, [subject, part, most]);
    const [end] = taken === undefined ? await this.database.changeShared<{ seconds: number }>(SECONDS_LEFT) : [taken];
    const lease: Lease = {
      left: taken === undefined ? -1 : kept + part,
      part,
      endsAt: this.nowMs() + (end?.seconds ?? 60) * 1000,
    };
    this.#leases.delete(subject);
    this.#leases.set(subject, lease);
    for (const oldest of this.#leases.keys()) {
      if (this.#leases.size <= MOST_LEASES) break;
      this.#leases.delete(oldest);
    }
    return lease;
  }
}

/** Forgets subjects that spent nothing for an hour. */
export const forgetOldBudgets = (database: Pick<Database, 'changeShared'>): Promise<unknown[]> =>
  database.changeShared(`delete from budget where window_start < now() - interval '1 hour'`);
