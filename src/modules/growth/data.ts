/** Why this file exists: the face of the growth module for what works with stored records. */
import './problems.js';
import './store/impact.js';
import { setMentorSource } from '../matrices/data.js';
import { menteesOf, mentorsOf } from './store/mentoring.store.js';

export { createGrowthPlan, type NewPlan } from './commands/create-plan.js';
export {
  closeGrowthPlan,
  completeGrowthPlan,
  pauseGrowthPlan,
  resumeGrowthPlan,
  startGrowthPlan,
} from './commands/plan-states.js';
export { updateGrowthPlan, type PlanChanges } from './commands/update-plan.js';
export { agreeToMentor, declineMentoring, nameMentor, withdrawFromMentoring } from './commands/mentors.js';
export { finishActivity, startActivity, type SeenActivity } from './commands/activities.js';
export { dropGoal, submitGoalEvidence, type SeenGoal } from './commands/goals.js';
export { openCheckIn, recordCheckIn, type StageInput } from './commands/check-ins.js';
export { plansById, type StoredPlan } from './store/growth.store.js';
export { growthGoalTable, growthPlanTable, type GrowthPlanRecord } from './store/growth.tables.js';

setMentorSource({ mentorsOf, menteesOf });
