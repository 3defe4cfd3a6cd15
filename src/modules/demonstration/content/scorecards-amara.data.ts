/** Why this file exists: what three interviewers wrote about the candidate on whom a decision is waiting, with one amendment. */
import type { DemoAmendment, DemoScorecard } from './scorecards.js';

export const SCORECARDS_AMARA: readonly DemoScorecard[] = [
  {
    interview: 'depth',
    by: 'tomasz',
    day: -13,
    verdict: 'YES',
    summary:
      'Strong on evaluation and on what a release gate must protect. Code review was careful and a little slow; the library bump went unnoticed until the end. I would work with her tomorrow.',
    ratings: [
      [
        'p-review-mr',
        'version-control-review',
        3,
        'Scaler leak and tolerance found, merge blocked with reasons. Library bump seen only after "anything in the lock file?".',
      ],
      [
        'p-review-mr',
        'production-python',
        3,
        'Solid comments on interfaces and naming; suggested moving the refit out of the request path.',
      ],
      [
        'p-review-mr',
        'ml-testing',
        3,
        'Asked for a golden-output test and a test that fails when rows leak. Did not write either.',
      ],
      [
        'p-skew-hunt',
        'data-validation',
        4,
        'Compared logged with recomputed features in the first minute, found the unit change, wrote the contract test and who must sign it.',
      ],
      [
        'p-skew-hunt',
        'drift-monitoring',
        3,
        'Alert on refused slides and on score shift by site. Action limit from last quarter’s variation.',
      ],
      [
        'p-skew-hunt',
        'model-evaluation',
        4,
        'Counted the cases likely missed at that site, with an interval, before proposing any fix.',
      ],
      [
        'p-rebuild',
        'computational-reproducibility',
        3,
        'Knew where each part lies and stated a tolerance; unsure about hardware differences.',
      ],
      [
        'p-rebuild',
        'model-packaging-registry',
        3,
        'Registry entry with data and label version. Their artefact had no preprocessing inside; she named it as a fault.',
      ],
      [
        'p-rebuild',
        'data-integrity',
        3,
        'Audit trail first, rebuild second. Good answer on the withdrawn patient, including the label copies.',
      ],
      [
        'p-enough-stats',
        'release-strategies',
        4,
        'Shadow evidence before the gate, thresholds tied to the cost of a missed node, one look at the test set per release.',
      ],
      [
        'p-enough-stats',
        'subgroup-bias',
        4,
        'Named stain, scanner, age and neoadjuvant therapy; says which may not get worse and why, and which are too small to judge.',
      ],
    ],
  },
  {
    interview: 'design',
    by: 'kwame',
    day: -12,
    verdict: 'NO',
    summary:
      'A clean cloud design for a hospital that does not exist. Sites on premises, rollback per site and what readers see when we are down came late or not at all. For a senior engineer here that is the job.',
    ratings: [
      [
        'p-design-imaging',
        'system-design',
        2,
        'Endpoint, queue, store, all in the cloud. "And if the line is down?" led to a retry loop, not to a safe default.',
      ],
      [
        'p-design-imaging',
        'online-serving',
        3,
        'Health check that loads a slide, limits, back-pressure. Capacity was right once she had numbers.',
      ],
      [
        'p-design-imaging',
        'release-strategies',
        2,
        'All sites at once behind a flag. Shadow stage yes, version per site no; rollback would take a deployment.',
      ],
      [
        'p-design-imaging',
        'observability-slo',
        3,
        'Latency, refusals, drift by site, each with an owner. Would page for drift, which nobody can act on at night.',
      ],
      [
        'p-design-imaging',
        'security-engineering',
        3,
        'Access by least privilege, signed images, audit of who saw what. Edge hardware not considered.',
      ],
      [
        'p-design-delivery',
        'ci-cd',
        3,
        'Separate environments, automated gate, signed artefact, approval recorded. Templates came late.',
      ],
      [
        'p-design-delivery',
        'cloud-infrastructure',
        3,
        'Environments by code, quota per team, restore tested once a year because the auditor asked.',
      ],
    ],
  },
  {
    interview: 'regulated',
    by: 'beatriz',
    day: -11,
    verdict: 'STRONG_YES',
    summary:
      'Has executed a predetermined change plan and can say what the assessor pressed on. The best answer on retraining that I have heard in a year. Risk analysis sound.',
    ratings: [
      [
        'p-retrain-under-control',
        'change-control-pccp',
        5,
        'Wrote and ran a modification protocol for new scanners; told us the two questions on update procedure that cost them a month, and what they changed.',
      ],
      [
        'p-retrain-under-control',
        'retraining-pipelines',
        4,
        'Protected test data under another team’s key, gate with prior criteria, label and release note as part of the run.',
      ],
      [
        'p-retrain-under-control',
        'model-evaluation',
        2,
        'Would accept an overall gain without a look at each scanner "if the protocol allows it". Surprising after the rest.',
      ],
      [
        'p-hazards',
        'risk-management',
        3,
        'Three chains from cause to harm, design controls before warnings, each with a verification.',
      ],
      [
        'p-hazards',
        'post-market-surveillance',
        4,
        'Field signal for each hazard; showed how a complaint trend changed their risk file and the label.',
      ],
      [
        'p-class-c',
        'medical-software-lifecycle',
        4,
        'Segregates the scoring core, automates unit evidence, and knows which of our code would stay in class B.',
      ],
      [
        'p-class-c',
        'quality-systems',
        4,
        'Owned a CAPA through effectiveness check; answered an auditor alone and quoted the question.',
      ],
      [
        'p-class-c',
        'security-engineering',
        3,
        'SOUP list with anomaly review each quarter, update rationale written down.',
      ],
    ],
  },
];

export const AMENDMENT_AMARA: DemoAmendment = {
  interview: 'regulated',
  by: 'beatriz',
  day: -10,
  reason:
    'Read my notes again: I gave the over-trust hazard as a probe before she named it, so the third chain was not hers.',
  verdict: 'YES',
  ratings: [
    [
      'p-hazards',
      'risk-management',
      2,
      'Two chains from cause to harm were hers; the third, over-trust, came from my own probe. Controls were design controls, verification for both.',
    ],
  ],
};
