/** Why this file exists: a part of a model's life is covered by a must-have of it, and by nothing less. */
import type { CategoryKey, SkillKey } from '../../frameworks/index.js';
import { LIFE_CYCLE_AREAS, lifeCycleCover } from './life-cycle.js';

const key = (text: string) => text as SkillKey;
const categoryOf = new Map(
  Object.entries({
    'data-pipelines': 'data-engineering',
    'online-serving': 'deployment',
    'drift-monitoring': 'operations',
    'retraining-pipelines': 'operations',
    'quality-systems': 'regulatory-quality',
    mentoring: 'collaboration-leadership',
  }).map(([skill, category]) => [key(skill), category as CategoryKey]),
);
const must = (...skills: readonly string[]) => skills.map((skill) => ({ skill: key(skill), isMustHave: true }));

describe('the life cycle that a job role answers for', () => {
  it('is read from its must-haves; retraining is an area of its own', () => {
    const asked = must(
      'quality-systems',
      'retraining-pipelines',
      'drift-monitoring',
      'online-serving',
      'data-pipelines',
    );
    expect(lifeCycleCover(asked, categoryOf)).toEqual([
      { area: 'INGESTION', skills: ['data-pipelines'] },
      { area: 'DEPLOYMENT', skills: ['online-serving'] },
      { area: 'MONITORING', skills: ['drift-monitoring'] },
      { area: 'RETRAINING', skills: ['retraining-pipelines'] },
      { area: 'COMPLIANCE', skills: ['quality-systems'] },
    ]);
  });

  it('is not covered by wishes, other categories or unknown skills', () => {
    const asked = [...must('mentoring', 'gone'), { skill: key('online-serving'), isMustHave: false }];
    expect(lifeCycleCover(asked, categoryOf)).toEqual(LIFE_CYCLE_AREAS.map((area) => ({ area, skills: [] })));
  });
});
