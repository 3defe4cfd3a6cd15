/** Why this file exists: the refusal codes of kits, plans, scorecards and decisions. */
import { registerProblems } from '../../platform/problems/index.js';

const input = (meaning: string, mend: string) => ({ kind: 'InvalidInput', meaning, mend }) as const;
const rule = (meaning: string, mend: string) => ({ kind: 'RuleViolation', meaning, mend }) as const;
const once = (meaning: string, mend: string) => ({ kind: 'AlreadyExists', meaning, mend }) as const;
const barred = (meaning: string, mend: string) => ({ kind: 'NotAllowed', meaning, mend }) as const;
const editor = (what: string) => `The editor of the kit ${what}.`;

export const kitCodes = registerProblems('evaluations', {
  KIT_RACE: rule('Somebody else made a version of the kit at the same moment.', editor('tries again')),
  KIT_NOT_A_DRAFT: rule('Published kits never change.', editor('forks the version and edits the fork')),
  KIT_NOT_PUBLISHED: rule('A plan uses a kit that is not published.', 'The hiring manager chooses a published one.'),
  KIT_EMPTY: input('The kit has no stages or no items.', editor('adds at least one')),
  KIT_TOO_LARGE: input('The kit has too many stages or items.', editor('splits it')),
  KIT_KEY_MALFORMED: input('A key is not lower-case words joined by hyphens.', editor('writes another key')),
  KIT_KEY_TWICE: input('A key is used twice.', editor('changes one of them')),
  KIT_TEXT_TOO_SHORT: input('A text is too short to say anything.', editor('writes more')),
  KIT_MINUTES_OUT_OF_RANGE: input('Minutes are no whole number in range.', editor('corrects them')),
  STAGE_WITHOUT_ITEM: input('No item belongs to a stage.', editor('adds an item or removes the stage')),
  KIT_STAGE_UNKNOWN: input('An item names a stage that the kit does not have.', editor('chooses one of its stages')),
  ITEM_LONGER_THAN_STAGE: input(
    'An item takes longer than its stage.',
    editor('shortens the item or lengthens the stage'),
  ),
  ITEM_KIND_UNKNOWN: input('There is no such kind of item.', editor('chooses a kind of the list')),
  MATERIALS_MISSING: input('A work sample names no materials.', editor('describes them')),
  KIT_LIST_EMPTY: input('An item lists no probe, rung or skill.', editor('adds at least one')),
  KIT_LISTED_TWICE: input('A list names the same thing twice.', editor('removes one')),
  KIT_RUNG_OUT_OF_RANGE: input('A rung is not 1 to 5.', editor('corrects it')),
  KIT_SKILL_UNKNOWN: input('The framework has no such skill.', editor('chooses one of its skills')),
  ANCHORS_NOT_FIVE: input('An item does not describe five ratings.', editor('describes all five')),
  ANCHORS_ALIKE: input('Two ratings are described alike.', editor('says what sets them apart')),
});

export const planCodes = registerProblems('evaluations', {
  PLAN_MISSING: rule('The requisition has no interview plan.', 'The hiring manager plans the interviews first.'),
  PLAN_IN_USE: rule(
    'Interviewers work with this part of the plan already.',
    'The hiring manager leaves it, and changes the rest.',
  ),
  SCHEDULED_ALREADY: once(
    'The interviews of the application are scheduled already.',
    'The hiring manager reads and changes those.',
  ),
  INTERVIEW_STEP_NOT_ALLOWED: rule(
    'The interview cannot take this step from its state.',
    'The hiring manager makes a new interview.',
  ),
  PANEL_SEAT_TAKEN: once('The person has, or had, a seat on this panel.', 'The hiring manager names somebody else.'),
  SEAT_NOT_HELD: rule('The person holds no seat on this panel.', 'The hiring manager reads the panel again.'),
  EVALUATION_CLOSED: rule(
    'The application is decided or withdrawn, or the interview is cancelled.',
    'Nothing more is evaluated.',
  ),
});

const planner = 'The hiring manager changes the plan.';
/** Findings about a plan. The broken ones refuse it; the others are shown with it and refuse nothing. */
export const planFindings = registerProblems('evaluations', {
  PLANNED_STAGE_UNKNOWN: input('The kit has no such stage.', planner),
  PLANNED_ITEM_UNKNOWN: input('The kit has no such item.', planner),
  SKILL_NOT_OF_ITEM: input('An item is to rate a skill that it has no anchors for.', planner),
  SEAT_TWICE: input('A person has two seats in one interview.', planner),
  ITEM_PLANNED_TWICE: input('An item is asked twice; in one interview that is refused, else shown.', planner),
  INTERVIEW_WITHOUT_RATER: rule(
    'Nobody rates in an interview; shown with the plan, refused when interviews are scheduled.',
    planner,
  ),
  INTERVIEWER_CONFLICT: barred('An interviewer has a conflict of interest.', 'The hiring manager names somebody else.'),
  MUST_HAVE_UNASSESSED: rule('Nobody assesses a must-have; shown with the plan.', planner),
  MUST_HAVE_ONE_RATER: rule('A must-have depends on one rater; shown with the plan.', planner),
  ITEM_NOT_FOR_RUNG: rule('An item is not meant for the rung; shown with the plan.', planner),
  ITEM_OF_ANOTHER_STAGE: rule('An item belongs to another stage of the kit; shown with the plan.', planner),
  STAGE_MINUTES_EXCEEDED: rule('The items of a stage take longer than it has; shown with the plan.', planner),
  WORK_SAMPLE_TOO_FEW_RATERS: rule('A work sample has fewer than two raters; shown with the plan.', planner),
  TOO_MANY_INTERVIEWS: rule('The loop has more than five interviews; shown with the plan.', planner),
});

const author = 'The interviewer mends the field named.';
export const scorecardCodes = registerProblems('evaluations', {
  RATING_NOT_PLANNED: input('The plan does not ask for this rating.', author),
  RATING_TWICE: input('A skill is rated twice on one item.', author),
  LEVEL_AND_NOT_ASSESSED: input('A rating has a level and says not assessed.', author),
  RATING_MISSING: input('A planned rating is missing.', author),
  RATING_OUT_OF_RANGE: input('A level is not 1 to 5.', author),
  ANCHOR_MISSING: input('The item does not describe this level.', author),
  EVIDENCE_IS_FILLER: input('A note says nothing.', author),
  EVIDENCE_TOO_SHORT: input('A note is too short.', author),
  EVIDENCE_PASTED: input('All ratings carry the same note.', author),
  NOTHING_ASSESSED: rule('No skill was assessed.', 'The interviewer rates one, or asks to be taken off the panel.'),
  VERDICT_MISSING: input('There is no verdict.', author),
  SCORECARD_LOCKED: rule('A submitted scorecard is locked.', 'The interviewer adds an amendment.'),
  SCORECARD_NOT_SUBMITTED: rule('Only a submitted scorecard is amended.', 'The interviewer changes the draft.'),
  NOT_THE_AUTHOR: barred('Only its author writes a scorecard.', 'The author does it.'),
  REMOVED_FROM_PANEL: barred('The interviewer was removed from the panel.', 'Nobody: the record stands.'),
  EVALUATION_REASON_TOO_SHORT: input('A reason is too short.', 'Whoever gives it writes more.'),
  AMENDMENT_CHANGES_NOTHING: rule(
    'The amendment says what the scorecard says.',
    'The interviewer changes something or leaves it.',
  ),
});

const decider = 'The hiring manager mends what is named.';
export const decisionCodes = registerProblems('evaluations', {
  NOT_THE_HIRING_MANAGER: barred('Only the hiring manager decides.', 'The hiring manager does it.'),
  ALREADY_DECIDED: once('A decision on the application stands.', 'The hiring manager reads it.'),
  REQUISITION_DOES_NOT_ALLOW_DECISION: rule('The requisition does not allow this outcome now.', decider),
  DEBRIEF_MISSING: rule('No debrief was recorded.', decider),
  DECIDER_NOT_IN_DEBRIEF: rule('The decider was not in the debrief.', decider),
  OWN_SCORECARD_DUE: rule('The own scorecard is not submitted.', 'The person submits it first.'),
  SCORECARDS_MISSING: rule('Scorecards are missing and not waived by name.', decider),
  WAIVER_NOT_NEEDED: input('A waiver names a scorecard that is not due.', decider),
  WAIVER_TWICE: input('A scorecard is waived twice.', decider),
  NO_EVIDENCE_TO_ACCEPT: rule('Nobody is accepted without a submitted scorecard.', decider),
  REASON_CODE_MISSING: input('No reason was chosen.', decider),
  REASON_CODE_TWICE: input('A reason is chosen twice.', decider),
  REASON_CODE_OF_OTHER_OUTCOME: input('A reason speaks for the other outcome.', decider),
  OPEN_MUST_HAVES: rule('Must-haves are missing or not assessed and the reasons do not say so.', decider),
  GAP_CONDITIONS_MISSING: rule(
    'Somebody is accepted with a gap, and the conditions do not say what covers it.',
    decider,
  ),
  DISSENT_EMPTY: input('A dissent says nothing.', 'Whoever dissents writes it in own words.'),
  DISSENT_NOT_FROM_PANEL: barred('Dissent comes from members of the panel.', 'A member of the panel adds it.'),
  DECISION_MISSING: rule('Nobody has decided yet.', 'The person speaks in the debrief.'),
  NOT_ACCEPTED: rule('Only an accepted applicant is hired.', decider),
});
