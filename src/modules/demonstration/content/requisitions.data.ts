/** Why this file exists: three openings of the demonstration, with the plan of whom asks what. */

export interface DemoSitting {
  readonly key: string;
  readonly stage: string;
  readonly title: string;
  readonly raters: readonly string[];
  readonly observers?: readonly string[];
  readonly items: readonly (readonly [item: string, ...skills: string[]])[];
}

export interface DemoRequisition {
  readonly key: string;
  readonly title: string;
  readonly jobRole: string;
  readonly overlays: readonly string[];
  readonly openings: number;
  readonly manager: string;
  readonly initiative: string | null;
  readonly location: string;
  readonly createdDay: number;
  readonly openedDay: number;
  readonly postedDay: number | null;
  /** `null`: nobody has planned the interviews yet. */
  readonly plan: { readonly kit: string; readonly day: number; readonly sittings: readonly DemoSitting[] } | null;
}

export const REQUISITIONS: readonly DemoRequisition[] = [
  {
    key: 'senior-mle',
    title: 'Senior Machine Learning Engineer, LumaRead',
    jobRole: 'mle-3',
    overlays: ['medtech-samd'],
    openings: 2,
    manager: 'marta',
    initiative: 'LumaRead Node at twenty hospitals',
    location: 'Gothenburg or remote within two hours',
    createdDay: -90,
    openedDay: -88,
    postedDay: null,
    plan: {
      kit: 'kit-production',
      day: -82,
      sittings: [
        {
          key: 'depth',
          stage: 'technical-depth',
          title: 'Technical depth: review, skew, rebuild, gate',
          raters: ['tomasz'],
          items: [
            ['p-review-mr', 'version-control-review', 'production-python', 'ml-testing'],
            ['p-skew-hunt', 'data-validation', 'drift-monitoring', 'model-evaluation'],
            ['p-rebuild', 'computational-reproducibility', 'model-packaging-registry', 'data-integrity'],
            ['p-enough-stats', 'release-strategies', 'subgroup-bias'],
          ],
        },
        {
          key: 'design',
          stage: 'system-design',
          title: 'System design: triage at twenty hospitals, then a delivery path',
          raters: ['kwame'],
          items: [
            [
              'p-design-imaging',
              'system-design',
              'online-serving',
              'release-strategies',
              'observability-slo',
              'security-engineering',
            ],
            ['p-design-delivery', 'ci-cd', 'cloud-infrastructure'],
          ],
        },
        {
          key: 'regulated',
          stage: 'regulated-delivery',
          title: 'Regulated delivery: change, harm, class',
          raters: ['beatriz'],
          items: [
            ['p-retrain-under-control', 'change-control-pccp', 'retraining-pipelines', 'model-evaluation'],
            ['p-hazards', 'risk-management', 'post-market-surveillance'],
            ['p-class-c', 'medical-software-lifecycle', 'quality-systems', 'security-engineering'],
          ],
        },
      ],
    },
  },
  {
    key: 'bridge',
    title: 'From data science to ML engineering, LumaRead Margin',
    jobRole: 'bridge-ds-mle',
    overlays: ['medtech-samd'],
    openings: 1,
    manager: 'marta',
    initiative: 'LumaRead Margin, from pilot to product',
    location: 'Gothenburg',
    createdDay: -41,
    openedDay: -40,
    postedDay: -39,
    plan: {
      kit: 'kit-hybrid',
      day: -25,
      sittings: [
        {
          key: 'depth',
          stage: 'technical-depth',
          title: 'Two-sided bugs and data to stand behind',
          raters: ['aisha'],
          items: [
            ['h-two-sided-bug', 'model-evaluation', 'feature-management', 'data-validation'],
            ['h-evidence-and-data', 'data-versioning', 'subgroup-bias'],
          ],
        },
        {
          key: 'sample',
          stage: 'work-sample',
          title: 'Paired refactor',
          raters: ['kwame', 'mei-ling'],
          items: [
            [
              'h-pair-refactor',
              'research-code-refactoring',
              'ml-testing',
              'production-python',
              'version-control-review',
              'computational-reproducibility',
            ],
          ],
        },
        {
          key: 'regulated',
          stage: 'regulated-delivery',
          title: 'See compliance coming',
          raters: ['beatriz'],
          items: [
            ['h-shadow-plan', 'release-strategies', 'drift-monitoring'],
            ['h-foresee-compliance', 'quality-systems', 'risk-management', 'data-integrity'],
          ],
        },
      ],
    },
  },
  {
    key: 'margins',
    title: 'Data Scientist, Research: invasive margins',
    jobRole: 'rds-2',
    overlays: ['medtech-samd'],
    openings: 1,
    manager: 'henrik',
    initiative: null,
    location: 'Gothenburg',
    createdDay: -20,
    openedDay: -19,
    postedDay: -19,
    plan: null,
  },
];
