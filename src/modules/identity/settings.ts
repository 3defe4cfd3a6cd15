/** Why this file exists: what the identity module needs of the configuration. */
import type { SessionLimits } from './sessions.js';

/** Injected by the application. */
export abstract class IdentitySettings {
  abstract readonly limits: SessionLimits;
  /** Whether the demonstration sign-in exists. */
  abstract readonly demo: boolean;
}
