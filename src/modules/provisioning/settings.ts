/** Why this file exists: what provisioning needs of the application. */
import type { FaultLog, Spending } from '../../platform/graphql/index.js';
import type { Telemetry } from '../../platform/telemetry/index.js';

/** Injected by the application. */
export abstract class ProvisioningSettings {
  /** Called with what could not be shown to an identity provider. */
  abstract readonly log: FaultLog;
  /** Budgets are the same as those of the API. */
  abstract readonly spending: Spending;
  /** Hears of each request. */
  abstract readonly telemetry: Telemetry;
}
