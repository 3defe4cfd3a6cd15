/** Why this file exists: what three interviewers wrote about the candidate who was hired. */
import type { DemoScorecard } from './scorecards.js';

export const SCORECARDS_ELIF: readonly DemoScorecard[] = [
  {
    interview: 'depth',
    by: 'tomasz',
    day: -54,
    verdict: 'STRONG_YES',
    summary:
      'Reads a change the way I want it read here: first what it does to the numbers, then style. Found all three planted faults of the merge request. Weakest on why a slice may get worse; strong on tracing and rebuilding.',
    ratings: [
      [
        'p-review-mr',
        'version-control-review',
        4,
        'Found the scaler before the split, the loosened tolerance and, unprompted, that the library bump changes resampling. Asked for three merge requests.',
      ],
      [
        'p-review-mr',
        'production-python',
        3,
        'Comments on error handling and types were right; suggested a frozen config object. Nothing that changes the design.',
      ],
      [
        'p-review-mr',
        'ml-testing',
        4,
        'Wrote the missing test on the spot: fit statistics must not change when test rows are appended. Named it a regression test for this defect.',
      ],
      [
        'p-skew-hunt',
        'data-validation',
        3,
        'Went for the feature table first, asked for the manifest of the one site, proposed a contract on magnification units.',
      ],
      [
        'p-skew-hunt',
        'drift-monitoring',
        4,
        'Separated input drift from score drift, asked what had changed on the site, and set an interim threshold per site with its cost in missed cases.',
      ],
      [
        'p-skew-hunt',
        'model-evaluation',
        3,
        'Recomputed logged features and compared sensitivity on paired cases. Intervals came only after a prompt.',
      ],
      [
        'p-rebuild',
        'computational-reproducibility',
        4,
        'Commit, snapshot, image and seed in that order; named cuDNN and a retired library as where numbers may move, with a tolerance.',
      ],
      [
        'p-rebuild',
        'model-packaging-registry',
        4,
        'Preprocessing belongs in the bundle; told how a former employer lost a release because it did not.',
      ],
      [
        'p-rebuild',
        'data-integrity',
        3,
        'Withdrawn patient: keeps the record that the data was used, removes it from the next training set. Knew who decides.',
      ],
      [
        'p-enough-stats',
        'release-strategies',
        4,
        'Paired comparison, non-inferiority on scanners, then two weeks of shadow at one site before any reader sees it.',
      ],
      [
        'p-enough-stats',
        'subgroup-bias',
        2,
        'Listed slices by scanner only. Age and stain came after I asked, and she would not say which loss is acceptable.',
      ],
    ],
  },
  {
    interview: 'design',
    by: 'kwame',
    day: -53,
    verdict: 'YES',
    summary:
      'Designs for the night when it breaks. Fail-safe worklist, version per site, honest about what runs on premises. We used the whole time on imaging, so the delivery path for ten teams was not reached.',
    ratings: [
      [
        'p-design-imaging',
        'system-design',
        4,
        'Split ordering from scoring so that the worklist lives without us. Drew the safety-relevant part as two boxes and kept it there.',
      ],
      [
        'p-design-imaging',
        'online-serving',
        3,
        'Queue before the model, time-out with a visible "not read" state, capacity from the Monday peak I gave her.',
      ],
      [
        'p-design-imaging',
        'release-strategies',
        3,
        'Site one in shadow, then silent, then visible; rollback by pinning the old bundle. Did not say who signs.',
      ],
      [
        'p-design-imaging',
        'observability-slo',
        4,
        'Chose three measures: freshness, refusals, score shift. Each had an owner and an action, no dashboard tour.',
      ],
      [
        'p-design-imaging',
        'security-engineering',
        3,
        'Edge node as hostile ground: signed bundles, no inbound, keys per site. Missed the vendor service laptop until asked.',
      ],
      [
        'p-design-delivery',
        'ci-cd',
        null,
        'Not reached. The failure handling was worth the time; somebody else should ask about the delivery path.',
      ],
      ['p-design-delivery', 'cloud-infrastructure', null, 'Not reached, same reason.'],
    ],
  },
  {
    interview: 'regulated',
    by: 'beatriz',
    day: -52,
    verdict: 'NO',
    summary:
      'Good instincts on harm and on records. She has worked under a change board but never written for one: the line between a change inside and outside the plan was guessed. For a senior job on a class C item I wanted to hear that from experience.',
    ratings: [
      [
        'p-retrain-under-control',
        'change-control-pccp',
        2,
        'Knew that approval is needed and that test slides stay sequestered. Could not say what makes it a new submission; named "a big improvement".',
      ],
      [
        'p-retrain-under-control',
        'retraining-pipelines',
        3,
        'Trigger, gate, protected test data, approval before deployment. Effectiveness check after a prompt.',
      ],
      [
        'p-retrain-under-control',
        'model-evaluation',
        3,
        'Acceptance criteria set before retraining, per scanner. Would re-use the test set "a few times" and withdrew that when asked how many.',
      ],
      [
        'p-hazards',
        'risk-management',
        3,
        'Three causes traced to harm, one of them over-trust in triage order. Preferred design controls; verification for two of three.',
      ],
      [
        'p-hazards',
        'post-market-surveillance',
        3,
        'Would feed complaints and drift back to the hazard, monthly. Knew that reportability is judged by us, not by engineering.',
      ],
      [
        'p-class-c',
        'medical-software-lifecycle',
        3,
        'Detailed design and unit verification for class C, SOUP entry for PyTorch with anomaly list. One row of a matrix drawn correctly.',
      ],
      [
        'p-class-c',
        'quality-systems',
        3,
        'Has raised deviations and sat in design reviews; described one that went against her and what she changed.',
      ],
      [
        'p-class-c',
        'security-engineering',
        3,
        'Bill of materials per image, update rationale recorded. Sensible, from daily work.',
      ],
    ],
  },
];
