/** Why this file exists: names that evidence speaks of, and what sets single profiles apart from what the job role asks. */

export const NAMES = {
  release: ['LumaRead Node 2.1', 'LumaRead Node 2.2', 'LumaRead Node 2.3', 'LumaRead Margin 0.9'],
  site: ['Northfield General', 'Sankt Lukas', 'Kilmore Clinic', 'Bayview Oncology', 'Trois-Ponts'],
  screen: ['Aster 12', 'Aster 14', 'Aster 15'],
} as const;

/** Verified level by skill, over what the job role and the shape give; `null`: nobody has verified one. */
export type ProfileChanges = Readonly<Record<string, 1 | 2 | 3 | 4 | 5 | null>>;

export const PROFILE_CHANGES: Readonly<Record<string, ProfileChanges>> = {
  // A strong researcher with first steps in engineering: what her bridge starts from.
  lucia: {
    'data-sourcing': 3,
    'statistical-inference': 4,
    'ml-modelling': 4,
    'deep-learning': 3,
    'model-evaluation': 4,
    'experiment-tracking': 3,
    'computational-reproducibility': 3,
    'research-code-refactoring': 2,
    'production-python': 2,
    'version-control-review': 2,
    'data-versioning': 2,
    'data-pipelines': 1,
    'data-validation': 1,
    'ml-testing': 1,
    containers: 1,
    'model-packaging-registry': 1,
    'quality-systems': 1,
    'data-integrity': 2,
    'privacy-protection': 2,
    'problem-framing': 3,
    'cross-functional-collaboration': 3,
    'drift-monitoring': null,
    'incident-response': null,
  },
  // The only two who hold these at level 4: single points of failure that the matrix should find.
  tomasz: {
    'retraining-pipelines': 4,
    'release-strategies': 4,
    'incident-response': 4,
    'drift-monitoring': 4,
    'production-python': 4,
    'ml-testing': 4,
  },
  kwame: {
    'system-design': 4,
    'production-python': 4,
    'data-pipelines': 4,
    'drift-monitoring': 4,
    containers: 4,
    mentoring: 4,
    'model-packaging-registry': 4,
  },
  oluwaseun: {
    'production-python': 3,
    'drift-monitoring': 3,
    'data-pipelines': 3,
    'ml-testing': 2,
    'incident-response': 2,
    'ci-cd': 2,
    'release-strategies': 2,
  },
  mateus: {
    'production-python': 2,
    'version-control-review': 3,
    'ml-testing': 2,
    containers: 2,
    'data-pipelines': 2,
    'statistical-inference': 3,
    'ml-modelling': 3,
  },
  'chen-wei': {
    'production-python': 2,
    'version-control-review': 2,
    'workflow-orchestration': 2,
    'batch-inference': 1,
  },
  freya: {
    'statistical-inference': 3,
    'study-design': 2,
    'model-evaluation': 2,
    'subgroup-bias': 1,
    'computational-reproducibility': 2,
  },
  kaito: {
    'production-python': 3,
    'ml-testing': 2,
    'data-pipelines': 2,
    'model-packaging-registry': 2,
    'drift-monitoring': 2,
    'statistical-inference': 4,
  },
  beatriz: { 'medical-software-lifecycle': 4, 'risk-management': 4, 'change-control-pccp': 4, 'quality-systems': 4 },
  giulia: { 'quality-systems': 5, 'regulatory-evidence': 4, 'post-market-surveillance': 3 },
  thandiwe: { 'lab-workflow': null, 'clinical-workflow': 3, 'clinical-evidence': 2 },
};

/** People whose profile was reviewed in spring only: their growth plans began before autumn, and start from what was known then. */
export const REVIEWED_IN_SPRING: ReadonlySet<string> = new Set(['lucia', 'oluwaseun', 'freya']);
