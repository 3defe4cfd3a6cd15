/** Why this file exists: every step of an application, allowed and refused, is tried here; nothing but a person decides about people. */
import {
  APPLICATION_STAGES,
  APPLICATION_TRANSITIONS,
  enterDecision,
  enteredAt,
  enterHire,
  isOpen,
  isUndecided,
  MOVES_WHILE,
  moveForward,
  receiveApplication,
  withdraw,
} from './application.js';
import type {
  Application,
  ApplicationId,
  ApplicationStage,
  CandidateId,
  DecidedAs,
  ForwardStage,
  StepMaker,
} from './application.js';
import { REQUISITION_STATES } from './requisition.js';
import type { RequisitionId, RequisitionState } from './requisition.js';
import type { Id } from '../../../platform/ids/index.js';

const at = '2026-03-10T10:00:00.000Z';
const manager: StepMaker = { kind: 'HIRING_TEAM', person: 'p-manager' as Id<'Person'> };
const candidate: StepMaker = { kind: 'CANDIDATE' };
const automation: StepMaker = { kind: 'AUTOMATION', name: 'ats-import' };
const open = { state: 'OPEN', openings: 1, filled: 0 } as const;
const ids = { id: 'a-1' as ApplicationId, requisition: 'r-1' as RequisitionId, candidate: 'c-1' as CandidateId };

const applicationAt = (stage: ApplicationStage, decidedAs: DecidedAs | null = null): Application => ({
  ...ids,
  stage,
  decidedAs,
  history: [{ stage, decidedAs, by: manager, at: '2026-03-01T10:00:00.000Z', reason: null }],
});

/** Every state an application can be in. */
const PLACES: readonly { place: string; application: Application; next: readonly ApplicationStage[] }[] = [
  ...APPLICATION_STAGES.filter((stage) => stage !== 'DECIDED').map((stage) => ({
    place: stage,
    application: applicationAt(stage, stage === 'HIRED' ? 'ACCEPTED' : null),
    next: APPLICATION_TRANSITIONS[stage],
  })),
  { place: 'DECIDED as accepted', application: applicationAt('DECIDED', 'ACCEPTED'), next: ['HIRED', 'WITHDRAWN'] },
  { place: 'DECIDED as declined', application: applicationAt('DECIDED', 'DECLINED'), next: [] },
];

const step = (application: Application, to: ApplicationStage, by: StepMaker) => {
  switch (to) {
    case 'APPLIED':
      return null;
    case 'SCREEN':
    case 'INTERVIEWING':
    case 'DEBRIEF':
      return moveForward(application, to, 'OPEN', by, at);
    case 'DECIDED':
      return enterDecision(application, 'ACCEPTED', open, by, at);
    case 'HIRED':
      return enterHire(application, open, by, at);
    case 'WITHDRAWN':
      return withdraw(application, by, 'Took another offer', at);
  }
};

describe('the steps of an application', () => {
  it('are these', () => {
    expect(APPLICATION_TRANSITIONS).toEqual({
      APPLIED: ['SCREEN', 'INTERVIEWING', 'DEBRIEF', 'WITHDRAWN'],
      SCREEN: ['INTERVIEWING', 'DEBRIEF', 'WITHDRAWN'],
      INTERVIEWING: ['DEBRIEF', 'WITHDRAWN'],
      DEBRIEF: ['DECIDED', 'WITHDRAWN'],
      DECIDED: ['HIRED', 'WITHDRAWN'],
      HIRED: [],
      WITHDRAWN: [],
    });
  });

  for (const { place, application, next } of PLACES) {
    for (const to of APPLICATION_STAGES.filter((stage) => stage !== 'APPLIED')) {
      if (next.includes(to)) {
        it(`lead from ${place} to ${to} by a person, with date and history`, () => {
          const result = step(application, to, manager);
          expect(result).toMatchObject({ ok: true, value: { stage: to } });
          if (result?.ok !== true) return;
          expect(result.value.history.slice(0, -1)).toEqual(application.history);
          expect(result.value.history.at(-1)).toMatchObject({ stage: to, by: manager, at });
          expect(enteredAt(result.value, to)).toBe(at);
        });
      } else {
        it(`do not lead from ${place} to ${to}`, () => {
          const code = next.length === 0 ? 'APPLICATION_ENDED' : 'APPLICATION_STEP_NOT_ALLOWED';
          expect(step(application, to, manager)).toMatchObject({ ok: false, problem: { code } });
        });
      }
      it(`are never made from ${place} to ${to} automatically`, () => {
        expect(step(application, to, automation)).toMatchObject({
          ok: false,
          problem: { code: 'ONLY_A_PERSON_MOVES' },
        });
      });
    }
  }

  it('are not made by the candidate, except withdrawing', () => {
    expect(step(applicationAt('APPLIED'), 'SCREEN', candidate)).toMatchObject({
      ok: false,
      problem: { code: 'ONLY_A_PERSON_MOVES' },
    });
    expect(step(applicationAt('DEBRIEF'), 'DECIDED', candidate)).toMatchObject({
      ok: false,
      problem: { code: 'ONLY_A_PERSON_MOVES' },
    });
  });
});

describe('a requisition that is not open', () => {
  const FORWARD: readonly ForwardStage[] = ['SCREEN', 'INTERVIEWING', 'DEBRIEF'];
  const cases = REQUISITION_STATES.flatMap((state) =>
    FORWARD.map((to): [RequisitionState, ForwardStage, boolean] => [state, to, MOVES_WHILE[state].includes(to)]),
  );

  it('lets people reach the debrief unless it is a draft or closed', () => {
    expect(MOVES_WHILE).toEqual({ DRAFT: [], OPEN: FORWARD, ON_HOLD: ['DEBRIEF'], FILLED: ['DEBRIEF'], CLOSED: [] });
  });

  it.each(cases)('while %s, a move to %s is allowed: %p', (state, to, allowed) => {
    const result = moveForward(applicationAt('APPLIED'), to, state, manager, at);
    expect(result).toMatchObject(
      allowed
        ? { ok: true, value: { stage: to } }
        : { ok: false, problem: { code: 'REQUISITION_DOES_NOT_ALLOW', requisitionState: state } },
    );
  });

  it.each(REQUISITION_STATES.filter((state) => state !== 'OPEN'))('takes no application while %s', (state) => {
    expect(receiveApplication(ids, state, candidate, at)).toMatchObject({
      ok: false,
      problem: { code: 'REQUISITION_DOES_NOT_ALLOW', requisitionState: state },
    });
  });

  it('allows declining but not accepting once it is filled, and neither once it is closed', () => {
    const filled = { state: 'FILLED', openings: 1, filled: 1 } as const;
    const closed = { state: 'CLOSED', openings: 1, filled: 0 } as const;
    const debrief = applicationAt('DEBRIEF');
    expect(enterDecision(debrief, 'DECLINED', filled, manager, at)).toMatchObject({
      ok: true,
      value: { stage: 'DECIDED', decidedAs: 'DECLINED' },
    });
    for (const [as, facts] of [
      ['ACCEPTED', filled],
      ['ACCEPTED', closed],
      ['DECLINED', closed],
    ] as const) {
      expect(enterDecision(debrief, as, facts, manager, at)).toMatchObject({
        ok: false,
        problem: { code: 'REQUISITION_DOES_NOT_ALLOW' },
      });
    }
  });

  it('takes no hire beyond its openings', () => {
    const full = { state: 'FILLED', openings: 1, filled: 1 } as const;
    expect(enterHire(applicationAt('DECIDED', 'ACCEPTED'), full, manager, at)).toMatchObject({
      ok: false,
      problem: { code: 'REQUISITION_DOES_NOT_ALLOW', requisitionState: 'FILLED' },
    });
  });
});

describe('receiving an application', () => {
  it.each([candidate, manager, automation])('is open to %j and starts the history', (by) => {
    expect(receiveApplication(ids, 'OPEN', by, at)).toEqual({
      ok: true,
      value: {
        ...ids,
        stage: 'APPLIED',
        decidedAs: null,
        history: [{ stage: 'APPLIED', decidedAs: null, by, at, reason: null }],
      },
    });
  });
});

describe('withdrawing', () => {
  it('needs no reason from the candidate', () => {
    expect(withdraw(applicationAt('INTERVIEWING'), candidate, null, at)).toMatchObject({
      ok: true,
      value: { stage: 'WITHDRAWN' },
    });
  });

  it.each([null, '', 'x y z'])('needs more than the reason %p from the hiring team', (reason) => {
    expect(withdraw(applicationAt('INTERVIEWING'), manager, reason, at)).toMatchObject({
      ok: false,
      problem: { code: 'WITHDRAWAL_REASON_MISSING', field: 'reason' },
    });
  });

  it('keeps who withdrew, why, and that the applicant had been accepted', () => {
    const result = withdraw(applicationAt('DECIDED', 'ACCEPTED'), candidate, 'Moved away', at);
    expect(result.ok && result.value.decidedAs).toBe('ACCEPTED');
    expect(result.ok && result.value.history.at(-1)).toEqual({
      stage: 'WITHDRAWN',
      decidedAs: null,
      by: candidate,
      at,
      reason: 'Moved away',
    });
  });
});

describe('the state of an application', () => {
  it('is open and undecided until somebody decides or withdraws', () => {
    const told = PLACES.map(({ place, application }) => [place, isOpen(application), isUndecided(application)]);
    expect(told).toEqual([
      ['APPLIED', true, true],
      ['SCREEN', true, true],
      ['INTERVIEWING', true, true],
      ['DEBRIEF', true, true],
      ['HIRED', false, false],
      ['WITHDRAWN', false, false],
      ['DECIDED as accepted', true, false],
      ['DECIDED as declined', false, false],
    ]);
  });

  it('has no date for a stage that was skipped', () => {
    expect(enteredAt(applicationAt('DEBRIEF'), 'SCREEN')).toBeNull();
  });
});
