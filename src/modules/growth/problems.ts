/** Why this file exists: the refusal codes of growth plans. */
import { registerProblems } from '../../platform/problems/index.js';

const input = (meaning: string, mend: string) => ({ kind: 'InvalidInput', meaning, mend }) as const;
const rule = (meaning: string, mend: string) => ({ kind: 'RuleViolation', meaning, mend }) as const;
const denied = (meaning: string, mend: string) => ({ kind: 'NotAllowed', meaning, mend }) as const;

export const growthProblems = registerProblems('growth', {
  GROWTH_PLAN_OPEN_ALREADY: {
    kind: 'AlreadyExists',
    meaning: 'The person has an open plan towards the same job role version.',
    mend: 'The person works with that plan, or closes it first.',
  },
  PLAN_HAS_NOTHING_TO_RAISE: rule(
    'Every level that the job role asks for is verified already.',
    'The person chooses another target.',
  ),
  PROTECTED_HOURS_NOT_POSITIVE: input('No hours of the week are protected.', 'The person agrees on a number above 0.'),
  PROTECTED_HOURS_ABOVE_WORKING_HOURS: input(
    'More hours are protected than the week has.',
    'The person corrects the protected or the weekly hours.',
  ),
  PARALLEL_ACTIVITIES_NOT_POSITIVE: input(
    'The number of parallel activities is not 1 or more.',
    'The caller corrects it.',
  ),
  ACTIVITY_PLANNED_TWICE: rule('An activity is in the plan twice.', 'The caller keeps one of them.'),
  ACTIVITY_TAKES_TOO_LONG: rule(
    'With so few protected hours an activity would take more than five years.',
    'The person protects more hours.',
  ),
  PLAN_TRANSITION_NOT_ALLOWED: rule(
    'The plan cannot go from its state to the one asked for.',
    'The caller reads the plan again; the facts name what can follow.',
  ),
  PLAN_WITHOUT_GOALS: rule('The plan has no goal left.', 'The person makes a new plan.'),
  PLAN_WITHOUT_SUPPORT: rule(
    'A bridge plan lacks a mentor who agreed, a dated deployment or half of the working time; the facts name what.',
    'The person and the manager book what is missing.',
  ),
  PLAN_GOALS_OPEN: rule(
    'Goals are neither verified nor dropped.',
    'The person settles them, or closes the plan with a reason.',
  ),
  GOAL_TRANSITION_NOT_ALLOWED: rule(
    'The goal cannot go from its state to the one asked for.',
    'The caller reads the goal again; the facts name its state.',
  ),
  GOAL_PLAN_NOT_ACTIVE: rule('The plan of the goal is not active.', 'The person starts or resumes the plan.'),
  GOAL_NOT_REACHED: rule(
    'The assessment does not show the level of the goal.',
    'The reviewer confirms a sufficient one first.',
  ),
  ACTIVITY_TRANSITION_NOT_ALLOWED: rule(
    'The activity cannot go from its state to the one asked for.',
    'The caller reads the activity again; the facts name its state.',
  ),
  ACTIVITY_PLAN_NOT_ACTIVE: rule('The plan of the activity is not active.', 'The person starts or resumes the plan.'),
  ACTIVITY_BLOCKED: rule(
    'Nothing in the activity can be learned yet; the facts name what must be shown first.',
    'The person starts with the next useful activity.',
  ),
  GROWTH_REASON_TOO_SHORT: input('A reason says too little.', 'The writer gives at least 5 characters.'),
  MENTOR_IS_THE_PERSON: denied('Nobody mentors themselves.', 'The person names somebody else.'),
  MENTOR_IS_THE_MANAGER: denied(
    'The manager confirms levels and therefore does not mentor.',
    'The person names somebody else; mentorSuggestions offers some.',
  ),
  MENTOR_WITHOUT_CAPACITY: rule(
    'The mentor guides as many people as they can.',
    'The person names somebody else, or the mentor’s capacity is raised.',
  ),
  MENTOR_AGREED_ALREADY: rule(
    'The mentor agreed already, so there is nothing to decline.',
    'The mentor withdraws from mentoring instead.',
  ),
  CHECK_IN_ASSESSOR_IS_PERSON: input('A check-in needs two people.', 'The person names the manager or the mentor.'),
  CHECK_IN_ASSESSOR_NOT_NEAR: denied(
    'The second view is given by the manager or by the mentor who agreed.',
    'The person names one of them.',
  ),
  CHECK_IN_STAGE_NOT_YOURS: denied('This stage is recorded by somebody else.', 'That person records it.'),
  CHECK_IN_OUT_OF_ORDER: rule('An earlier stage is not recorded yet.', 'That stage is recorded first.'),
  CHECK_IN_ALREADY_RECORDED: rule('The stage was recorded already and stays.', 'A new check-in is opened.'),
});
