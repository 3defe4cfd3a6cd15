/** Why this file exists: each rule about the shape of initiatives is shown to refuse a text that breaks it. */
import { describeFaults, EMPTY_LIST, ONE_TO_FIVE, TOO_SHORT } from './schema.fixture.js';

describeFaults('initiatives.yaml', [
  [
    'a summary in two words',
    'summary: Models rank molecules for potency, selectivity and ADMET inside a weekly design, make, test and learn cycle.',
    'summary: Models rank',
    'initiatives.molecule-scoring.summary',
    TOO_SHORT(40),
  ],
  [
    'a phase with another name',
    '      productionise:',
    '      launch:',
    'initiatives.molecule-scoring.phases.productionise',
    'is missing',
  ],
  [
    'demand for nobody',
    'level: 3, people: 1}',
    'level: 3, people: 0}',
    'initiatives.molecule-scoring.phases.research.demand.problem-framing.people',
    'has to be a whole number above 0',
  ],
  [
    'demand at level 6',
    'level: 3, people: 1}',
    'level: 6, people: 1}',
    'initiatives.molecule-scoring.phases.research.demand.problem-framing.level',
    ONE_TO_FIVE,
  ],
  [
    'a phase of 0 weeks',
    '        weeks: 26',
    '        weeks: 0',
    'initiatives.molecule-scoring.phases.research.weeks',
    'has to be above 0',
  ],
  [
    'a lead time of 0 weeks',
    'lead_time_weeks: 12',
    'lead_time_weeks: 0',
    'initiatives.molecule-scoring.phases.research.lead_time_weeks',
    'has to be above 0',
  ],
  [
    'less than no people',
    'production: 0.5}',
    'production: -0.5}',
    'initiatives.molecule-scoring.phases.research.mix.production',
    'has to be 0 or more',
  ],
  [
    'a phase without an end',
    'exit: ["Scaffold and time split results with intervals", "One prospective round against expert choice", "Dataset sheet and model card accepted"]',
    'exit: []',
    'initiatives.molecule-scoring.phases.research.exit',
    EMPTY_LIST,
  ],
  [
    'a phase without early signs',
    'watch: ["Random splits in every slide", "Assay definition changed without notice", "One person able to run the model"]',
    'watch: []',
    'initiatives.molecule-scoring.phases.research.watch',
    EMPTY_LIST,
  ],
  [
    'a list that is a text',
    '    regulatory_context: [ema-fda-good-ai-practice, fair-data, alcoa-plus, glp]',
    '    regulatory_context: glp',
    'initiatives.molecule-scoring.regulatory_context',
    'has to be a list',
  ],
  [
    'an empty value',
    'value_measure: Hit rate and cycle time against the previous four cycles',
    'value_measure:',
    'initiatives.molecule-scoring.value_measure',
    'is empty: give it a value, or quote a text with a comma inside { }',
  ],
]);
