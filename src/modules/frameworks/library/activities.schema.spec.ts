/** Why this file exists: each rule about the shape of activities is shown to refuse a text that breaks it. */
import { describeFaults, EMPTY_LIST, ONE_TO_FIVE, TOO_SHORT } from './schema.fixture.js';

describeFaults('activities.yaml', [
  [
    'a kind that is not known',
    '    kind: mentorship',
    '    kind: holiday',
    'activities.mentor-production-buddy.kind',
    '"holiday" is not one of mentorship, shadowing, pairing, project, review, on-call, course, certification',
  ],
  [
    'a lever that is not known',
    '    lever: mentorship',
    '    lever: luck',
    'activities.mentor-production-buddy.lever',
    '"luck" is not one of mentorship, deployment-exposure, engineering-collaboration, domain-exposure, compliance-exposure, formal-learning, leadership-practice',
  ],
  ['an activity of 0 hours', 'hours: 36', 'hours: 0', 'activities.mentor-production-buddy.hours', 'has to be above 0'],
  ['hours in words', 'hours: 36', 'hours: many', 'activities.mentor-production-buddy.hours', 'has to be a number'],
  ['an activity of 0 weeks', 'weeks: 13', 'weeks: 0', 'activities.mentor-production-buddy.weeks', 'has to be above 0'],
  [
    'a summary in two words',
    'summary: A senior ML engineer meets the data scientist weekly for a quarter, reviews their changes and brings them into two releases.',
    'summary: Weekly meetings',
    'activities.mentor-production-buddy.summary',
    TOO_SHORT(40),
  ],
  [
    'a step of two levels',
    '{skill: production-python, from: 1, to: 2}',
    '{skill: production-python, from: 1, to: 3}',
    'activities.mentor-production-buddy.raises.production-python.to',
    'has to be one above "from"',
  ],
  [
    'a step from below nothing',
    '{skill: production-python, from: 1, to: 2}',
    '{skill: production-python, from: -1, to: 0}',
    'activities.mentor-production-buddy.raises.production-python.from',
    'has to be a whole number from 0 to 4',
  ],
  [
    'a need at level 0',
    'needs: [{skill: version-control-review, level: 1}]',
    'needs: [{skill: version-control-review, level: 0}]',
    'activities.mentor-production-buddy.needs.version-control-review.level',
    ONE_TO_FIVE,
  ],
  [
    'an activity that raises nothing',
    'raises: [{skill: quality-systems, from: 1, to: 2}, {skill: regulatory-evidence, from: 1, to: 2}, {skill: data-integrity, from: 1, to: 2}]',
    'raises: []',
    'activities.mentor-quality-partner.raises',
    EMPTY_LIST,
  ],
  [
    'an activity that ends in attendance',
    'evidence: [{type: merged-change, show: "Six reviewed changes with growing scope"}, {type: peer-attestation, show: "Buddy\'s rating against indicators with one example each"}]',
    'evidence: []',
    'activities.mentor-production-buddy.evidence',
    EMPTY_LIST,
  ],
  [
    'evidence that shows nothing',
    'show: "Six reviewed changes with growing scope"',
    'show: "Six"',
    'activities.mentor-production-buddy.evidence.0.show',
    TOO_SHORT(6),
  ],
  [
    'a choice of more steps than there are',
    '    weeks: 13\n',
    '    weeks: 13\n    choose: 5\n',
    'activities.mentor-production-buddy.choose',
    'is more than the steps that are listed',
  ],
]);
