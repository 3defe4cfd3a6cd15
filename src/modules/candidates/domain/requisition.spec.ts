/** Why this file exists: every step of a requisition, allowed and refused, and its counts are held to here. */
import fc from 'fast-check';
import {
  changeOpenings,
  closeRequisition,
  decisionsAllowed,
  draftRequisition,
  holdRequisition,
  openRequisition,
  recordHire,
  REQUISITION_STATES,
  REQUISITION_TRANSITIONS,
  resumeRequisition,
} from './requisition.js';
import type {
  JobRoleVersionState,
  Requisition,
  RequisitionAct,
  RequisitionId,
  RequisitionState,
} from './requisition.js';
import type { Id } from '../../../platform/ids/index.js';

const act: RequisitionAct = { by: 'p-1' as Id<'Person'>, at: '2026-03-02T09:00:00.000Z' };
const requisitionIn = (state: RequisitionState, facts: Partial<Requisition> = {}): Requisition => ({
  id: 'r-1' as RequisitionId,
  title: 'ML engineer, imaging',
  state,
  openings: 2,
  filled: state === 'FILLED' ? 2 : 0,
  jobRoleVersion: 'v-1' as Id<'JobRoleVersion'>,
  hiringManager: 'p-1' as Id<'Person'>,
  initiative: null,
  history: [{ state, by: act.by, at: '2026-03-01T09:00:00.000Z', reason: null }],
  ...facts,
});

type Step = (requisition: Requisition) => ReturnType<typeof holdRequisition>;
/** Each command with the states it starts from and the state it leads to. */
const STEPS: readonly { name: string; step: Step; from: readonly RequisitionState[]; to: RequisitionState }[] = [
  { name: 'open', step: (r) => openRequisition(r, 'PUBLISHED', act), from: ['DRAFT'], to: 'OPEN' },
  { name: 'hold', step: (r) => holdRequisition(r, act), from: ['OPEN'], to: 'ON_HOLD' },
  { name: 'resume', step: (r) => resumeRequisition(r, act), from: ['ON_HOLD'], to: 'OPEN' },
  {
    name: 'close',
    step: (r) => closeRequisition(r, 0, null, act),
    from: ['DRAFT', 'OPEN', 'ON_HOLD', 'FILLED'],
    to: 'CLOSED',
  },
];

describe('the steps of a requisition', () => {
  for (const { name, step, from, to } of STEPS) {
    for (const state of REQUISITION_STATES) {
      if (from.includes(state)) {
        it(`${name} leads from ${state} to ${to} and records who and when`, () => {
          const before = requisitionIn(state);
          const result = step(before);
          expect(result).toEqual({
            ok: true,
            value: { ...before, state: to, history: [...before.history, { state: to, ...act, reason: null }] },
          });
          expect(REQUISITION_TRANSITIONS[state]).toContain(to);
        });
      } else {
        it(`${name} is refused from ${state}`, () => {
          expect(step(requisitionIn(state))).toMatchObject({
            ok: false,
            problem: { code: 'REQUISITION_STEP_NOT_ALLOWED', from: state, to },
          });
        });
      }
    }
  }

  it('says which steps there are when one is refused', () => {
    const result = resumeRequisition(requisitionIn('FILLED'), act);
    expect(result.ok ? '' : result.problem.message).toBe(
      'A requisition that is filled cannot become open this way. From there it can become: closed.',
    );
  });
});

describe('a new requisition', () => {
  const draft = { ...requisitionIn('DRAFT'), ...act };

  it('starts as a draft with nobody hired, and may lack a job role', () => {
    const { state, filled, history, ...fields } = requisitionIn('DRAFT', { jobRoleVersion: null, openings: 1 });
    expect([state, filled, history.length]).toEqual(['DRAFT', 0, 1]);
    expect(draftRequisition({ ...fields, ...act })).toEqual({
      ok: true,
      value: { ...fields, state: 'DRAFT', filled: 0, history: [{ state: 'DRAFT', ...act, reason: null }] },
    });
  });

  it.each([0, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY])('is refused with %p openings', (openings) => {
    expect(draftRequisition({ ...draft, openings })).toMatchObject({
      ok: false,
      problem: { code: 'OPENINGS_OUT_OF_RANGE', field: 'openings', atLeast: 1 },
    });
  });
});

describe('opening a requisition', () => {
  it.each<JobRoleVersionState>(['DRAFT', 'RETIRED', null])(
    'is refused while its job role version is %p',
    (versionState) => {
      expect(openRequisition(requisitionIn('DRAFT'), versionState, act)).toMatchObject({
        ok: false,
        problem: { code: 'JOB_ROLE_NOT_PUBLISHED', field: 'jobRoleVersion' },
      });
    },
  );

  it('is refused without a job role version, whatever state is claimed for it', () => {
    expect(openRequisition(requisitionIn('DRAFT', { jobRoleVersion: null }), 'PUBLISHED', act)).toMatchObject({
      ok: false,
      problem: { code: 'JOB_ROLE_NOT_PUBLISHED' },
    });
  });
});

describe('closing a requisition', () => {
  it.each([null, '', '    ', 'a b c', 'four'])('is refused with undecided applications and the reason %p', (reason) => {
    expect(closeRequisition(requisitionIn('OPEN'), 3, reason, act)).toMatchObject({
      ok: false,
      problem: { code: 'UNDECIDED_APPLICATIONS', field: 'reason', undecided: 3 },
    });
  });

  it('keeps the reason when applications stay undecided', () => {
    const result = closeRequisition(requisitionIn('OPEN'), 3, 'Budget withdrawn', act);
    expect(result.ok && result.value.history.at(-1)).toEqual({ state: 'CLOSED', ...act, reason: 'Budget withdrawn' });
  });

  it('names the step, not the applications, when it is closed already', () => {
    expect(closeRequisition(requisitionIn('CLOSED'), 3, null, act)).toMatchObject({
      ok: false,
      problem: { code: 'REQUISITION_STEP_NOT_ALLOWED' },
    });
  });
});

describe('hires and openings', () => {
  it('counts a hire and stays open while an opening is free', () => {
    const result = recordHire(requisitionIn('OPEN'), act);
    expect(result).toMatchObject({ ok: true, value: { state: 'OPEN', filled: 1 } });
    expect(result.ok && result.value.history).toHaveLength(1);
  });

  it('is filled by the last hire', () => {
    expect(recordHire(requisitionIn('OPEN', { filled: 1 }), act)).toMatchObject({
      ok: true,
      value: { state: 'FILLED', filled: 2 },
    });
  });

  it.each<RequisitionState>(['DRAFT', 'ON_HOLD', 'FILLED', 'CLOSED'])('takes no hire while %s', (state) => {
    expect(recordHire(requisitionIn(state), act)).toMatchObject({
      ok: false,
      problem: { code: 'HIRE_NOT_POSSIBLE', state },
    });
  });

  it('says how a hire becomes possible', () => {
    const message = (state: RequisitionState) => {
      const result = recordHire(requisitionIn(state), act);
      return result.ok ? '' : result.problem.message;
    };
    expect(message('FILLED')).toBe('All openings are filled. Raise the number of openings first.');
    expect(message('ON_HOLD')).toBe('A hire needs an open requisition; this one is on hold.');
  });

  it('stays filled when the openings stay what they are', () => {
    const filled = requisitionIn('FILLED');
    expect(changeOpenings(filled, 2, act)).toEqual({ ok: true, value: filled });
  });

  it('opens again when a filled requisition gets another opening', () => {
    expect(changeOpenings(requisitionIn('FILLED'), 3, act)).toMatchObject({
      ok: true,
      value: { state: 'OPEN', openings: 3, filled: 2 },
    });
  });

  it.each<RequisitionState>(['OPEN', 'ON_HOLD'])(
    'is filled from %s when openings fall to the number hired',
    (state) => {
      expect(changeOpenings(requisitionIn(state, { filled: 1 }), 1, act)).toMatchObject({
        ok: true,
        value: { state: 'FILLED', openings: 1 },
      });
    },
  );

  it('changes the openings of a draft without a step', () => {
    expect(changeOpenings(requisitionIn('DRAFT'), 5, act)).toMatchObject({
      ok: true,
      value: { state: 'DRAFT', openings: 5 },
    });
  });

  it('never has fewer openings than hires', () => {
    expect(changeOpenings(requisitionIn('OPEN', { openings: 4, filled: 3 }), 2, act)).toMatchObject({
      ok: false,
      problem: {
        code: 'OPENINGS_OUT_OF_RANGE',
        atLeast: 3,
        message: 'Openings must be a whole number of 3 or more because 3 people are hired already.',
      },
    });
  });

  it('changes nothing once closed', () => {
    expect(changeOpenings(requisitionIn('CLOSED'), 5, act)).toMatchObject({
      ok: false,
      problem: { code: 'REQUISITION_CLOSED' },
    });
  });

  it('keeps filled within openings, FILLED exactly when full, and every step on the table, whatever is tried', () => {
    const anyStep = fc.oneof<fc.Arbitrary<Step>[]>(
      fc.constantFrom<Step>(...STEPS.map((one) => one.step), (r) => recordHire(r, act)),
      fc.integer({ min: -1, max: 4 }).map(
        (openings): Step =>
          (r) =>
            changeOpenings(r, openings, act),
      ),
    );
    fc.assert(
      fc.property(fc.array(anyStep, { maxLength: 25 }), (steps) => {
        let now = requisitionIn('DRAFT', { openings: 1 });
        for (const step of steps) {
          const result = step(now);
          now = result.ok ? result.value : now;
          expect(now.filled).toBeLessThanOrEqual(now.openings);
          if (now.state === 'FILLED') expect(now.filled).toBe(now.openings);
          if (now.state === 'OPEN' || now.state === 'ON_HOLD') expect(now.filled).toBeLessThan(now.openings);
        }
        now.history.slice(1).forEach((entry, at) => {
          const before = now.history[at]?.state ?? 'CLOSED';
          expect(REQUISITION_TRANSITIONS[before]).toContain(entry.state);
        });
      }),
    );
  });
});

describe('what may be decided', () => {
  it.each<[RequisitionState, number, boolean, boolean]>([
    ['DRAFT', 0, false, false],
    ['OPEN', 1, true, true],
    ['OPEN', 2, false, true],
    ['ON_HOLD', 1, false, true],
    ['FILLED', 2, false, true],
    ['CLOSED', 1, false, false],
  ])('while %s with %d of 2 filled: accept %p, decline %p', (state, filled, accept, decline) => {
    expect(decisionsAllowed({ state, openings: 2, filled })).toEqual({ accept, decline });
  });
});
