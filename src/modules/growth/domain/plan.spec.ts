/** Why this file exists: every move of a plan and of a goal, allowed and refused, and what must be true for it. */
import type { SkillKey } from '../../frameworks/index.js';
import type { Id } from '../../../platform/ids/index.js';
import { dropGoal, returnGoal, startGoal, submitGoal, verifyGoal } from './goal.js';
import type { GrowthGoal, GrowthGoalId } from './goal.js';
import { closePlan, completePlan, pausePlan, resumePlan, startPlan } from './plan.js';
import type { GrowthPlan, GrowthPlanId } from './plan.js';
import { GOAL_STATES, GOAL_TRANSITIONS, PLAN_STATES, PLAN_TRANSITIONS } from './states.js';
import type { GoalState, PlanState } from './states.js';
import { supportFindings } from './support.js';

const drift = 'drift-monitoring' as SkillKey;
const plan = (state: PlanState): GrowthPlan => ({
  id: 'p1' as GrowthPlanId,
  personId: 'ana' as Id<'Person'>,
  state,
  startedOn: state === 'DRAFT' ? null : '2026-01-05',
  endedOn: null,
  closeReason: null,
  version: 4,
});
const goal = (state: GoalState, id = 'g1'): GrowthGoal => ({
  id: id as GrowthGoalId,
  skill: drift,
  from: 1,
  to: 3,
  state,
  verifiedBy: null,
  dropReason: null,
  version: 7,
});
const proof = (level: 1 | 2 | 3 | 4 | null, skill = drift) => ({
  assessmentId: 'a1' as Id<'Assessment'>,
  skill,
  level,
});
const today = '2026-06-30';

describe('the states of a plan', () => {
  test('are these and lead only here', () => {
    expect(PLAN_STATES.flatMap((from) => PLAN_TRANSITIONS[from].map((to) => `${from} ${to}`))).toEqual([
      'DRAFT ACTIVE',
      'DRAFT CLOSED',
      'ACTIVE PAUSED',
      'ACTIVE COMPLETED',
      'ACTIVE CLOSED',
      'PAUSED ACTIVE',
      'PAUSED CLOSED',
    ]);
  });

  const moves = {
    start: (p: GrowthPlan) => startPlan(p, [goal('PLANNED')], [], today),
    pause: pausePlan,
    resume: resumePlan,
    complete: (p: GrowthPlan) => completePlan(p, [goal('VERIFIED')], today),
    close: (p: GrowthPlan) => closePlan(p, 'Changed team', today),
  };
  const allowed: Readonly<Record<keyof typeof moves, readonly PlanState[]>> = {
    start: ['DRAFT'],
    pause: ['ACTIVE'],
    resume: ['PAUSED'],
    complete: ['ACTIVE'],
    close: ['DRAFT', 'ACTIVE', 'PAUSED'],
  };
  const names = ['start', 'pause', 'resume', 'complete', 'close'] as const;
  test.each(names.flatMap((name) => PLAN_STATES.map((from) => [name, from] as const)))('%s from %s', (name, from) => {
    const result = moves[name](plan(from));
    if (allowed[name].includes(from)) expect(result).toMatchObject({ ok: true, value: { version: 5 } });
    else expect(result).toMatchObject({ ok: false, problem: { code: 'PLAN_TRANSITION_NOT_ALLOWED', from } });
  });

  test('the day of the first start stays through a pause, and the last day is kept at the end', () => {
    expect(moves.start(plan('DRAFT'))).toMatchObject({ value: { state: 'ACTIVE', startedOn: today, endedOn: null } });
    expect(moves.pause(plan('ACTIVE'))).toMatchObject({ value: { state: 'PAUSED', startedOn: '2026-01-05' } });
    expect(moves.resume(plan('PAUSED'))).toMatchObject({ value: { state: 'ACTIVE', startedOn: '2026-01-05' } });
    expect(moves.complete(plan('ACTIVE'))).toMatchObject({ value: { state: 'COMPLETED', endedOn: today } });
    expect(moves.close(plan('PAUSED'))).toMatchObject({
      value: { state: 'CLOSED', endedOn: today, closeReason: 'Changed team' },
    });
  });

  test('a refusal says which way is open', () => {
    expect(moves.start(plan('PAUSED'))).toMatchObject({
      problem: {
        message:
          'A plan that is PAUSED cannot become ACTIVE this way; only a plan that is DRAFT can. It can become ACTIVE or CLOSED.',
      },
    });
    expect(moves.pause(plan('CLOSED'))).toMatchObject({
      problem: { message: 'A plan that is CLOSED cannot become PAUSED. Nothing can follow; make a new plan.' },
    });
  });
});

describe('a plan', () => {
  test.each([[[]], [[goal('DROPPED')]]])('does not start without a goal to work on', (goals) => {
    expect(startPlan(plan('DRAFT'), goals, [], today)).toMatchObject({ problem: { code: 'PLAN_WITHOUT_GOALS' } });
  });

  test('that is a bridge without support does not start, and each thing missing is named', () => {
    const findings = supportFindings({ isBridge: true, mentorId: null, deploymentOn: null, protectedShare: 0.5 });
    expect(startPlan(plan('DRAFT'), [goal('PLANNED')], findings, today)).toMatchObject({
      problem: {
        code: 'PLAN_WITHOUT_SUPPORT',
        findings,
        message: expect.stringMatching(/title change.*mentor.*deployment/),
      },
    });
  });

  test('that waits for the consent of its mentor alone is told so, and is not scolded', () => {
    const waiting = { mentorId: 'mia' as GrowthPlan['personId'], hasMentorAgreed: false, deploymentOn: '2026-09-01' };
    const findings = supportFindings({ isBridge: true, protectedShare: 0.5, ...waiting });
    expect(startPlan(plan('DRAFT'), [goal('PLANNED')], findings, today)).toMatchObject({
      problem: { code: 'PLAN_WITHOUT_SUPPORT', message: findings[0]?.message },
    });
  });

  test('is not completed while a goal is open, and the open ones are named', () => {
    const goals = [goal('VERIFIED'), goal('IN_REVIEW', 'g2'), goal('PLANNED', 'g3'), goal('DROPPED', 'g4')];
    expect(completePlan(plan('ACTIVE'), goals, today)).toMatchObject({
      problem: { code: 'PLAN_GOALS_OPEN', openGoals: ['g2', 'g3'], message: expect.stringContaining('2 of 4 goals') },
    });
  });

  test('is not completed by dropping everything', () => {
    expect(completePlan(plan('ACTIVE'), [goal('DROPPED')], today)).toMatchObject({
      problem: { code: 'PLAN_GOALS_OPEN', openGoals: [] },
    });
  });

  test('is completed with one goal verified and the rest dropped', () => {
    expect(completePlan(plan('ACTIVE'), [goal('VERIFIED'), goal('DROPPED')], today).ok).toBe(true);
  });

  test('is not closed without a reason', () => {
    expect(closePlan(plan('ACTIVE'), ' a b c d ', today)).toMatchObject({
      problem: { code: 'GROWTH_REASON_TOO_SHORT' },
    });
  });
});

describe('the states of a goal', () => {
  test('are these and lead only here', () => {
    expect(GOAL_STATES.flatMap((from) => GOAL_TRANSITIONS[from].map((to) => `${from} ${to}`))).toEqual([
      'PLANNED ACTIVE',
      'PLANNED DROPPED',
      'ACTIVE IN_REVIEW',
      'ACTIVE DROPPED',
      'IN_REVIEW VERIFIED',
      'IN_REVIEW ACTIVE',
      'IN_REVIEW DROPPED',
    ]);
  });

  const moves = {
    start: (g: GrowthGoal) => startGoal(g, 'ACTIVE'),
    submit: submitGoal,
    return: returnGoal,
    verify: (g: GrowthGoal) => verifyGoal(g, proof(3)),
    drop: (g: GrowthGoal) => dropGoal(g, 'Not needed now'),
  };
  const allowed: Readonly<Record<keyof typeof moves, Partial<Record<GoalState, GoalState>>>> = {
    start: { PLANNED: 'ACTIVE' },
    submit: { ACTIVE: 'IN_REVIEW' },
    return: { IN_REVIEW: 'ACTIVE' },
    verify: { IN_REVIEW: 'VERIFIED' },
    drop: { PLANNED: 'DROPPED', ACTIVE: 'DROPPED', IN_REVIEW: 'DROPPED' },
  };
  const names = ['start', 'submit', 'return', 'verify', 'drop'] as const;
  test.each(names.flatMap((name) => GOAL_STATES.map((from) => [name, from] as const)))('%s from %s', (name, from) => {
    const result = moves[name](goal(from));
    const to = allowed[name][from];
    if (to !== undefined) expect(result).toMatchObject({ ok: true, value: { state: to, version: 8 } });
    else expect(result).toMatchObject({ ok: false, problem: { code: 'GOAL_TRANSITION_NOT_ALLOWED', from } });
  });
});

describe('a goal', () => {
  test('that cannot move says which way is open, or that none is', () => {
    expect(startGoal(goal('IN_REVIEW'), 'ACTIVE')).toMatchObject({
      problem: {
        message:
          'A goal that is IN_REVIEW cannot become ACTIVE this way; only a goal that is PLANNED can. It can become VERIFIED or ACTIVE or DROPPED.',
      },
    });
    expect(submitGoal(goal('VERIFIED'))).toMatchObject({
      problem: { message: 'A goal that is VERIFIED cannot become IN_REVIEW. Nothing can follow; set a new goal.' },
    });
  });

  test.each(['DRAFT', 'PAUSED', 'COMPLETED', 'CLOSED'] as const)('does not start while its plan is %s', (planState) => {
    expect(startGoal(goal('PLANNED'), planState)).toMatchObject({
      problem: { code: 'GOAL_PLAN_NOT_ACTIVE', planState },
    });
  });

  test('is verified by a level that reaches it, and remembers the assessment', () => {
    expect(verifyGoal(goal('IN_REVIEW'), proof(4))).toMatchObject({ value: { state: 'VERIFIED', verifiedBy: 'a1' } });
  });

  test('is not verified by a lower level, an unknown one, or another skill', () => {
    expect(verifyGoal(goal('IN_REVIEW'), proof(2))).toMatchObject({
      problem: { code: 'GOAL_NOT_REACHED', needed: 3, held: 2, message: expect.stringContaining('shows level 2') },
    });
    for (const weak of [proof(null), proof(4, 'ci-cd' as SkillKey)])
      expect(verifyGoal(goal('IN_REVIEW'), weak)).toMatchObject({ problem: { code: 'GOAL_NOT_REACHED', held: null } });
  });

  test('is not dropped without a reason, and keeps the reason when it is', () => {
    expect(dropGoal(goal('ACTIVE'), '')).toMatchObject({
      problem: { code: 'GROWTH_REASON_TOO_SHORT', field: 'reason' },
    });
    expect(dropGoal(goal('ACTIVE'), 'a bcd e').ok).toBe(true);
    expect(dropGoal(goal('ACTIVE'), ' Team moved on ')).toMatchObject({ value: { dropReason: 'Team moved on' } });
  });
});
