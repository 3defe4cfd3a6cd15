/** Why this file exists: what provisioning needs of the application. */
import type { FaultLog } from '../../platform/graphql/index.js';

/** Injected by the application. */
export abstract class ProvisioningSettings {
  /** Called with what could not be shown to an identity provider. */
  abstract readonly log: FaultLog;
}
