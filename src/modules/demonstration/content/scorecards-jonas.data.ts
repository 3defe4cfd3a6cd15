/** Why this file exists: what two interviewers wrote about the candidate in mid-loop, and the draft that is due. */
import type { DemoScorecard } from './scorecards.js';

export const SCORECARDS_JONAS: readonly DemoScorecard[] = [
  {
    interview: 'design',
    by: 'kwame',
    day: -5,
    verdict: 'YES',
    summary:
      'Comes from perception in cars and it shows: degraded modes, redundancy and a budget for every millisecond. Hospitals are new to him and he asks before he assumes.',
    ratings: [
      [
        'p-design-imaging',
        'system-design',
        4,
        'Started from "what does the reader see when we are silent". Safety part kept to ordering only, with a watchdog that removes our flag.',
      ],
      [
        'p-design-imaging',
        'online-serving',
        4,
        'Back-pressure, deadline per slide, degraded mode with a cheaper model that is marked as such. Worked the numbers aloud.',
      ],
      [
        'p-design-imaging',
        'release-strategies',
        3,
        'Per-site version, one site in shadow, rollback rehearsed. Asked who signs, which nobody else did.',
      ],
      [
        'p-design-imaging',
        'observability-slo',
        4,
        'Error budget per site and a rule that an alert without an action is deleted. Gave an example he had deleted.',
      ],
      [
        'p-design-imaging',
        'security-engineering',
        3,
        'Secure boot, signed bundles, keys per vehicle, here per node. Patient data in logs came up only when asked.',
      ],
      [
        'p-design-delivery',
        'ci-cd',
        4,
        'Evidence as a by-product of the run, hardware in the loop before release; would sell the path to teams with time saved.',
      ],
      [
        'p-design-delivery',
        'cloud-infrastructure',
        3,
        'Three environments by code, recovery rehearsed. Cost per team is new to him.',
      ],
    ],
  },
  {
    interview: 'regulated',
    by: 'beatriz',
    day: -4,
    verdict: 'YES',
    summary:
      'Different standards, same habit: requirement, design, test, trace. Has to learn our words and our authorities. Where he did not know he said so and asked for the standard.',
    ratings: [
      [
        'p-retrain-under-control',
        'change-control-pccp',
        2,
        'Change board and impact analysis from type approval; predetermined plans are new. Guessed that a new scanner is outside, correctly, without the reason.',
      ],
      [
        'p-retrain-under-control',
        'retraining-pipelines',
        3,
        'Retraining behind a gate with locked test drives; translated it to slides and sites without help.',
      ],
      [
        'p-retrain-under-control',
        'model-evaluation',
        3,
        'Criteria before training, per scenario. Calibration at the operating point after a prompt.',
      ],
      [
        'p-hazards',
        'risk-management',
        4,
        'Cause to harm with exposure and controllability, ranked; changed the display order in the design because of the third chain.',
      ],
      [
        'p-hazards',
        'post-market-surveillance',
        3,
        'Field data to hazard log monthly, with a threshold for calling us. Did not know who reports.',
      ],
      [
        'p-class-c',
        'medical-software-lifecycle',
        2,
        'Explained integrity levels of his own field well; classes A to C were read for the interview. Detailed design and unit verification right.',
      ],
      [
        'p-class-c',
        'quality-systems',
        3,
        'Deviations, reviews and an audit from the inside. Understood our CAPA at once.',
      ],
      [
        'p-class-c',
        'security-engineering',
        4,
        'Library inventory per image with a decision for each finding; has led a vulnerability response with customers.',
      ],
    ],
  },
  {
    interview: 'depth',
    by: 'tomasz',
    day: -3,
    verdict: null,
    summary: '',
    isDraft: true,
    ratings: [
      [
        'p-review-mr',
        'version-control-review',
        4,
        'Leak, tolerance and library bump found within ten minutes; proposed to split the change in three.',
      ],
      [
        'p-review-mr',
        'production-python',
        4,
        'Moved the refit behind an interface while talking; typed the result. Would teach juniors well.',
      ],
      ['p-skew-hunt', 'drift-monitoring', 3, 'Logged against recomputed features, found the unit change at the site.'],
    ],
  },
];
