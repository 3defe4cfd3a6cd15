/** Why this file exists: the refusal codes of frameworks. */
import { registerProblems } from '../../platform/problems/index.js';

const input = (meaning: string, mend: string) => ({ kind: 'InvalidInput', meaning, mend }) as const;
const rule = (meaning: string, mend: string) => ({ kind: 'RuleViolation', meaning, mend }) as const;

export const frameworkProblems = registerProblems('frameworks', {
  LIBRARY_NOT_LOADED: rule('The built-in library is not loaded.', 'The operator runs `twinladder library load`.'),
  LIBRARY_ADOPTED_ALREADY: {
    kind: 'AlreadyExists',
    meaning: 'The organisation has adopted this release.',
    mend: 'The editor forks that version.',
  },
  FRAMEWORK_RACE: rule('Somebody else made a version at the same moment.', 'The editor tries again.'),
  FRAMEWORK_NOT_A_DRAFT: rule('Published versions never change.', 'The editor forks the version and edits the fork.'),
  LAST_FRAMEWORK: rule('The only published version cannot be retired.', 'The editor publishes another one first.'),
  SKILL_IS_PREREQUISITE: rule(
    'Other skills of the draft need this one first.',
    'The editor changes their prerequisites.',
  ),
  PREREQUISITE_CYCLE: rule(
    'Prerequisites form a circle; its members are named.',
    'The editor removes one of the prerequisites in the circle.',
  ),
  BAD_KEY: input('A key is not lower-case words joined by hyphens.', 'The editor writes another key.'),
  DUPLICATE_KEY: input('A key is used twice in one list.', 'The editor gives one of the two another key.'),
  TEXT_MISSING: input('A text is empty.', 'The editor writes it.'),
  SCALE_NOT_FIVE_LEVELS: input('The scale does not describe levels 1 to 5.', 'The editor describes all five.'),
  NO_SKILLS: input('The version has no skill.', 'The editor adds one.'),
  UNKNOWN_CATEGORY: input('The version has no such category.', 'The editor adds it or names another one.'),
  NOT_FIVE_LEVELS: input('A skill does not describe five levels.', 'The editor describes all five.'),
  LEVEL_WITHOUT_INDICATOR: input(
    'A level says nothing that can be observed.',
    'The editor writes at least one indicator.',
  ),
  AFFINITY_OUT_OF_RANGE: input('An affinity is not between 0 and 1.', 'The editor corrects it.'),
  UNKNOWN_PREREQUISITE: input(
    'A prerequisite names a skill that the version does not have.',
    'The editor adds the skill or removes the prerequisite.',
  ),
  OWN_PREREQUISITE: input('A skill is its own prerequisite.', 'The editor removes it.'),
  PREREQUISITE_LEVEL_OUT_OF_RANGE: input('A prerequisite level is out of range.', 'The editor corrects it.'),
  UNKNOWN_SKILL: input('A skill key is not in the version.', 'The editor corrects the key.'),
  UNKNOWN_EVIDENCE_TYPE: input('An evidence type is not in the version.', 'The editor corrects the key.'),
  LEVEL_OUT_OF_RANGE: input('A level is not 1 to 5.', 'The editor corrects it.'),
  STEP_OUT_OF_RANGE: input('A step does not raise by one level within 0 to 5.', 'The editor corrects it.'),
  ACTIVITY_RAISES_NOTHING: input('An activity raises no skill.', 'The editor adds a step.'),
  AMOUNT_OUT_OF_RANGE: input('Hours or weeks are not above 0.', 'The editor corrects them.'),
});
