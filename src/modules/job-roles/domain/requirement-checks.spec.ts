/** Why this file exists: a list of requirements that cannot stand is refused with its place, and prerequisites that nobody named are told. */
import type { Level, SkillKey } from '../../frameworks/index.js';
import type { Requirement } from './requirement.js';
import {
  evidenceOnlyMustHaves,
  impliedRequirements,
  publicationProblem,
  skillListProblem,
  type PublicationSubject,
} from './requirement-checks.js';

const key = (text: string) => text as SkillKey;
const asks = (skill: string, rest: Partial<Requirement> = {}): Requirement => ({
  skill: key(skill),
  level: 3,
  weight: 3,
  isMustHave: true,
  minEvidenceClass: 3,
  stages: ['screen'],
  ...rest,
});
const known = new Set([key('ci-cd'), key('statistics')]);

describe('a list of skills', () => {
  it('stands when each skill is known and named once', () => {
    expect(skillListProblem([asks('ci-cd'), asks('statistics')], known, 'input.requirements')).toBeNull();
  });
  it('is refused at the second mention of a skill', () => {
    expect(skillListProblem([asks('ci-cd'), asks('ci-cd')], known, 'input.requirements')).toMatchObject({
      code: 'DUPLICATE_KEY',
      field: 'input.requirements.1.skillKey',
    });
  });
  it('is refused where it names a skill that the framework does not have', () => {
    expect(skillListProblem([asks('ci-cd'), asks('juggling')], known, 'input.list')).toMatchObject({
      code: 'UNKNOWN_SKILL',
      field: 'input.list.1.skillKey',
      skill: 'juggling',
    });
  });
});

describe('publishing', () => {
  const draft: PublicationSubject = {
    title: 'Engineer',
    mission: 'Runs models.',
    requirements: [asks('ci-cd')],
    entryRequirements: [],
  };
  const framework = { state: 'PUBLISHED', skills: known } as const;

  it('is open to a draft that says what it is for and asks for known skills', () => {
    expect(publicationProblem(draft, framework)).toBeNull();
  });
  it.each(['DRAFT', 'RETIRED'] as const)('is refused on a framework in state %s', (state) => {
    expect(publicationProblem(draft, { state, skills: known })?.code).toBe('FRAMEWORK_NOT_PUBLISHED');
  });
  it('is refused without title or mission', () => {
    expect(publicationProblem({ ...draft, title: ' ' }, framework)?.code).toBe('TEXT_MISSING');
    expect(publicationProblem({ ...draft, mission: '' }, framework)?.code).toBe('TEXT_MISSING');
  });
  it('is refused without requirements', () => {
    expect(publicationProblem({ ...draft, requirements: [] }, framework)?.code).toBe('JOB_ROLE_ASKS_NOTHING');
  });
  it('is refused when a skill, also one held at the start, is not in the framework, all of them named', () => {
    const wrong = {
      ...draft,
      requirements: [asks('sailing'), asks('ci-cd')],
      entryRequirements: [{ skill: key('juggling') }],
    };
    expect(publicationProblem(wrong, framework)).toMatchObject({
      code: 'UNKNOWN_SKILL',
      skills: ['juggling', 'sailing'],
    });
  });
});

it('must-haves without a stage are shown by evidence alone; what is no must-have is not asked for evidence', () => {
  const alone = asks('ci-cd', { stages: [] });
  expect(evidenceOnlyMustHaves([alone, asks('statistics'), asks('api', { stages: [], isMustHave: false })])).toEqual([
    alone,
  ]);
});

describe('implied requirements', () => {
  const skills = [
    { key: key('a'), prerequisites: [] },
    { key: key('b'), prerequisites: [{ skill: key('a'), minLevel: 2, fromLevel: 3 }] },
    { key: key('c'), prerequisites: [{ skill: key('b'), minLevel: 3, fromLevel: 2 }] },
  ] as const;
  const at = (skill: string, level: Level) => ({ skill: key(skill), level });

  it('are the prerequisites of prerequisites too', () => {
    // c at 2 needs b at 3, and b at 3 needs a at 2
    expect(impliedRequirements(skills, [at('c', 2)])).toEqual([
      { skill: 'a', level: 2, namedLevel: null },
      { skill: 'b', level: 3, namedLevel: null },
    ]);
  });
  it('include a named skill that is needed at a higher level, and not one that is named high enough', () => {
    expect(impliedRequirements(skills, [at('c', 2), at('b', 3), at('a', 1)])).toEqual([
      { skill: 'a', level: 2, namedLevel: 1 },
    ]);
    expect(impliedRequirements(skills, [at('c', 1), at('b', 2)])).toEqual([]);
  });
});
