/** Why this file exists: the face of the evaluations module for what works with stored records. */
import './problems.js';

export { kitTable, type KitRecord } from './store/kit.tables.js';
export { requisitionPlanTable } from './store/plan.tables.js';
export { interviewTable, ratingTable, scorecardTable } from './store/interview.tables.js';
export { decisionTable, dissentTable } from './store/decision.tables.js';
