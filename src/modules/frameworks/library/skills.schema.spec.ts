/** Why this file exists: each rule about the shape of skills and evidence types is shown to refuse a text that breaks it. */
import { describeFaults, ONE_TO_FIVE, TOO_SHORT, UNKNOWN_KEY } from './schema.fixture.js';

describeFaults('skills.yaml', [
  [
    'a key with a capital',
    'key: data-sourcing',
    'key: Data-sourcing',
    'skills.Data-sourcing.key',
    'has to be a key: lower-case words and digits joined by single hyphens, at most 80 characters',
  ],
  [
    'a word that is not known',
    'definition: Finds',
    'definitoin: Finds',
    'skills.data-sourcing',
    UNKNOWN_KEY('definitoin'),
  ],
  [
    'a definition of a few letters',
    'definition: Draws conclusions from data with honest uncertainty.',
    'definition: Statistics.',
    'skills.statistical-inference.definition',
    TOO_SHORT(30),
  ],
  [
    'a name of three letters',
    'name: Statistical inference',
    'name: Sta',
    'skills.statistical-inference.name',
    TOO_SHORT(4),
  ],
  [
    'an affinity above 1',
    '{research: 0.9, production: 0.5}',
    '{research: 9, production: 0.5}',
    'skills.data-sourcing.affinity.research',
    'has to be from 0 to 1',
  ],
  [
    'an affinity for one track only',
    '{research: 0.9, production: 0.5}',
    '{research: 0.9}',
    'skills.data-sourcing.affinity.production',
    'is missing',
  ],
  [
    'a level without indicators',
    '      1:\n        - Names where each input came from, who collected it and for what purpose',
    '      1: []',
    'skills.data-sourcing.levels.1',
    'needs one or two indicators',
  ],
  [
    'three indicators at one level',
    '        - Names where each input',
    '        - One more sentence about sourcing\n        - Another sentence about sourcing\n        - Names where each input',
    'skills.data-sourcing.levels.1',
    'needs one or two indicators',
  ],
  [
    'a level that is not described',
    '      5:\n        - Shapes company data strategy, such as partnerships or instrument choices, that other programmes reuse\n',
    '',
    'skills.data-sourcing.levels.5',
    'is missing',
  ],
  [
    'an indicator of two words',
    'Names where each input came from, who collected it and for what purpose',
    'Names inputs',
    'skills.data-sourcing.levels.1.0',
    TOO_SHORT(20),
  ],
  [
    'a prerequisite of level 1',
    'min_level: 1, from_level: 2',
    'min_level: 1, from_level: 1',
    'skills.data-pipelines.prerequisites.data-sourcing.from_level',
    'has to be 2 or more: level 1 needs nothing else',
  ],
  [
    'a prerequisite at level 6',
    'min_level: 1, from_level: 2',
    'min_level: 6, from_level: 2',
    'skills.data-pipelines.prerequisites.data-sourcing.min_level',
    ONE_TO_FIVE,
  ],
  [
    'a SFIA level above 7',
    'sfia_level: 6',
    'sfia_level: 8',
    'scale.4.sfia_level',
    'has to be a whole number from 1 to 7',
  ],
  [
    'a half order',
    'order: 10}',
    'order: 9.5}',
    'categories.collaboration-leadership.order',
    'has to be a whole number above 0',
  ],
]);

describeFaults('evidence.yaml', [
  ['a strength above 5', 'strength: 5', 'strength: 6', 'evidence_types.submission-contribution.strength', ONE_TO_FIVE],
  ['a highest level of 0', 'max_level: 1', 'max_level: 0', 'evidence_types.self-statement.max_level', ONE_TO_FIVE],
  [
    'evidence that is never fresh',
    'fresh_months: 6',
    'fresh_months: 0',
    'evidence_types.self-statement.fresh_months',
    'has to be a whole number above 0',
  ],
]);
