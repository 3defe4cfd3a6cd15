/** Why this file exists: each check of the skills is shown to speak when it should. */
import { SKILL_CHECKS } from './check-skills.js';
import {
  byKey,
  describeChecks,
  ofSkill,
  oneError,
  oneWarning,
  pick,
  type Draft,
  type FailingCase,
} from './library.fixture.js';
import type { Library } from './library.js';

const skill = (draft: Draft<Library>, key: string) => byKey(draft.framework.skills, key);
/** mentoring needs cross-functional-collaboration 2 from level 3 on. */
const needOfMentoring = (draft: Draft<Library>) =>
  ofSkill(skill(draft, 'mentoring').prerequisites, 'cross-functional-collaboration');

const CASES: readonly FailingCase[] = [
  {
    check: 'scaleLevels',
    it: 'reports a scale with four levels',
    edit: (draft) => draft.framework.scale.pop(),
    findings: oneError('skills.yaml:scale', 'the scale has to describe the levels 1 to 5, each once'),
  },
  {
    check: 'scaleLevels',
    it: 'reports a level that stands twice',
    edit: (draft) => (pick(draft.framework.scale, (row) => row.level === 2).level = 1),
    findings: oneError('skills.yaml:scale', 'the scale has to describe the levels 1 to 5, each once'),
  },
  {
    check: 'unknownCategories',
    it: 'reports a skill in a category that is not there',
    edit: (draft) => (skill(draft, 'mentoring').category = 'nowhere'),
    findings: oneError('skills.yaml:skills.mentoring.category', 'unknown category nowhere'),
  },
  {
    check: 'emptyCategories',
    it: 'reports a category without a skill',
    edit: (draft) => draft.framework.categories.push({ key: 'finance', name: 'Finance', order: 11 }),
    findings: oneError('skills.yaml:categories.finance', 'no skill belongs to this category'),
  },
  {
    check: 'repeatedIndicators',
    it: 'reports an indicator that another skill has already',
    edit: (draft) => (skill(draft, 'mentoring').indicators[0] = ['Explains the technical direction of the team']),
    findings: oneError(
      'skills.yaml:skills.technical-leadership.levels',
      'indicator repeated from mentoring: Explains the technical direction of the team',
    ),
  },
  {
    check: 'unknownPrerequisites',
    it: 'reports a prerequisite that is not there',
    edit: (draft) => (needOfMentoring(draft).skill = 'telepathy'),
    findings: oneError('skills.yaml:skills.mentoring.prerequisites.telepathy', 'unknown skill telepathy'),
  },
  {
    check: 'ownPrerequisites',
    it: 'reports a skill that needs itself',
    edit: (draft) => (needOfMentoring(draft).skill = 'mentoring'),
    findings: oneError(
      'skills.yaml:skills.mentoring.prerequisites.mentoring',
      'a skill cannot be its own prerequisite',
    ),
  },
  {
    check: 'prerequisitesFromLevelOne',
    it: 'reports a prerequisite of level 1',
    edit: (draft) => (needOfMentoring(draft).fromLevel = 1),
    findings: oneError(
      'skills.yaml:skills.mentoring.prerequisites.cross-functional-collaboration',
      'level 1 may not need another skill',
    ),
  },
  {
    check: 'prerequisitesAboveTheirLevel',
    it: 'warns of a prerequisite that is higher than what it unlocks',
    edit: (draft) => (needOfMentoring(draft).minLevel = 4),
    findings: oneWarning(
      'skills.yaml:skills.mentoring.prerequisites.cross-functional-collaboration',
      'needs level 4 to unlock level 3',
    ),
  },
  {
    check: 'repeatedPrerequisites',
    it: 'reports a prerequisite that is listed twice',
    edit: (draft) => skill(draft, 'mentoring').prerequisites.push(needOfMentoring(draft)),
    findings: oneError(
      'skills.yaml:skills.mentoring.prerequisites',
      'cross-functional-collaboration from level 3 is listed twice',
    ),
  },
  {
    check: 'prerequisiteCycles',
    it: 'names the members of a cycle',
    edit: (draft) =>
      skill(draft, 'cross-functional-collaboration').prerequisites.push({
        skill: 'mentoring',
        minLevel: 1,
        fromLevel: 5,
      }),
    findings: oneError(
      'skills.yaml:skills.cross-functional-collaboration.prerequisites',
      'prerequisites form a cycle: cross-functional-collaboration -> mentoring -> cross-functional-collaboration',
    ),
  },
  {
    check: 'unknownSfiaCodes',
    it: 'reports a code that the SFIA list does not hold',
    edit: (draft) => skill(draft, 'mentoring').references.sfia.push('ZZZZ'),
    findings: oneError('skills.yaml:skills.mentoring.refs.sfia', 'unknown sfia entry ZZZZ'),
  },
  {
    check: 'unknownMlTestScoreChecks',
    it: 'reports a check that the ML Test Score does not hold',
    edit: (draft) => skill(draft, 'mentoring').references.mlTestScore.push('D8'),
    findings: oneError('skills.yaml:skills.mentoring.refs.mlts', 'unknown mlts entry D8'),
  },
  {
    check: 'unknownGmlpPrinciples',
    it: 'reports an eleventh principle',
    edit: (draft) => skill(draft, 'mentoring').references.gmlp.push(11),
    findings: oneError('skills.yaml:skills.mentoring.refs.gmlp', 'unknown gmlp entry 11'),
  },
  {
    check: 'unknownRegulations',
    it: 'reports a reference that is not there',
    edit: (draft) => skill(draft, 'mentoring').references.regulations.push('moon-law'),
    findings: oneError('skills.yaml:skills.mentoring.refs.regs', 'unknown regs entry moon-law'),
  },
];

describe('checks of skills', () => {
  describeChecks(SKILL_CHECKS, CASES);
});
