/** Why this file exists: what single sign-on needs of the configuration and of the world outside. */
import type { SessionLimits } from '../identity/index.js';
import type { TxtSource } from './txt-records.js';

/** Injected by the application. */
export abstract class SignOnSettings {
  /** Where browsers reach the server, as an origin; `null` when it is not told. */
  abstract readonly address: () => string | null;
  abstract readonly production: boolean;
  /** Whether a provider may be this very machine: for tests and development. */
  abstract readonly loopback: boolean;
  abstract readonly timeoutMs: number;
  abstract readonly limits: SessionLimits;
  abstract readonly txt: TxtSource;
  /** Writes down a refused sign-in that belongs to no organisation; never anything secret. */
  abstract readonly notice: (line: Readonly<Record<string, string>>) => void;
}
