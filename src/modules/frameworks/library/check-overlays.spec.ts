/** Why this file exists: each check of the overlays is shown to speak when it should. */
import { OVERLAY_CHECKS } from './check-overlays.js';
import { byKey, describeChecks, ofSkill, oneError, type Draft, type FailingCase } from './library.fixture.js';
import type { Library } from './library.js';

const overlay = (draft: Draft<Library>) => byKey(draft.overlays, 'medtech-samd');
/** Research only, floor 1 2 3 4 4, must-have from rung 3. */
const raise = (draft: Draft<Library>) => ofSkill(overlay(draft).raises, 'labelling-ground-truth');
const PATH = 'roles.yaml:overlays.medtech-samd.raises.labelling-ground-truth';

const CASES: readonly FailingCase[] = [
  {
    check: 'unknownReferencesOfOverlays',
    it: 'reports a law that is not there',
    edit: (draft) => overlay(draft).regulatoryContext.push('moon-law'),
    findings: oneError('roles.yaml:overlays.medtech-samd.regulatory_context', 'unknown reference moon-law'),
  },
  {
    check: 'unknownSkillsOfRaises',
    it: 'reports a skill that is not there',
    edit: (draft) => (raise(draft).skill = 'telepathy'),
    findings: oneError('roles.yaml:overlays.medtech-samd.raises.telepathy', 'unknown skill telepathy'),
  },
  {
    check: 'fallingFloors',
    it: 'reports a floor that falls',
    edit: (draft) => (raise(draft).floor = [1, 2, 3, 2, 4]),
    findings: oneError(PATH, 'floor 1, 2, 3, 2, 4 has to be five levels that never fall'),
  },
  {
    check: 'fallingFloors',
    it: 'reports a floor for four rungs',
    edit: (draft) => (raise(draft).floor = [1, 2, 3, 4]),
    findings: oneError(PATH, 'floor 1, 2, 3, 4 has to be five levels that never fall'),
  },
  {
    check: 'raisesWithoutEffect',
    it: 'reports a raise that lifts nothing',
    edit: (draft) => Object.assign(raise(draft), { floor: [0, 0, 0, 0, 0], mustFrom: 1 }),
    findings: oneError(PATH, 'changes nothing on the research track'),
  },
  {
    check: 'raisesWithoutEffect',
    it: 'is silent about a raise that lifts no level but makes a must-have',
    // rds-1 asks for computational-reproducibility 1 as a wish.
    edit: (draft) =>
      Object.assign(raise(draft), { skill: 'computational-reproducibility', floor: [1, 1, 1, 1, 1], mustFrom: 1 }),
    findings: [],
  },
  {
    check: 'raisesWithoutEffect',
    it: 'reports a raise that neither lifts a level nor makes a must-have',
    edit: (draft) =>
      Object.assign(raise(draft), { skill: 'computational-reproducibility', floor: [1, 1, 1, 1, 1], mustFrom: null }),
    findings: oneError(
      'roles.yaml:overlays.medtech-samd.raises.computational-reproducibility',
      'changes nothing on the research track',
    ),
  },
];

describe('checks of overlays', () => {
  describeChecks(OVERLAY_CHECKS, CASES);
});
