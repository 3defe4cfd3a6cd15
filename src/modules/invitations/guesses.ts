/** Why this file exists: links are not found by trying: failures are counted per organisation that they name and per address. */
import { AttemptLimit } from '../identity/index.js';

export const WINDOW_MS = 60_000;

/** Links that do not work: ten a minute of one link, twenty from one address, a hundred of one organisation. */
export class Guesses {
  readonly #links = new AttemptLimit(10, WINDOW_MS);
  readonly #addresses = new AttemptLimit(20, WINDOW_MS);
  readonly #organisations = new AttemptLimit(100, WINDOW_MS);

  /** Counts a try as failed before it is known, so that many at once do not slip through. @returns false when there were too many */
  begin(text: string, organisation: string, address: string, nowMs: number): boolean {
    const may =
      this.#links.mayTry(text, nowMs) &&
      this.#addresses.mayTry(address, nowMs) &&
      this.#organisations.mayTry(organisation, nowMs);
    if (!may) return false;
    this.#links.failed(text, nowMs);
    this.#addresses.failed(address, nowMs);
    this.#organisations.failed(organisation, nowMs);
    return true;
  }

  /** It worked after all. */
  worked(text: string, organisation: string, address: string, nowMs: number): void {
    this.#links.forgive(text, nowMs);
    this.#addresses.forgive(address, nowMs);
    this.#organisations.forgive(organisation, nowMs);
  }
}
