/** Why this file exists: the face of the people module for what works with stored records. */
import './problems.js';
import { setPersonSource } from '../identity/index.js';
import { registerNotices } from '../../platform/live/index.js';
import { personNotices } from './store/person-notices.js';
import { personIdOfMember } from './store/person.store.js';

export { addPerson, addTeam, type NewPerson } from './commands/add-people.js';
export { linkPersonToMember, updatePerson } from './commands/update-person.js';
export {
  directReports,
  managerOf,
  personById,
  personIdOfMember,
  personsByIds,
  reportingLines,
} from './store/person.store.js';
export { personTable, teamTable, type PersonRecord, type TeamRecord } from './store/person.tables.js';

setPersonSource(personIdOfMember);
registerNotices(personNotices);
