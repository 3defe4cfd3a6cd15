/** Why this file exists: tells a database that works long from one that does not answer at all, so that nobody waits for the second. */
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';

/** A statement that takes longer makes us ask whether the database is there. */
const PATIENCE_MS = 1_000;
/** A new connection and one answer on it take no longer when it is. */
const LIMIT_MS = 1_000;
/** Between two questions while it does not answer. */
const PAUSE_MS = 300;

/** In the answer of a server that is there: starting and stopping ones are not yet, or no longer. */
const NOT_SERVING = '57P03';

export class Pulse {
  #feeling: Promise<boolean> | null = null;
  #isStill = false;
  #closed = false;

  /** @param onStill called once when the database stops answering; whatever waits for it is to be broken off */
  constructor(
    private readonly url: string,
    private readonly onStill: () => void,
  ) {}

  /** True from the moment when the database was found not to answer until it answers again. */
  get isStill(): boolean {
    return this.#isStill;
  }

  /** The same promise; while it is open for long, the pulse is felt every second. */
  watch<T>(answer: Promise<T>): Promise<T> {
    const timer = setInterval(() => void this.#feel(), PATIENCE_MS);
    timer.unref();
    return answer.finally(() => clearInterval(timer));
  }

  close(): void {
    this.#closed = true;
  }

  /** Callers at the same moment share one question. */
  #feel(): Promise<boolean> {
    this.#feeling ??= this.#ask().finally(() => (this.#feeling = null));
    return this.#feeling;
  }

  async #ask(): Promise<boolean> {
    const beats = await answers(this.url);
    if (this.#closed) return beats;
    const stopped = !beats && !this.#isStill;
    this.#isStill = !beats;
    if (stopped) {
      this.onStill();
      void this.#wait();
    }
    return beats;
  }

  async #wait(): Promise<void> {
    while (this.#isStill && !this.#closed) {
      await sleep(PAUSE_MS, undefined, { ref: false });
      await this.#feel();
    }
  }
}

/** Whether a server answers on a new connection in time; a refusal by the server is an answer too. */
async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, application_name: 'twinladder pulse' });
  client.on('error', () => undefined);
  const asked = client
    .connect()
    .then(() => client.query('select 1'))
    .then(() => true, isWord);
  const beats = await Promise.race([asked, patience(LIMIT_MS).then(() => false)]);
  if (beats) client.end().catch(() => undefined);
  else sever(client); // a goodbye would wait for an answer as well
  return beats;
}

const isWord = (error: unknown): boolean => {
  const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
  return /^[0-9A-Z]{5}$/.test(code) && code !== NOT_SERVING;
};

/** Waits in ten steps: a moment in which this process itself was busy counts as one step only. */
async function patience(ms: number): Promise<void> {
  for (let step = 0; step < 10; step++) await sleep(ms / 10, undefined, { ref: false });
}

/** Breaks a connection off without a goodbye; what waits on it fails at once. */
export function sever(client: pg.Client | pg.PoolClient): void {
  const { connection } = client as unknown as { readonly connection: { readonly stream: import('node:net').Socket } };
  connection.stream.destroy(new Error('Connection terminated: the database does not answer'));
}
