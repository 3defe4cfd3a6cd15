/** Why this file exists: each check of the interview kits is shown to speak when it should. */
import { KIT_CHECKS } from './check-kits.js';
import { byKey, describeChecks, oneError, type Draft, type FailingCase } from './library.fixture.js';
import type { Library } from './library.js';

const kit = (draft: Draft<Library>) => byKey(draft.kits, 'kit-research');
/** A question of the stage `screen`, 15 of its 40 minutes. */
const item = (draft: Draft<Library>) => byKey(kit(draft).items, 'r-claim-that-fell');
const ITEM = 'interview_kits.yaml:kits.kit-research.items.r-claim-that-fell';

const CASES: readonly FailingCase[] = [
  {
    check: 'repeatedStages',
    it: 'reports a stage key that stands twice in a kit',
    edit: (draft) => kit(draft).stages.push({ ...byKey(kit(draft).stages, 'screen') }),
    findings: oneError('interview_kits.yaml:kits.kit-research.stages.screen', 'this key is used twice in the kit'),
  },
  {
    check: 'repeatedItems',
    it: 'reports an item key that stands twice in a kit',
    edit: (draft) => kit(draft).items.push({ ...item(draft) }),
    findings: oneError(ITEM, 'this key is used twice in the kit'),
  },
  {
    check: 'emptyStages',
    it: 'reports a stage in which nothing is asked',
    edit: (draft) => kit(draft).stages.push({ key: 'lunch', name: 'Lunch', minutes: 45, format: 'talk' }),
    findings: oneError('interview_kits.yaml:kits.kit-research.stages.lunch', 'no item is asked in this stage'),
  },
  {
    check: 'unknownStagesOfItems',
    it: 'reports an item of a stage that is not there',
    edit: (draft) => (item(draft).stage = 'lunch'),
    findings: oneError(ITEM, 'unknown stage lunch'),
  },
  {
    check: 'itemsLongerThanTheirStage',
    it: 'reports an item of 41 minutes in a stage of 40',
    edit: (draft) => (item(draft).minutes = 41),
    findings: oneError(ITEM, 'takes 41 minutes, its stage has 40'),
  },
  {
    check: 'itemsLongerThanTheirStage',
    it: 'lets an item fill its stage',
    edit: (draft) => (item(draft).minutes = 40),
    findings: [],
  },
  {
    check: 'workSamplesWithoutMaterials',
    it: 'reports a work sample for which nothing is prepared',
    edit: (draft) => (item(draft).kind = 'WORK_SAMPLE'),
    findings: oneError(ITEM, 'a work sample has to say which materials are prepared'),
  },
  {
    check: 'unknownSkillsOfItems',
    it: 'reports an item that rates a skill that is not there',
    edit: (draft) => item(draft).skills.push('telepathy'),
    findings: oneError(ITEM, 'unknown skill telepathy'),
  },
  {
    check: 'repeatedSkillsOfItems',
    it: 'reports a skill that an item rates twice',
    edit: (draft) => item(draft).skills.push('problem-framing'),
    findings: oneError(ITEM, 'problem-framing is listed twice'),
  },
  {
    check: 'repeatedAnchors',
    it: 'reports two ratings that look the same',
    edit: (draft) => (item(draft).anchors[1] = item(draft).anchors[0] ?? ''),
    findings: oneError(ITEM, 'the five anchors have to differ from one another'),
  },
];

describe('checks of interview kits', () => {
  describeChecks(KIT_CHECKS, CASES);
});
