/** Why this file exists: the face of the provisioning module. */
export { ProvisioningModule } from './provisioning.module.js';
export { provisionedUserTable, provisioningUseTable } from './provisioning.tables.js';
