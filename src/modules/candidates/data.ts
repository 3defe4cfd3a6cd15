/** Why this file exists: the face of the candidates module for what works with stored records. */
import './problems.js';
import './store/impact.js';

export { addCandidate, declareRelation } from './commands/add-candidate.js';
export { apply, applyInternally } from './commands/apply.js';
export {
  closeRequisition,
  countHire,
  holdRequisition,
  openRequisition,
  postRequisition,
  updateRequisition,
} from './commands/change-requisition.js';
export { BREAK_GLASS_MINUTES, breakGlass, endBreakGlass, MOST_BREAK_GLASS_MINUTES } from './commands/break-glass.js';
export { createRequisition } from './commands/create-requisition.js';
export { enterDecided, enterHired, moveApplication, withdrawApplication } from './commands/move-application.js';
export { createStatusLink, promiseAnswer, revokeStatusLink } from './commands/status-link.js';
export { setPanelSource, type PanelPart, type PanelSource } from './extension-points.js';
export { openAccesses } from './queries/break-glass-rows.js';
export { applicantFacts, conflictsAbout, everyConflict } from './queries/conflicts.js';
export {
  applicationsWithin,
  asIfWithoutConflict,
  isBarred,
  notBarred,
  reachOf,
  requisitionsWithin,
  type Reach,
} from './queries/reach.js';
export {
  applicationTable,
  candidateTable,
  declaredRelationTable,
  type ApplicationRecord,
  type CandidateRecord,
} from './store/application.tables.js';
export { applicationOf, applicationSeen, applicationsSeen, hiringTeam, saveStep } from './store/application.store.js';
export { breakGlassTable, type BreakGlassId } from './store/break-glass.tables.js';
export { requirementsOf, type NamedRequirement } from './store/requirements.store.js';
export { actOf, changeableRequisition, requisitionById, requisitionOf } from './store/requisition.store.js';
export { answerPromiseTable, statusLinkTable } from './store/status-link.tables.js';
export { advertAddress } from './store/public-address.js';
export { requisitionTable, type RequisitionRecord } from './store/requisition.tables.js';
