/** Why this file exists: the matrix must not promise an assessment that nobody will make, and each weakness of a plan is named. */
import type { Level } from '../../frameworks/index.js';
import { coverageMatrix } from './coverage.js';
import { interview, interviewId, itemKey, kitItem, person, skill, smallKit } from './evaluation.fixture.js';
import { effectiveRaters, ratingSlots } from './interview-plan.js';
import type { PlanContext, PlannedInterview } from './interview-plan.js';

const asks = (name: string, level: Level, isMustHave = true) => ({ skill: skill(name), level, isMustHave });
const requirements = [asks('pipelines', 3), asks('serving', 2), asks('sql', 2, false), asks('testing', 3)];
const context: PlanContext = { kit: smallKit, rung: 2, conflicted: new Set() };
const screen = interview('i-screen', 'screen', ['ana'], { feed: ['pipelines', 'sql'], serve: ['serving'] });
const sample = interview('i-sample', 'sample', ['ana', 'ben'], { build: ['pipelines', 'testing'] });
const good = { interviews: [screen, sample] };

const matrix = (interviews: readonly PlannedInterview[], change: Partial<PlanContext> = {}) =>
  coverageMatrix(requirements, { interviews }, { ...context, ...change });
const warnings = (interviews: readonly PlannedInterview[], change: Partial<PlanContext> = {}) =>
  matrix(interviews, change).warnings.map(({ message, ...facts }) => {
    expect(message.length).toBeGreaterThan(20);
    return facts;
  });

describe('the coverage matrix', () => {
  it('has one row per must-have and one cell per interview', () => {
    const { interviews, rows, assessed } = coverageMatrix(requirements, good, context);
    expect(interviews).toEqual(['i-screen', 'i-sample']);
    expect(assessed).toBe(3);
    expect(rows.map((row) => [row.skill, row.requiredLevel, row.raterCount])).toEqual([
      ['pipelines', 3, 2], // ana in both interviews counts once, with ben two
      ['serving', 2, 1],
      ['testing', 3, 2],
    ]);
    expect(rows[0]?.cells).toEqual([
      { interview: 'i-screen', items: ['feed'], raters: ['ana'] },
      { interview: 'i-sample', items: ['build'], raters: ['ana', 'ben'] },
    ]);
    expect(rows[1]?.cells[1]).toEqual({ interview: 'i-sample', items: [], raters: [] });
  });

  it('of no interviews leaves every must-have unassessed', () => {
    const { rows, assessed } = matrix([]);
    expect([rows.length, assessed]).toEqual([3, 0]);
    expect(warnings([]).map((one) => one.code)).toEqual(Array.from({ length: 3 }, () => 'MUST_HAVE_UNASSESSED'));
  });

  it('of a job role without must-haves is empty', () => {
    expect(coverageMatrix([asks('sql', 2, false)], good, context).rows).toEqual([]);
  });

  it('counts neither shadows nor raters with a conflict', () => {
    const shadowed = interview('i-sample', 'sample', ['ana'], { build: ['testing'] }, ['zoe']);
    const [, , testing] = matrix([shadowed]).rows;
    expect(testing?.raterCount).toBe(1);
    const [, , none] = matrix([shadowed], { conflicted: new Set([person('ana')]) }).rows;
    expect(none).toMatchObject({ raterCount: 0, cells: [{ items: ['build'], raters: [] }] });
  });

  it('counts neither an item that the kit lacks nor a skill that the item does not rate', () => {
    const odd = interview('i-odd', 'screen', ['ana'], { ghost: ['pipelines'], serve: ['testing'] });
    expect(matrix([odd]).assessed).toBe(0);
  });
});

describe('the warnings of a plan', () => {
  it('are few for a good plan: only that serving rests on one rater', () => {
    expect(warnings(good.interviews)).toEqual([{ code: 'MUST_HAVE_ONE_RATER', severity: 'INFO', skill: 'serving' }]);
  });

  it('name a must-have that nobody assesses', () => {
    expect(warnings([sample])).toContainEqual({ code: 'MUST_HAVE_UNASSESSED', severity: 'WARN', skill: 'serving' });
  });

  it('name an item that is not meant for the rung', () => {
    expect(warnings(good.interviews, { rung: 4 })).toContainEqual({
      code: 'ITEM_NOT_FOR_RUNG',
      severity: 'WARN',
      interview: 'i-screen',
      itemKey: 'serve',
      rung: 4,
    });
  });

  it('name a stage whose items take longer than it has, over all of its interviews', () => {
    // feed 20 + serve 20 fill the 40 minutes; a third item of 20 makes 60
    const kit = { ...smallKit, items: [...smallKit.items, kitItem('more', 'screen', ['sql'])] };
    const more = interview('i-more', 'screen', ['ben'], { more: ['sql'] });
    expect(warnings([...good.interviews, more], { kit })).toContainEqual({
      code: 'STAGE_MINUTES_EXCEEDED',
      severity: 'WARN',
      stage: 'screen',
      minutes: 60,
      limit: 40,
    });
  });

  it('take no minutes for an item that the kit does not have', () => {
    const ghost = interview('i-ghost', 'screen', ['ben'], { ghost: ['sql'] });
    expect(warnings([screen, ghost]).map((one) => one.code)).not.toContain('STAGE_MINUTES_EXCEEDED');
  });

  it('name a work sample with fewer than two raters, shadows and conflicts not counting', () => {
    const alone = interview('i-sample', 'sample', ['ana', 'ben'], { build: ['testing'] }, ['zoe']);
    expect(warnings([alone], { conflicted: new Set([person('ben')]) })).toContainEqual({
      code: 'WORK_SAMPLE_TOO_FEW_RATERS',
      severity: 'WARN',
      interview: 'i-sample',
      itemKey: 'build',
      raters: 1,
    });
    expect(warnings([sample]).map((one) => one.code)).not.toContain('WORK_SAMPLE_TOO_FEW_RATERS');
  });

  it('name a loop of more than five interviews', () => {
    const loop = (n: number) => Array.from({ length: n }, (_, at) => interview(`i-${at}`, 'screen', ['ana'], {}));
    expect(warnings(loop(6))).toContainEqual({ code: 'TOO_MANY_INTERVIEWS', severity: 'WARN', interviews: 6 });
    expect(warnings(loop(5)).map((one) => one.code)).not.toContain('TOO_MANY_INTERVIEWS');
  });

  it('name an interviewer with a conflict, a shadow too', () => {
    const shadowed = interview('i-screen', 'screen', ['ana'], { serve: ['serving'] }, ['zoe']);
    expect(warnings([shadowed], { conflicted: new Set([person('zoe')]) })).toContainEqual({
      code: 'INTERVIEWER_CONFLICT',
      severity: 'BROKEN',
      interview: 'i-screen',
      person: 'zoe',
    });
  });

  it('name an interview in which nobody rates', () => {
    const watched = interview('i-screen', 'screen', [], { serve: ['serving'] }, ['zoe']);
    expect(warnings([watched])).toContainEqual({
      code: 'INTERVIEW_WITHOUT_RATER',
      severity: 'BROKEN',
      interview: 'i-screen',
    });
  });

  it('name a person with two seats in one interview', () => {
    const double = interview('i-screen', 'screen', ['ana'], { serve: ['serving'] }, ['ana']);
    expect(warnings([double])).toContainEqual({
      code: 'SEAT_TWICE',
      severity: 'BROKEN',
      interview: 'i-screen',
      person: 'ana',
    });
  });

  it('name what the kit does not have', () => {
    const odd = interview('i-odd', 'lunch', ['ana'], { ghost: ['pipelines'], serve: ['testing'] });
    const found = warnings([odd]);
    const at = { interview: interviewId('i-odd'), severity: 'BROKEN' };
    expect(found).toContainEqual({ code: 'PLANNED_STAGE_UNKNOWN', ...at, stage: 'lunch' });
    expect(found).toContainEqual({ code: 'PLANNED_ITEM_UNKNOWN', ...at, itemKey: 'ghost' });
    expect(found).toContainEqual({ code: 'SKILL_NOT_OF_ITEM', ...at, itemKey: 'serve', skill: 'testing' });
    expect(found).toContainEqual({
      code: 'ITEM_OF_ANOTHER_STAGE',
      severity: 'WARN',
      interview: 'i-odd',
      itemKey: 'serve',
      stage: 'screen',
    });
  });

  it('name an item that is asked twice, at the second place', () => {
    const again = interview('i-again', 'screen', ['ben'], { serve: ['serving'] });
    const twice = warnings([screen, again]).filter((one) => one.code === 'ITEM_PLANNED_TWICE');
    expect(twice).toEqual([{ code: 'ITEM_PLANNED_TWICE', severity: 'WARN', interview: 'i-again', itemKey: 'serve' }]);
  });
});

describe('a planned interview', () => {
  it('asks each rater for every skill of every item once', () => {
    expect(ratingSlots(screen)).toEqual([
      { itemKey: 'feed', skill: 'pipelines' },
      { itemKey: 'feed', skill: 'sql' },
      { itemKey: 'serve', skill: 'serving' },
    ]);
    const doubled = { items: [...screen.items, { itemKey: itemKey('feed'), skills: [skill('sql')] }] };
    expect(ratingSlots(doubled)).toHaveLength(3);
    expect(ratingSlots({ items: [] })).toEqual([]);
  });

  it('is rated by its raters without a conflict', () => {
    expect(effectiveRaters(sample, new Set())).toEqual(['ana', 'ben']);
    expect(effectiveRaters(sample, new Set([person('ana')]))).toEqual(['ben']);
  });
});
