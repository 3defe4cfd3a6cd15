/** Why this file exists: evidence for skills of data engineering, modelling and experiments, as this company would have it. */
import type { EvidenceBySkill } from './evidence.js';

export const DATA_AND_MODEL_EVIDENCE: EvidenceBySkill = {
  'data-sourcing': {
    seen: [
      'Turned down the {site} archive in writing: all positives came from one scanner',
      'Asked for the rights before the pixels, and got both in one letter',
    ],
    made: [
      ['dataset-sheet', 'Dataset sheet of the {site} slide set: consent scope, inclusion rules, known gaps'],
      ['design-document', 'Acquisition plan for under-represented stains, with costs per site'],
      ['merged-change', 'Source profile report that runs on each new delivery'],
    ],
  },
  'data-pipelines': {
    seen: [
      'Backfilled three weeks of {site} deliveries without a duplicate and showed the counts',
      'Turned a nightly script into a job that can be run twice with the same result',
    ],
    made: [
      ['design-document', 'Slide intake, version 2: restartable ingestion from four scanner vendors'],
      ['pipeline-run', 'Night run that resumed after the PACS outage at {site}'],
      ['postmortem', 'Review of the double delivery at {site}: why counts agreed and rows did not'],
    ],
  },
  'data-validation': {
    seen: [
      'Agreed with {site} what an empty magnification tag means, and made it a check',
      'Moved the checks in front of the training job after the third bad delivery',
    ],
    made: [
      ['test-report', 'Manifest contract tests for {release}, with the unit mix-up they caught'],
      ['dataset-sheet', 'Data contract with {site}: units, vocabularies, notice of change'],
      ['postmortem', 'Quarantine that let 40 slides pass: cause and the check added'],
    ],
  },
  'data-versioning': {
    seen: [
      'Rebuilt the tuning split of {release} by hash when the auditor asked, in one morning',
      'Cites data version and hash in every result, also in chat',
    ],
    made: [
      ['merged-change', 'Snapshot hook: each training run names data and label version'],
      ['design-document', 'Lineage that answers which models saw a withdrawn patient'],
      ['reproduction-report', 'Train, tune and test sets of {release} rebuilt with patient separation shown'],
    ],
  },
  'biomedical-data-standards': {
    seen: ['Explained to two vendors which DICOM tags the intake reads and which it must not trust'],
    made: [
      ['merged-change', 'Reader for the whole-slide DICOM dialect of {site}'],
      ['design-document', 'Mapping from report text to structured findings, with what is lost'],
      ['test-report', 'Round-trip tests of slide metadata over four vendors'],
    ],
  },
  'feature-management': {
    seen: ['Found that tile statistics were computed twice, and differently, in training and in scoring'],
    made: [
      ['merged-change', 'One code path for tile statistics in training and in service'],
      ['test-report', 'Parity report on logged inputs of {release}, differences explained'],
    ],
  },
  'labelling-ground-truth': {
    seen: ['Stopped a labelling round when agreement fell after the guide changed'],
    made: [
      ['study-protocol', 'Reader protocol for margins: qualification, blinding, adjudication'],
      ['statistical-report', 'Agreement of six readers and what it does to the metric ceiling'],
      ['dataset-sheet', 'Label sheet of the {site} set, adjudication state per slide'],
    ],
  },
  'statistical-inference': {
    seen: [
      'Withdrew a subgroup claim after re-running it with patients, not slides, as the unit',
      'Said “we cannot know this from 60 patients” in the steering group, with the interval on the slide',
    ],
    made: [
      ['statistical-report', 'Clustered analysis of sensitivity by site for {release}'],
      ['study-protocol', 'Sample size and stopping rule of the silent trial at {site}'],
      ['publication', 'Poster: intervals that respect patients with many slides'],
    ],
  },
  'ml-modelling': {
    seen: [
      'Kept the smaller model when the gain of the large one lay within the noise',
      'Found the shortcut: the model had learned the pen marks of one laboratory',
    ],
    made: [
      ['experiment-log', 'Model series for {release}: 34 runs, budget and dead ends kept'],
      ['model-card', 'Model card of {release}: shortcuts looked for, limits stated'],
      ['publication', 'Workshop paper on stain-robust objectives, own part: the ablations'],
    ],
  },
  'deep-learning': {
    seen: [
      'Traced a flat loss to the order of tiles within a slide and showed it in a plot',
      'Adapted the augmentation to the new stain and showed what each part did',
    ],
    made: [
      ['experiment-log', 'Augmentation series across four scanners, re-run by a colleague'],
      ['merged-change', 'Training recipe for weak slide labels, with restart from checkpoint'],
      ['publication', 'Paper on multiple-instance training for rare findings'],
    ],
  },
  'foundation-models': {
    seen: ['Asked for the licence and the pretraining sources before anybody quoted the benchmark'],
    made: [
      ['experiment-log', 'Frozen encoder against own network on held-out sites'],
      ['design-document', 'Where pretrained encoders may be used in {release}, and where not'],
    ],
  },
  'model-evaluation': {
    seen: [
      'Blocked a release note that quoted a metric tuned on the test slides',
      'Split by patient and site without being asked, and reported calibration',
    ],
    made: [
      ['statistical-report', 'External validation of {release} at {site}, with the drop explained'],
      ['study-protocol', 'Acceptance criteria of {release}, agreed before unblinding'],
      ['model-card', 'Calibration and discrimination by scanner for {release}'],
    ],
  },
  'subgroup-bias': {
    seen: [
      'Showed that the gap in older women came from the reference label, not the model',
      'Put the small groups in the table as “too few to judge” instead of leaving them out',
    ],
    made: [
      ['statistical-report', 'Sensitivity by age, stain and site, groups too small named'],
      ['model-card', 'Subgroup section of the card of {release}'],
      ['design-document', 'Enrolment targets by subgroup for the next reader study'],
    ],
  },
  'interpretability-uncertainty': {
    seen: ['Removed a heat map from the viewer after its stability test failed'],
    made: [
      ['merged-change', 'Refer-to-reader path with a measured trade-off'],
      ['statistical-report', 'Faithfulness of tile attributions over three seeds'],
      ['design-document', 'What the pathologist is shown about certainty, and what not'],
    ],
  },
  'study-design': {
    seen: [
      'Moved the controls off the edge wells before {screen}, not after',
      'Asked for the comparator first, then for the microscope',
    ],
    made: [
      ['study-protocol', 'Layout, power and stop rule of {screen}'],
      ['study-protocol', 'Crossed reader study of {release}: washout and order'],
      ['statistical-report', 'Retrospective power of {screen}, with what we would change'],
    ],
  },
  'experiment-tracking': {
    seen: [
      'Gave a colleague a run name; the number came out again the same afternoon',
      'Logs the failed ideas too; two colleagues saved a week by it',
    ],
    made: [
      ['experiment-log', 'Runs of {screen} with seeds, environment and failed ideas'],
      ['merged-change', 'Run template: no figure without its run name'],
      ['design-document', 'Conventions that let runs count as design history'],
    ],
  },
  'computational-reproducibility': {
    seen: [
      'Handed over training as one command; the platform team ran it without a question',
      'Re-ran a colleague’s figure from a clean checkout before quoting it',
    ],
    made: [
      ['reproduction-report', 'Released weights of {release} rebuilt within tolerance on other hardware'],
      ['merged-change', 'Locked environment and seed report for the screening analyses'],
      ['design-document', 'Archive and tolerance rules for released models'],
    ],
  },
  'research-code-refactoring': {
    seen: [
      'Put the stain notebook behind characterisation tests before changing a line',
      'Removed the hidden paths from the tile notebook and left the scientist able to go on',
    ],
    made: [
      ['merged-change', 'Stain normalisation as a package, outputs held to 1e-6'],
      ['code-review-record', 'Reviews of the tissue detector hand-over: hidden state removed'],
      ['design-document', 'Hand-over standard between research and platform'],
    ],
  },
  'scientific-communication': {
    seen: [
      'Answered the partner’s hardest question on {screen} with a plot and a caveat',
      'Wrote the limits first and kept them through three rounds of comments',
    ],
    made: [
      ['publication', 'Abstract on whole-slide triage, reported by TRIPOD+AI'],
      ['talk', 'Methods seminar: what an AUC of 0.97 hid'],
      ['statistical-report', 'Internal report on {screen}: methods, limits, next decision'],
    ],
  },
};
