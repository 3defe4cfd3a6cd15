/** Why this file exists: each check of the references and outside lists is shown to speak when it should. */
import { REFERENCE_CHECKS } from './check-references.js';
import { byKey, describeChecks, oneError, oneWarning, pick, type Draft, type FailingCase } from './library.fixture.js';
import type { Library } from './library.js';

/** Lists that are told apart by key: place in the files, and the list itself. */
const KEYED: readonly (readonly [string, (draft: Draft<Library>) => { key: string }[]])[] = [
  ['references.yaml:references', (draft) => draft.references],
  ['evidence.yaml:evidence_types', (draft) => draft.framework.evidenceTypes],
  ['skills.yaml:categories', (draft) => draft.framework.categories],
  ['skills.yaml:skills', (draft) => draft.framework.skills],
  ['roles.yaml:ladders', (draft) => draft.ladders],
  ['roles.yaml:role_clarity_rules', (draft) => draft.clarityRules],
  ['roles.yaml:roles', (draft) => draft.jobRoles],
  ['roles.yaml:overlays', (draft) => draft.overlays],
  ['interview_kits.yaml:kits', (draft) => draft.kits],
  ['activities.yaml:activities', (draft) => draft.framework.activities],
  ['initiatives.yaml:initiatives', (draft) => draft.initiatives],
];

/** Gives the second entry the key `twin` and the third one too. */
const repeatedKeyCases: readonly FailingCase[] = KEYED.map(([place, list]) => ({
  check: 'repeatedKeys',
  it: `reports a key that stands twice in ${place}`,
  edit: (draft) => {
    for (const entry of list(draft).slice(1, 3)) entry.key = 'twin';
  },
  findings: oneError(`${place}.twin`, 'this key is used twice in the list'),
}));

const CASES: readonly FailingCase[] = [
  ...repeatedKeyCases,
  {
    check: 'unknownSectorsOfReferences',
    it: 'reports a sector that is no overlay',
    edit: (draft) => byKey(draft.references, 'gdpr').sectors.push('moon'),
    findings: oneError('references.yaml:references.gdpr.sectors', 'unknown sector moon'),
  },
  {
    check: 'incompleteMlTestScore',
    it: 'reports a section with six checks',
    edit: (draft) => draft.mlTestScore.splice(0, 1),
    findings: oneError('references.yaml:ml_test_score', 'section DATA has 6 checks instead of 7'),
  },
  {
    check: 'incompleteGmlp',
    it: 'reports nine principles',
    edit: (draft) => draft.gmlpPrinciples.pop(),
    findings: oneError('references.yaml:gmlp_principles', '9 principles are listed instead of 10'),
  },
  {
    check: 'uncoveredMlTestScore',
    it: 'reports a check that no skill covers',
    edit: (draft) => {
      for (const { references } of draft.framework.skills) {
        references.mlTestScore = references.mlTestScore.filter((code) => code !== 'I5');
      }
    },
    findings: oneError('references.yaml:ml_test_score.I5', 'no skill covers this check'),
  },
  {
    check: 'uncoveredGmlp',
    it: 'reports a principle that no skill covers',
    edit: (draft) => {
      for (const { references } of draft.framework.skills) {
        references.gmlp = references.gmlp.filter((principle) => principle !== 9);
      }
    },
    findings: oneError('references.yaml:gmlp_principles.9', 'no skill covers this principle'),
  },
  {
    check: 'unusedReferences',
    it: 'warns of a law that nothing cites',
    edit: (draft) => draft.references.push({ ...byKey(draft.references, 'gdpr'), key: 'moon-law' }),
    findings: oneWarning('references.yaml:references.moon-law', 'cited by no skill, overlay or initiative'),
  },
  {
    check: 'unusedReferences',
    it: 'leaves a taxonomy alone, which is only there for mapping',
    edit: (draft) => draft.references.push({ ...byKey(draft.references, 'esco'), key: 'moon-jobs' }),
    findings: [],
  },
  {
    check: 'unusedEvidenceTypes',
    it: 'warns of a type in which no activity ends',
    edit: (draft) => {
      const type = pick(draft.framework.evidenceTypes, (one) => one.key === 'talk');
      draft.framework.evidenceTypes.push({ ...type, key: 'song' });
    },
    findings: oneWarning('evidence.yaml:evidence_types.song', 'no activity ends in this evidence'),
  },
];

describe('checks of references', () => {
  describeChecks(REFERENCE_CHECKS, CASES);
});
