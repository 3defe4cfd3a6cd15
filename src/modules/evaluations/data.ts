/** Why this file exists: the face of the evaluations module for what works with stored records. */
import './problems.js';
import './store/panel-source.js';
import './commands/kits.js';
import { registerNotices } from '../../platform/live/index.js';
import { interviewNotices } from './queries/interview-notices.js';

export { onHire, type Hire, type HireRating } from './extension-points.js';
export { recordDebrief, decide, addDissent, type DecisionInput, type DebriefInput } from './commands/decide.js';
export { hireCandidate, type HireInput } from './commands/hire-candidate.js';
export { forkKit, publishKit, updateKitDraft } from './commands/kits.js';
export { addToPanel, removeFromPanel } from './commands/panel.js';
export { planInterviews, type PlanInput } from './commands/plan-interviews.js';
export { scheduleInterviews, updateInterview, type ScheduleInput } from './commands/schedule-interviews.js';
export { amendScorecard, saveScorecard, submitScorecard, type WrittenContent } from './commands/write-scorecard.js';
export { currentKitByKey, kitById } from './store/kit.store.js';
export { kitTable, type KitRecord } from './store/kit.tables.js';
export { interviewTable, scorecardTable } from './store/interview.tables.js';
export { decisionTable } from './store/decision.tables.js';

registerNotices(interviewNotices);
