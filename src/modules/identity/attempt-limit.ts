/** Why this file exists: failed sign-ins are counted per account, so that guessing is slow however many requests or addresses it uses. */

/** At most `most` failures per account within `windowMs`. Kept in the process; bounded to 10,000 accounts. */
export class AttemptLimit {
  readonly #failures = new Map<string, number[]>();

  constructor(
    private readonly most: number,
    private readonly windowMs: number,
  ) {}

  /** True while fewer than the limit failed within the window before `nowMs`. */
  mayTry(account: string, nowMs: number): boolean {
    const recent = (this.#failures.get(account) ?? []).filter((at) => at > nowMs - this.windowMs);
    return recent.length < this.most;
  }

  failed(account: string, nowMs: number): void {
    if (this.#failures.size > 10_000) this.#failures.clear();
    const recent = (this.#failures.get(account) ?? []).filter((at) => at > nowMs - this.windowMs);
    this.#failures.set(account, [...recent, nowMs]);
  }

  /** Takes one failure of this moment back, for who counts before the answer is known, so that many at once do not slip through. */
  forgive(account: string, nowMs: number): void {
    const known = this.#failures.get(account) ?? [];
    const at = known.lastIndexOf(nowMs);
    if (at >= 0) this.#failures.set(account, known.toSpliced(at, 1));
  }
}
