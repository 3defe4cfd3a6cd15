/** Why this file exists: each check of the initiatives is shown to speak when it should. */
import { INITIATIVE_CHECKS } from './check-initiatives.js';
import { byKey, describeChecks, ofSkill, oneError, pick, type Draft, type FailingCase } from './library.fixture.js';
import type { Library } from './library.js';

const initiative = (draft: Draft<Library>) => byKey(draft.initiatives, 'molecule-scoring');
const phase = (draft: Draft<Library>, name: string) => pick(initiative(draft).phases, (one) => one.phase === name);
const PATH = 'initiatives.yaml:initiatives.molecule-scoring';

const CASES: readonly FailingCase[] = [
  {
    check: 'unknownSectorsOfInitiatives',
    it: 'reports a sector that is no overlay',
    edit: (draft) => (initiative(draft).sector = 'moon'),
    findings: oneError(`${PATH}.sector`, 'unknown sector moon'),
  },
  {
    check: 'unknownReferencesOfInitiatives',
    it: 'reports a law that is not there',
    edit: (draft) => initiative(draft).regulatoryContext.push('moon-law'),
    findings: oneError(`${PATH}.regulatory_context`, 'unknown reference moon-law'),
  },
  {
    check: 'incompletePhases',
    it: 'reports phases in another order',
    edit: (draft) => initiative(draft).phases.reverse(),
    findings: oneError(`${PATH}.phases`, 'needs research, productionise and operate, in this order'),
  },
  {
    check: 'incompletePhases',
    it: 'reports a missing phase',
    edit: (draft) => initiative(draft).phases.shift(),
    findings: oneError(`${PATH}.phases`, 'needs research, productionise and operate, in this order'),
  },
  {
    check: 'unknownSkillsOfDemand',
    it: 'reports demand for a skill that is not there',
    edit: (draft) => phase(draft, 'RESEARCH').demand.push({ skill: 'telepathy', level: 3, people: 1 }),
    findings: oneError(`${PATH}.phases.research.demand`, 'unknown skill telepathy'),
  },
  {
    check: 'repeatedDemand',
    it: 'reports a skill and level that are listed twice',
    edit: (draft) => phase(draft, 'RESEARCH').demand.push({ skill: 'deep-learning', level: 3, people: 2 }),
    findings: oneError(`${PATH}.phases.research.demand`, 'deep-learning at level 3 is listed twice'),
  },
  {
    check: 'repeatedDemand',
    it: 'lets a skill be asked for at two levels',
    edit: (draft) => phase(draft, 'RESEARCH').demand.push({ skill: 'deep-learning', level: 2, people: 2 }),
    findings: [],
  },
  {
    // The research phase pays for 2.0 + 0.5 + 0.5 = 3 full-time equivalents, with a tolerance of 1.
    check: 'understaffedPhases',
    it: 'reports five people on three full-time equivalents',
    edit: (draft) => (ofSkill(phase(draft, 'RESEARCH').demand, 'deep-learning').people = 5),
    findings: oneError(`${PATH}.phases.research.mix`, '5 people are needed at one level but the phase pays for 3'),
  },
  {
    check: 'understaffedPhases',
    it: 'lets four people share three full-time equivalents',
    edit: (draft) => (ofSkill(phase(draft, 'RESEARCH').demand, 'deep-learning').people = 4),
    findings: [],
  },
  {
    check: 'operatingWithoutOperationsSkills',
    it: 'reports an operate phase that asks for neither operations nor regulatory skill',
    edit: (draft) => (phase(draft, 'OPERATE').demand = [{ skill: 'product-ownership', level: 3, people: 1 }]),
    findings: oneError(`${PATH}.phases.operate`, 'asks for no operations or regulatory skill'),
  },
  {
    check: 'operatingWithoutOperationsSkills',
    it: 'accepts a regulatory skill alone',
    edit: (draft) => (phase(draft, 'OPERATE').demand = [{ skill: 'data-integrity', level: 2, people: 1 }]),
    findings: [],
  },
  {
    check: 'nobodyOperates',
    it: 'reports an operate phase without production time',
    edit: (draft) => (phase(draft, 'OPERATE').mixFte.production = 0),
    findings: oneError(`${PATH}.phases.operate.mix`, 'no production time: nobody operates'),
  },
];

describe('checks of initiatives', () => {
  describeChecks(INITIATIVE_CHECKS, CASES);
});
