/** Why this file exists: the face of the people module for domain code. */
export { isEmployedOn, type Employment, type PersonId, type TeamId } from './domain/person.js';
export type { ReportingLines } from './domain/reporting-lines.js';
