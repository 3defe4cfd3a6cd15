/** Why this file exists: the face of the tenancy module. */
export { organisationTable, type OrganisationRecord } from './organisation.table.js';
export {
  allOrganisations,
  createOrganisation,
  currentOrganisation,
  newOrganisationId,
  organisationBySlug,
} from './organisations.js';
