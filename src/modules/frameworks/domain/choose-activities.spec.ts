/** Why this file exists: the hours of a plan are promised to people; they must come out the same for everybody who asks. */
import fc from 'fast-check';
import { chooseActivities } from './choose-activities.js';
import type { Activity, ActivityKey, LevelStep, SkillKey } from './framework.js';
import { stepId } from './level-steps.js';

/** `drift@1` is the step of `drift` from 1 to 2. */
const step = (text: string): LevelStep => {
  const [skill, from] = text.split('@');
  return { skill: skill as SkillKey, from: Number(from) as LevelStep['from'] };
};
const steps = (text: string) => text.split(' ').filter(Boolean).map(step);

const activity = (key: string, hours: number, raises: string, change: Partial<Activity> = {}): Activity => ({
  key: key as ActivityKey,
  name: key,
  kind: 'PROJECT',
  lever: 'DEPLOYMENT_EXPOSURE',
  summary: '',
  host: '',
  hours,
  weeks: 1,
  choose: null,
  needs: [],
  raises: steps(raises),
  evidence: [],
  ...change,
});
const keysOf = (cover: ReturnType<typeof chooseActivities>) => cover.chosen.map((one) => one.activity.key);

describe('the choice of activities', () => {
  it('takes the most needed steps per hour, again and again', () => {
    // per hour: wide 2/10 = .2, dense 1/4 = .25, lone 1/20 = .05. dense first; then wide has 1 step left: 1/10 = .1
    const activities = [activity('lone', 20, 'b@0'), activity('wide', 10, 'a@0 b@0'), activity('dense', 4, 'a@0')];
    const cover = chooseActivities(activities, steps('a@0 b@0'));
    expect(keysOf(cover)).toEqual(['dense', 'wide']);
    expect(cover.chosen.map((one) => one.covers.map(stepId))).toEqual([['a@0'], ['b@0']]);
    expect(cover.totalHours).toBe(14);
    expect(cover.uncovered).toEqual([]);
  });

  it('counts only steps that are needed', () => {
    // many raises four steps in 8 hours, of which one is needed: 1/8; few raises one in 6 hours: 1/6
    const activities = [activity('many', 8, 'a@0 b@0 c@0 d@0'), activity('few', 6, 'a@0')];
    expect(keysOf(chooseActivities(activities, steps('a@0')))).toEqual(['few']);
  });

  it('gives a tie to practice and guidance before courses, then to the list', () => {
    const course = activity('course', 5, 'a@0', { kind: 'COURSE' });
    const [first, second] = [activity('z-first', 10, 'a@0 b@0'), activity('a-second', 5, 'a@0')];
    expect(keysOf(chooseActivities([course, second], steps('a@0')))).toEqual(['a-second']);
    expect(keysOf(chooseActivities([first, second], steps('a@0 b@0')))).toEqual(['z-first']);
    expect(keysOf(chooseActivities([second, first], steps('a@0 b@0')))).toEqual(['a-second', 'z-first']);
  });

  it('covers steps up to level 4', () => {
    const cover = chooseActivities([activity('lead', 5, 'a@3')], steps('a@3 b@3'));
    expect(keysOf(cover)).toEqual(['lead']);
    expect(cover.uncovered).toMatchObject([{ step: { skill: 'b', from: 3 }, reason: 'NO_ACTIVITY' }]);
  });

  it('tells why a step is left: none raises it, only by choice, or beyond the catalogue', () => {
    const activities = [activity('pick', 5, 'a@1 b@1', { choose: 1 }), activity('top', 5, 'a@4')];
    const { chosen, uncovered } = chooseActivities(activities, steps('c@0 a@4 a@1'));
    expect(chosen).toEqual([]);
    expect(uncovered.map((one) => [stepId(one.step), one.reason])).toEqual([
      ['a@1', 'ONLY_BY_CHOICE'],
      ['a@4', 'CASE_BY_CASE'],
      ['c@0', 'NO_ACTIVITY'],
    ]);
    expect(uncovered.map((one) => one.message)).toEqual([
      'Only an activity in which the learner picks among steps raises this; add it by hand.',
      'The step from level 4 to 5 is agreed case by case and judged by its effect outside.',
      'No activity of this framework raises this; add one, or agree a task of your own.',
    ]);
  });

  it('sums the hours per lever and tells the share of practice', () => {
    const activities = [
      activity('pair', 30, 'a@0', { kind: 'PAIRING', lever: 'ENGINEERING_COLLABORATION' }),
      activity('on-call', 10, 'b@0', { kind: 'ON_CALL' }),
      activity('course', 60, 'c@0', { kind: 'COURSE', lever: 'FORMAL_LEARNING' }),
    ];
    const cover = chooseActivities(activities, steps('a@0 b@0 c@0'));
    expect([...cover.hoursByLever]).toEqual([
      ['DEPLOYMENT_EXPOSURE', 10],
      ['ENGINEERING_COLLABORATION', 30],
      ['FORMAL_LEARNING', 60],
    ]);
    expect(cover.practiceShare).toBe(0.4); // (30 + 10) / 100
  });

  it('has no share of practice when nothing is needed', () => {
    const cover = chooseActivities([activity('a', 5, 'a@0')], []);
    expect(cover).toEqual({ chosen: [], uncovered: [], totalHours: 0, hoursByLever: new Map(), practiceShare: null });
  });

  const someStep = fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.nat(4)).map(([skill, from]) => `${skill}@${from}`);
  const someActivities = fc
    .array(fc.tuple(fc.integer({ min: 1, max: 40 }), fc.uniqueArray(someStep, { minLength: 1, maxLength: 4 })), {
      maxLength: 8,
    })
    .map((list) => list.map(([hours, raises], index) => activity(`k${index}`, hours, raises.join(' '))));

  it('covers each needed step once or tells why not, whatever the order of the steps', () => {
    fc.assert(
      fc.property(someActivities, fc.array(someStep, { maxLength: 12 }), (activities, needed) => {
        const cover = chooseActivities(activities, needed.map(step));
        const covered = cover.chosen.flatMap((one) => one.covers.map(stepId));
        const left = cover.uncovered.map((one) => stepId(one.step));
        expect([...covered, ...left].sort()).toEqual([...new Set(needed)].sort());
        expect(covered.filter((id) => id.endsWith('@4'))).toEqual([]);
        expect(chooseActivities(activities, needed.toReversed().map(step))).toEqual(cover);
      }),
    );
  });
});
