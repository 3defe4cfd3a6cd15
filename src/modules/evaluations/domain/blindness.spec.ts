/** Why this file exists: the truth table of blindness, written out by hand, and the promises that hold over all of it. */
import fc from 'fast-check';
import { hasSeenOthers, mayReadFigures, mayReadRatings, visibleProgress } from './blindness.js';
import type { PanelSeat, RatingsViewer, ReadAllowedBy, ReadDeniedBy } from './blindness.js';
import { person } from './evaluation.fixture.js';

const me = person('me');
const other = person('other');
const seat = (change: Partial<PanelSeat> = {}): PanelSeat => ({
  person: me,
  isSubmitted: false,
  isRemoved: false,
  counts: true,
  afterSeeingOthers: false,
  ...change,
});
const submitted = seat({ isSubmitted: true });
const due = seat();
const removedSubmitted = seat({ isSubmitted: true, isRemoved: true });
const removedDue = seat({ isRemoved: true, counts: false });
const shadowDue = seat({ counts: false });
const shadowSubmitted = seat({ counts: false, isSubmitted: true });

const viewer = (change: Partial<RatingsViewer> = {}): RatingsViewer => ({
  person: me,
  seats: [],
  isHiringManager: false,
  isAuditor: false,
  isConflicted: false,
  ...change,
});
const theirs = { author: other, isSubmitted: true };
const theirDraft = { author: other, isSubmitted: false };
const mine = { author: me, isSubmitted: true };
const myDraft = { author: me, isSubmitted: false };

/** Seats × grants → how a submitted scorecard of another is answered. */
const TABLE: readonly [
  name: string,
  seats: readonly PanelSeat[],
  plain: ReadAllowedBy | ReadDeniedBy,
  hiringManager: ReadAllowedBy | ReadDeniedBy,
  auditor: ReadAllowedBy | ReadDeniedBy,
][] = [
  ['no seat', [], 'NOT_INVOLVED', 'HIRING_MANAGER', 'AUDITOR'],
  ['one seat due', [due], 'OWN_SCORECARD_DUE', 'OWN_SCORECARD_DUE', 'OWN_SCORECARD_DUE'],
  ['one seat submitted', [submitted], 'OWN_SUBMITTED', 'OWN_SUBMITTED', 'OWN_SUBMITTED'],
  ['two seats submitted', [submitted, submitted], 'OWN_SUBMITTED', 'OWN_SUBMITTED', 'OWN_SUBMITTED'],
  [
    'one submitted, one due in a later stage',
    [submitted, due],
    'OWN_SCORECARD_DUE',
    'OWN_SCORECARD_DUE',
    'OWN_SCORECARD_DUE',
  ],
  ['one due, one submitted', [due, submitted], 'OWN_SCORECARD_DUE', 'OWN_SCORECARD_DUE', 'OWN_SCORECARD_DUE'],
  ['a shadow seat due', [shadowDue], 'OWN_SCORECARD_DUE', 'OWN_SCORECARD_DUE', 'OWN_SCORECARD_DUE'],
  ['a shadow seat submitted', [shadowSubmitted], 'OWN_SUBMITTED', 'OWN_SUBMITTED', 'OWN_SUBMITTED'],
  [
    'submitted as rater, due as shadow',
    [submitted, shadowDue],
    'OWN_SCORECARD_DUE',
    'OWN_SCORECARD_DUE',
    'OWN_SCORECARD_DUE',
  ],
  ['removed after submitting', [removedSubmitted], 'REMOVED_FROM_PANEL', 'HIRING_MANAGER', 'AUDITOR'],
  ['removed before submitting', [removedDue], 'REMOVED_FROM_PANEL', 'HIRING_MANAGER', 'AUDITOR'],
  ['removed from one, submitted another', [removedDue, submitted], 'OWN_SUBMITTED', 'OWN_SUBMITTED', 'OWN_SUBMITTED'],
  [
    'submitted and removed from one, another due',
    [removedSubmitted, due],
    'OWN_SCORECARD_DUE',
    'OWN_SCORECARD_DUE',
    'OWN_SCORECARD_DUE',
  ],
];
const ALLOWED: readonly string[] = ['OWN_SUBMITTED', 'HIRING_MANAGER', 'AUDITOR'];

describe('reading ratings', () => {
  for (const [name, seats, plain, hiringManager, auditor] of TABLE) {
    const grants = [
      ['a member', {}, plain],
      ['the hiring manager', { isHiringManager: true }, hiringManager],
      ['an auditor', { isAuditor: true }, auditor],
    ] as const;
    for (const [who, grant, reason] of grants) {
      const facts = viewer({ seats, ...grant });

      it(`with ${name}, ${who} gets ${reason} for a submitted scorecard of another`, () => {
        expect(mayReadRatings(facts, theirs)).toEqual({ allowed: ALLOWED.includes(reason), reason });
      });

      it(`with ${name}, ${who} never gets a draft of another and always the own scorecard`, () => {
        expect(mayReadRatings(facts, theirDraft)).toEqual({ allowed: false, reason: 'DRAFT_OF_ANOTHER' });
        expect(mayReadRatings(facts, mine)).toEqual({ allowed: true, reason: 'OWN_SCORECARD' });
        expect(mayReadRatings(facts, myDraft)).toEqual({ allowed: true, reason: 'OWN_SCORECARD' });
      });

      it(`with ${name}, ${who} gets nothing at all under a conflict of interest`, () => {
        for (const target of [theirs, theirDraft, mine, myDraft]) {
          expect(mayReadRatings({ ...facts, isConflicted: true }, target)).toEqual({
            allowed: false,
            reason: 'CONFLICT_OF_INTEREST',
          });
        }
      });
    }
  }
});

const panelOf = (...states: readonly ('submitted' | 'due')[]): readonly PanelSeat[] =>
  states.map((state, n) => seat({ person: person(`other-${n}`), isSubmitted: state === 'submitted' }));
const rules = { isPanelClosed: false, interviewersMayReadFigures: true };
const hiringManager = viewer({ isHiringManager: true });

describe('reading figures', () => {
  it('is open to panel members, hiring manager and auditor once every counting scorecard is submitted', () => {
    const panel = [submitted, ...panelOf('submitted', 'submitted')];
    expect(mayReadFigures(viewer({ seats: [submitted] }), panel, rules)).toEqual({
      allowed: true,
      reason: 'OWN_SUBMITTED',
    });
    expect(mayReadFigures(hiringManager, panel, rules)).toEqual({ allowed: true, reason: 'HIRING_MANAGER' });
    expect(mayReadFigures(viewer({ isAuditor: true }), panel, rules)).toEqual({ allowed: true, reason: 'AUDITOR' });
  });

  it('waits for everybody while one counting scorecard is due, even for those who may read the others', () => {
    const panel = [submitted, ...panelOf('submitted', 'due')];
    for (const facts of [viewer({ seats: [submitted] }), hiringManager, viewer({ isAuditor: true })]) {
      expect(mayReadRatings(facts, theirs).allowed).toBe(true);
      expect(mayReadFigures(facts, panel, rules)).toEqual({ allowed: false, reason: 'PANEL_INCOMPLETE' });
      expect(mayReadFigures(facts, panel, { ...rules, isPanelClosed: true }).allowed).toBe(true);
    }
  });

  it('does not wait for shadows or removed seats', () => {
    const panel = [
      submitted,
      seat({ person: other, counts: false }),
      seat({ person: other, counts: false, isRemoved: true }),
    ];
    expect(mayReadFigures(viewer({ seats: [submitted] }), panel, rules).allowed).toBe(true);
  });

  it('is closed to whoever owes a scorecard, also when the panel is closed', () => {
    const facts = viewer({ seats: [submitted, due], isHiringManager: true });
    for (const isPanelClosed of [false, true]) {
      expect(mayReadFigures(facts, panelOf('submitted'), { ...rules, isPanelClosed })).toEqual({
        allowed: false,
        reason: 'OWN_SCORECARD_DUE',
      });
    }
  });

  it('is closed to interviewers where the organisation wants that, not to hiring manager and auditor', () => {
    const strict = { ...rules, interviewersMayReadFigures: false };
    const panel = [submitted, ...panelOf('submitted')];
    expect(mayReadFigures(viewer({ seats: [submitted] }), panel, strict)).toEqual({
      allowed: false,
      reason: 'FIGURES_NOT_SHARED',
    });
    expect(mayReadFigures(viewer({ seats: [submitted], isHiringManager: true }), panel, strict).allowed).toBe(true);
    expect(mayReadFigures(viewer({ isAuditor: true }), panel, strict).allowed).toBe(true);
  });

  it('is closed under a conflict of interest, to removed interviewers and to everybody else', () => {
    const panel = panelOf('submitted');
    const reasonFor = (facts: RatingsViewer) => mayReadFigures(facts, panel, rules).reason;
    expect(reasonFor({ ...hiringManager, isConflicted: true })).toBe('CONFLICT_OF_INTEREST');
    expect(reasonFor(viewer({ seats: [removedSubmitted] }))).toBe('REMOVED_FROM_PANEL');
    expect(reasonFor(viewer())).toBe('NOT_INVOLVED');
  });
});

describe('the progress of a panel', () => {
  const panel = [due, ...panelOf('submitted', 'due'), seat({ person: other, counts: false, isSubmitted: true })];

  it('is what a panel member sees before submitting: n of m, shadows left out', () => {
    expect(visibleProgress(viewer({ seats: [due] }), panel)).toEqual({ submitted: 1, due: 3 });
    expect(visibleProgress(viewer({ seats: [shadowDue] }), panel)).toEqual({ submitted: 1, due: 3 });
  });

  it('is shown to the hiring manager and the auditor', () => {
    expect(visibleProgress(hiringManager, [])).toEqual({ submitted: 0, due: 0 });
    expect(visibleProgress(viewer({ isAuditor: true }), panel)).toEqual({ submitted: 1, due: 3 });
  });

  it('is not shown to others, to removed interviewers, or under a conflict of interest', () => {
    expect(visibleProgress(viewer(), panel)).toBeNull();
    expect(visibleProgress(viewer({ seats: [removedSubmitted] }), panel)).toBeNull();
    expect(visibleProgress({ ...hiringManager, isConflicted: true }, panel)).toBeNull();
  });
});

describe('whether somebody has seen others', () => {
  it('is true for whoever may read a submitted scorecard of another now', () => {
    expect(hasSeenOthers(viewer({ seats: [submitted] }), [mine, theirs])).toBe(true);
    expect(hasSeenOthers(hiringManager, [theirs])).toBe(true);
  });

  it('is false before the own submission, and while nobody else has submitted', () => {
    expect(hasSeenOthers(viewer({ seats: [due] }), [myDraft, theirs])).toBe(false);
    expect(hasSeenOthers(viewer({ seats: [submitted] }), [mine, theirDraft])).toBe(false);
    expect(hasSeenOthers(hiringManager, [])).toBe(false);
  });

  it('is false for a late joiner without any seat so far', () => {
    expect(hasSeenOthers(viewer(), [theirs])).toBe(false);
  });

  it('stays true while a later seat closes the others again', () => {
    const later = seat({ afterSeeingOthers: true });
    const facts = viewer({ seats: [submitted, later] });
    expect(mayReadRatings(facts, theirs).allowed).toBe(false);
    expect(hasSeenOthers(facts, [mine, theirs])).toBe(true);
  });

  it('is true for an interviewer who submitted, was removed and comes back, and false for one who never submitted', () => {
    expect(hasSeenOthers(viewer({ seats: [removedSubmitted] }), [mine, theirs])).toBe(true);
    expect(hasSeenOthers(viewer({ seats: [removedDue] }), [theirs])).toBe(false);
  });
});

describe('for any reader', () => {
  const anySeat = fc.record({
    person: fc.constant(me),
    isSubmitted: fc.boolean(),
    isRemoved: fc.boolean(),
    counts: fc.boolean(),
    afterSeeingOthers: fc.boolean(),
  });
  const anyViewer = fc.record({
    person: fc.constant(me),
    seats: fc.array(anySeat, { maxLength: 4 }),
    isHiringManager: fc.boolean(),
    isAuditor: fc.boolean(),
    isConflicted: fc.boolean(),
  });
  const anyPanel = fc.array(
    anySeat.map((one) => ({ ...one, person: other })),
    { maxLength: 4 },
  );

  it('one seat that is due closes all others, whatever grants and seats there are', () => {
    fc.assert(
      fc.property(anyViewer, fc.nat({ max: 4 }), (facts, place) => {
        const seats = facts.seats.toSpliced(place, 0, due);
        expect(mayReadRatings({ ...facts, seats }, theirs).allowed).toBe(false);
        expect(mayReadFigures({ ...facts, seats }, [], { ...rules, isPanelClosed: true }).allowed).toBe(false);
      }),
    );
  });

  it('figures are never open where a submitted scorecard of another is closed', () => {
    fc.assert(
      fc.property(anyViewer, anyPanel, fc.boolean(), fc.boolean(), (facts, panel, isPanelClosed, share) => {
        const figures = mayReadFigures(facts, panel, { isPanelClosed, interviewersMayReadFigures: share });
        if (figures.allowed) expect(mayReadRatings(facts, theirs).allowed).toBe(true);
      }),
    );
  });

  it('the order of the seats makes no difference', () => {
    fc.assert(
      fc.property(anyViewer, (facts) => {
        const turned = { ...facts, seats: facts.seats.toReversed() };
        expect(mayReadRatings(turned, theirs)).toEqual(mayReadRatings(facts, theirs));
      }),
    );
  });
});
