/** Why this file exists: each rule about the shape of the files is shown to refuse a text that breaks it, at its place. */
import type { LibraryFile } from './finding.js';
import { rewritten } from './library.fixture.js';
import { parseLibrary } from './parse-library.js';

type Fault = readonly [says: string, from: string, to: string, path: string, message: string];

const TOO_SHORT = (least: number): string => `has to be a text of at least ${least} characters`;
const FIVE = 'has to be a whole number from 1 to 5';
const EMPTY_LIST = 'the list is empty';
const KEY = 'has to be a key: lower-case words and digits joined by single hyphens, at most 80 characters';

const FAULTS: Readonly<Record<LibraryFile, readonly Fault[]>> = {
  'references.yaml': [
    ['another format version', 'version: 1', 'version: 2', 'version', 'has to be 1'],
    ['a kind that is not known', 'kind: standard', 'kind: rumour', 'references.iec-62304.kind', '"rumour" is not one of standard, regulation, guidance, framework, paper, taxonomy'],
    ['a reference without a status', '    status: in force (2016 edition)\n', '', 'references.iso-13485.status', 'is missing'],
    ['an empty name', 'name: ISO 13485 quality management for medical devices', 'name: ""', 'references.iso-13485.name', TOO_SHORT(2)],
    ['a day that is none', 'as_of: "2026-11-22"', 'as_of: "22 November"', 'as_of', 'has to be a day in quotes, YYYY-MM-DD'],
    ['an ML Test Score check without a section', '  D1: ', '  X1: ', 'ml_test_score', '"X1" is not one of D1 to D7, M1 to M7, I1 to I7, O1 to O7'],
    ['an eighth check of a section', '  D1: ', '  D8: ', 'ml_test_score', '"D8" is not one of D1 to D7, M1 to M7, I1 to I7, O1 to O7'],
    ['an eleventh principle', '  10: Deployed', '  11: Deployed', 'gmlp_principles', '"11" is not a number from 1 to 10'],
    ['a SFIA code of five letters', '  AIDE: ', '  AIDES: ', 'sfia_codes', '"AIDES" is not four capital letters'],
  ],
  'evidence.yaml': [
    ['a strength above 5', 'strength: 5', 'strength: 6', 'evidence_types.submission-contribution.strength', FIVE],
    ['a highest level of 0', 'max_level: 1', 'max_level: 0', 'evidence_types.self-statement.max_level', FIVE],
    ['evidence that is never fresh', 'fresh_months: 6', 'fresh_months: 0', 'evidence_types.self-statement.fresh_months', 'has to be a whole number above 0'],
  ],
  'skills.yaml': [
    ['a key with a capital', 'key: data-sourcing', 'key: Data-sourcing', 'skills.Data-sourcing.key', KEY],
    ['a word that is not known', 'definition: Finds', 'definitoin: Finds', 'skills.data-sourcing', 'unknown key "definitoin": check the spelling, or quote a text with a comma'],
    ['a definition of a few letters', 'definition: Draws conclusions from data with honest uncertainty.', 'definition: Statistics.', 'skills.statistical-inference.definition', TOO_SHORT(30)],
    ['a name of three letters', 'name: Statistical inference', 'name: Sta', 'skills.statistical-inference.name', TOO_SHORT(4)],
    ['an affinity above 1', '{research: 0.9, production: 0.5}', '{research: 9, production: 0.5}', 'skills.data-sourcing.affinity.research', 'has to be from 0 to 1'],
    ['an affinity for one track only', '{research: 0.9, production: 0.5}', '{research: 0.9}', 'skills.data-sourcing.affinity.production', 'is missing'],
    ['a level without indicators', '      1:\n        - Names where each input came from, who collected it and for what purpose', '      1: []', 'skills.data-sourcing.levels.1', 'needs one or two indicators'],
    ['three indicators at one level', '        - Names where each input', '        - One more sentence about sourcing\n        - Another sentence about sourcing\n        - Names where each input', 'skills.data-sourcing.levels.1', 'needs one or two indicators'],
    ['a level that is not described', '      5:\n        - Shapes company data strategy, such as partnerships or instrument choices, that other programmes reuse\n', '', 'skills.data-sourcing.levels.5', 'is missing'],
    ['an indicator of two words', 'Names where each input came from, who collected it and for what purpose', 'Names inputs', 'skills.data-sourcing.levels.1.0', TOO_SHORT(20)],
    ['a prerequisite of level 1', 'min_level: 1, from_level: 2', 'min_level: 1, from_level: 1', 'skills.data-pipelines.prerequisites.data-sourcing.from_level', 'has to be 2 or more: level 1 needs nothing else'],
    ['a prerequisite at level 6', 'min_level: 1, from_level: 2', 'min_level: 6, from_level: 2', 'skills.data-pipelines.prerequisites.data-sourcing.min_level', FIVE],
    ['a SFIA level above 7', 'sfia_level: 6', 'sfia_level: 8', 'scale.4.sfia_level', 'has to be a whole number from 1 to 7'],
    ['a half order', 'order: 10}', 'order: 9.5}', 'categories.collaboration-leadership.order', 'has to be a whole number above 0'],
  ],
  'roles.yaml': [
    ['a requirement at level 6', '{skill: data-sourcing, level: 1,', '{skill: data-sourcing, level: 6,', 'roles.rds-1.requirements.data-sourcing.level', FIVE],
    ['a weight of 0', 'level: 1, weight: 4,', 'level: 1, weight: 0,', 'roles.rds-1.requirements.data-sourcing.weight', FIVE],
    ['a must-have that is neither true nor false', 'must: false', 'must: maybe', 'roles.rds-1.requirements.data-sourcing.must', 'has to be true or false'],
    ['a mission in three words', 'mission: "Answers well-defined scientific questions with sound analysis and a record that others can follow."', 'mission: "Answers scientific questions"', 'roles.rds-1.mission', TOO_SHORT(40)],
    ['a job role that owns nothing', '    owns:\n      - "Analyses with a named scientific sponsor"\n      - "Own notebooks, records and figures"', '    owns: []', 'roles.rds-1.owns', EMPTY_LIST],
    ['a job role that leaves nothing to others', '    does_not_own:\n      - "Models that others depend on daily"\n      - "On-call or release decisions"', '    does_not_own: []', 'roles.rds-1.does_not_own', EMPTY_LIST],
    ['a sixth rung', '    rung: 5', '    rung: 6', 'roles.rds-5.rung', FIVE],
    ['a track that is not known', '  - key: rds-1\n    name: Associate Data Scientist, Research\n    track: research', '  - key: rds-1\n    name: Associate Data Scientist, Research\n    track: lunar', 'roles.rds-1.track', '"lunar" is not one of research, production, hybrid'],
    ['an entry requirement at level 0', '{skill: data-pipelines, level: 1}', '{skill: data-pipelines, level: 0}', 'roles.bridge-ds-mle.entry_requirements.data-pipelines.level', FIVE],
    ['a floor for four rungs', 'floor: [2, 3, 4, 5, 5]', 'floor: [2, 3, 4, 5]', 'overlays.medtech-samd.raises.statistical-inference.floor', 'needs five levels, one per rung'],
    ['a floor of 6', 'floor: [2, 3, 4, 5, 5]', 'floor: [2, 3, 4, 5, 6]', 'overlays.medtech-samd.raises.statistical-inference.floor.4', 'has to be a whole number from 0 to 5'],
    ['a must-have from rung 0', 'must_from: 1', 'must_from: 0', 'overlays.medtech-samd.raises.statistical-inference.must_from', FIVE],
    ['a raise without a reason', 'why: "Performance claims go to reviewers"', 'why: "So"', 'overlays.medtech-samd.raises.statistical-inference.why', TOO_SHORT(8)],
    ['a clarity test that is not known', 'type: unicorn', 'type: dragon', 'role_clarity_rules.unicorn.test.type', 'is not one of the known types'],
    ['a clarity test with a number of another test', 'max_must: 22', 'max_most: 22', 'role_clarity_rules.unicorn.test', 'unknown key "max_most": check the spelling, or quote a text with a comma'],
    ['a plan field that is not known', 'fields: [mentor,', 'fields: [guru,', 'role_clarity_rules.bridge-without-support.test.fields.0', '"guru" is not one of mentor, deployment_date, protected_time'],
    ['protected time above 1', 'min_protected_time: 0.5', 'min_protected_time: 50', 'role_clarity_rules.bridge-without-support.test.min_protected_time', 'has to be from 0 to 1'],
  ],
  'interview_kits.yaml': [
    ['a kind of item that is not known', 'kind: question', 'kind: riddle', 'kits.kit-research.items.r-claim-that-fell.kind', '"riddle" is not one of question, scenario, work-sample, review-exercise, presentation'],
    ['an item for rung 6', 'rungs: [1, 2, 3, 4, 5]', 'rungs: [6]', 'kits.kit-research.items.r-claim-that-fell.rungs.0', FIVE],
    ['an item for no rung', 'rungs: [1, 2, 3, 4, 5]', 'rungs: []', 'kits.kit-research.items.r-claim-that-fell.rungs', EMPTY_LIST],
    ['a prompt in a few words', 'prompt: Tell me about a finding of yours that later turned out weaker than you first reported. What was the decision at stake, how did you find out and what did you do?', 'prompt: Tell me more.', 'kits.kit-research.items.r-claim-that-fell.prompt', TOO_SHORT(60)],
    ['an item without probes', 'probes: ["Which number did you report first, and with what interval?", "Who had already acted on it?", "What do you do differently now?"]', 'probes: []', 'kits.kit-research.items.r-claim-that-fell.probes', EMPTY_LIST],
    ['an item that rates nothing', 'skills: [statistical-inference, problem-framing, scientific-communication]', 'skills: []', 'kits.kit-research.items.r-claim-that-fell.skills', EMPTY_LIST],
    ['an anchor in two letters', '1: Cannot name a case, or blames data or colleagues; no sign of uncertainty thinking', '1: No', 'kits.kit-research.items.r-claim-that-fell.anchors.1', TOO_SHORT(10)],
    ['a missing anchor', '          2: Names a case but the cause stays vague and nobody was told\n', '', 'kits.kit-research.items.r-claim-that-fell.anchors.2', 'is missing'],
    ['a stage of 0 minutes', 'name: Structured screen, minutes: 40', 'name: Structured screen, minutes: 0', 'kits.kit-research.stages.screen.minutes', 'has to be a whole number above 0'],
    ['a text that a comma split in two', 'name: Structured screen,', 'name: Structured, screen,', 'kits.kit-research.stages.screen', 'unknown key "screen": check the spelling, or quote a text with a comma'],
  ],
  'activities.yaml': [
    ['a kind that is not known', 'kind: mentorship', 'kind: holiday', 'activities.mentor-production-buddy.kind', '"holiday" is not one of mentorship, shadowing, pairing, project, review, on-call, course, certification'],
    ['a lever that is not known', 'lever: mentorship', 'lever: luck', 'activities.mentor-production-buddy.lever', '"luck" is not one of mentorship, deployment-exposure, engineering-collaboration, domain-exposure, compliance-exposure, formal-learning, leadership-practice'],
    ['an activity of 0 hours', 'hours: 36', 'hours: 0', 'activities.mentor-production-buddy.hours', 'has to be above 0'],
    ['hours in words', 'hours: 36', 'hours: many', 'activities.mentor-production-buddy.hours', 'has to be a number'],
    ['an activity of 0 weeks', 'weeks: 13', 'weeks: 0', 'activities.mentor-production-buddy.weeks', 'has to be above 0'],
    ['a summary in two words', 'summary: A senior ML engineer meets the data scientist weekly for a quarter, reviews their changes and brings them into two releases.', 'summary: Weekly meetings', 'activities.mentor-production-buddy.summary', TOO_SHORT(40)],
    ['a step of two levels', '{skill: production-python, from: 1, to: 2}', '{skill: production-python, from: 1, to: 3}', 'activities.mentor-production-buddy.raises.production-python.to', 'has to be one above "from"'],
    ['a step from below nothing', '{skill: production-python, from: 1, to: 2}', '{skill: production-python, from: -1, to: 0}', 'activities.mentor-production-buddy.raises.production-python.from', 'has to be a whole number from 0 to 4'],
    ['a need at level 0', 'needs: [{skill: version-control-review, level: 1}]', 'needs: [{skill: version-control-review, level: 0}]', 'activities.mentor-production-buddy.needs.version-control-review.level', FIVE],
    ['an activity that raises nothing', 'raises: [{skill: quality-systems, from: 1, to: 2}, {skill: regulatory-evidence, from: 1, to: 2}, {skill: data-integrity, from: 1, to: 2}]', 'raises: []', 'activities.mentor-quality-partner.raises', EMPTY_LIST],
    ['an activity that ends in attendance', 'evidence: [{type: merged-change, show: "Six reviewed changes with growing scope"}, {type: peer-attestation, show: "Buddy\'s rating against indicators with one example each"}]', 'evidence: []', 'activities.mentor-production-buddy.evidence', EMPTY_LIST],
    ['evidence that shows nothing', 'show: "Six reviewed changes with growing scope"', 'show: "Six"', 'activities.mentor-production-buddy.evidence.0.show', TOO_SHORT(6)],
    ['a choice of more steps than there are', '    weeks: 13\n', '    weeks: 13\n    choose: 5\n', 'activities.mentor-production-buddy.choose', 'is more than the steps that are listed'],
  ],
  'initiatives.yaml': [
    ['a summary in two words', 'summary: Models rank molecules for potency, selectivity and ADMET inside a weekly design, make, test and learn cycle.', 'summary: Models rank', 'initiatives.molecule-scoring.summary', TOO_SHORT(40)],
    ['a phase with another name', '      productionise:', '      launch:', 'initiatives.molecule-scoring.phases.productionise', 'is missing'],
    ['demand for nobody', 'level: 3, people: 1}', 'level: 3, people: 0}', 'initiatives.molecule-scoring.phases.research.demand.problem-framing.people', 'has to be a whole number above 0'],
    ['demand at level 6', 'level: 3, people: 1}', 'level: 6, people: 1}', 'initiatives.molecule-scoring.phases.research.demand.problem-framing.level', FIVE],
    ['a phase of 0 weeks', '        weeks: 26', '        weeks: 0', 'initiatives.molecule-scoring.phases.research.weeks', 'has to be above 0'],
    ['a lead time of 0 weeks', 'lead_time_weeks: 12', 'lead_time_weeks: 0', 'initiatives.molecule-scoring.phases.research.lead_time_weeks', 'has to be above 0'],
    ['less than no people', 'production: 0.5}', 'production: -0.5}', 'initiatives.molecule-scoring.phases.research.mix.production', 'has to be 0 or more'],
    ['a phase without an end', 'exit: ["Scaffold and time split results with intervals", "One prospective round against expert choice", "Dataset sheet and model card accepted"]', 'exit: []', 'initiatives.molecule-scoring.phases.research.exit', EMPTY_LIST],
    ['a phase without early signs', 'watch: ["Random splits in every slide", "Assay definition changed without notice", "One person able to run the model"]', 'watch: []', 'initiatives.molecule-scoring.phases.research.watch', EMPTY_LIST],
    ['a list that is a text', '    regulatory_context: [ema-fda-good-ai-practice, fair-data, alcoa-plus, glp]', '    regulatory_context: glp', 'initiatives.molecule-scoring.regulatory_context', 'has to be a list'],
    ['an empty value', 'value_measure: Hit rate and cycle time against the previous four cycles', 'value_measure:', 'initiatives.molecule-scoring.value_measure', 'is empty: give it a value, or quote a text with a comma inside { }'],
  ],
};

const FILES = Object.keys(FAULTS) as LibraryFile[];

describe.each(FILES)('the shape of %s', (file) => {
  it.each(FAULTS[file])('refuses %s', (_says, from, to, path, message) => {
    const { library, errors } = parseLibrary(rewritten(file, from, to));
    expect(library).toBeNull();
    expect(errors).toContainEqual({ severity: 'ERROR', path: `${file}:${path}`, message });
  });
});
