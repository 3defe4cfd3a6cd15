/** Why this file exists: each rule about the shape of the references is shown to refuse a text that breaks it. */
import { describeFaults, TOO_SHORT } from './schema.fixture.js';

describeFaults('references.yaml', [
  ['another format version', 'version: 1', 'version: 2', 'version', 'has to be 1'],
  [
    'a kind that is not known',
    'kind: standard',
    'kind: rumour',
    'references.iec-62304.kind',
    '"rumour" is not one of standard, regulation, guidance, framework, paper, taxonomy',
  ],
  [
    'a reference without a status',
    '    status: in force (2016 edition)\n',
    '',
    'references.iso-13485.status',
    'is missing',
  ],
  [
    'an empty name',
    'name: ISO 13485 quality management for medical devices',
    'name: ""',
    'references.iso-13485.name',
    TOO_SHORT(2),
  ],
  [
    'a day that is none',
    'as_of: "2026-11-22"',
    'as_of: "22 November"',
    'as_of',
    'has to be a day in quotes, YYYY-MM-DD',
  ],
  [
    'an ML Test Score check without a section',
    '  D1: ',
    '  X1: ',
    'ml_test_score',
    '"X1" is not one of D1 to D7, M1 to M7, I1 to I7, O1 to O7',
  ],
  [
    'an eighth check of a section',
    '  D1: ',
    '  D8: ',
    'ml_test_score',
    '"D8" is not one of D1 to D7, M1 to M7, I1 to I7, O1 to O7',
  ],
  ['an eleventh principle', '  10: Deployed', '  11: Deployed', 'gmlp_principles', '"11" is not a number from 1 to 10'],
  ['a SFIA code of five letters', '  AIDE: ', '  AIDES: ', 'sfia_codes', '"AIDES" is not four capital letters'],
]);
