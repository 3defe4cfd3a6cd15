/** Why this file exists: each rule about the shape of interview kits is shown to refuse a text that breaks it. */
import { describeFaults, EMPTY_LIST, ONE_TO_FIVE, TOO_SHORT, UNKNOWN_KEY } from './schema.fixture.js';

describeFaults('interview_kits.yaml', [
  [
    'a kind of item that is not known',
    'kind: question',
    'kind: riddle',
    'kits.kit-research.items.r-claim-that-fell.kind',
    '"riddle" is not one of question, scenario, work-sample, review-exercise, presentation',
  ],
  [
    'an item for rung 6',
    'rungs: [1, 2, 3, 4, 5]',
    'rungs: [6]',
    'kits.kit-research.items.r-claim-that-fell.rungs.0',
    ONE_TO_FIVE,
  ],
  [
    'an item for no rung',
    'rungs: [1, 2, 3, 4, 5]',
    'rungs: []',
    'kits.kit-research.items.r-claim-that-fell.rungs',
    EMPTY_LIST,
  ],
  [
    'a prompt in a few words',
    'prompt: Tell me about a finding of yours that later turned out weaker than you first reported. What was the decision at stake, how did you find out and what did you do?',
    'prompt: Tell me more.',
    'kits.kit-research.items.r-claim-that-fell.prompt',
    TOO_SHORT(60),
  ],
  [
    'an item without probes',
    'probes: ["Which number did you report first, and with what interval?", "Who had already acted on it?", "What do you do differently now?"]',
    'probes: []',
    'kits.kit-research.items.r-claim-that-fell.probes',
    EMPTY_LIST,
  ],
  [
    'an item that rates nothing',
    'skills: [statistical-inference, problem-framing, scientific-communication]',
    'skills: []',
    'kits.kit-research.items.r-claim-that-fell.skills',
    EMPTY_LIST,
  ],
  [
    'an anchor in two letters',
    '1: Cannot name a case, or blames data or colleagues; no sign of uncertainty thinking',
    '1: No',
    'kits.kit-research.items.r-claim-that-fell.anchors.1',
    TOO_SHORT(10),
  ],
  [
    'a missing anchor',
    '          2: Names a case but the cause stays vague and nobody was told\n',
    '',
    'kits.kit-research.items.r-claim-that-fell.anchors.2',
    'is missing',
  ],
  [
    'a stage of 0 minutes',
    'name: Structured screen, minutes: 40',
    'name: Structured screen, minutes: 0',
    'kits.kit-research.stages.screen.minutes',
    'has to be a whole number above 0',
  ],
  [
    'a text that a comma split in two',
    'name: Structured screen,',
    'name: Structured, screen,',
    'kits.kit-research.stages.screen',
    UNKNOWN_KEY('screen'),
  ],
]);
