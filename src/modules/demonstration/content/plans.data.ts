/** Why this file exists: growth plans of the demonstration: one on the bridge, one to the next rung, one that stalls, one that warns, one of a hire. */

export interface DemoPlan {
  readonly key: string;
  readonly person: string;
  /** Who makes and changes the plan: the person or the manager. */
  readonly by: string;
  readonly target: string;
  readonly overlays: readonly string[];
  readonly createdDay: number;
  readonly startOnDay: number;
  readonly protectedHoursPerWeek: number;
  readonly deployment?: { readonly day: number; readonly name: string };
  readonly mentor?: { readonly key: string; readonly namedDay: number; readonly agreedDay: number | null };
  /** `null`: still a draft. */
  readonly startedDay: number | null;
}

export const BRIDGE_PLAN = 'lucia';

export const PLANS: readonly DemoPlan[] = [
  {
    key: 'freya',
    person: 'freya',
    by: 'freya',
    target: 'rds-3',
    overlays: [],
    createdDay: -145,
    startOnDay: -140,
    protectedHoursPerWeek: 8,
    mentor: { key: 'hye-jin', namedDay: -145, agreedDay: -144 },
    startedDay: -140,
  },
  {
    key: 'oluwaseun',
    person: 'oluwaseun',
    by: 'marta',
    target: 'mle-3',
    overlays: [],
    createdDay: -88,
    startOnDay: -84,
    protectedHoursPerWeek: 8,
    mentor: { key: 'tomasz', namedDay: -88, agreedDay: -87 },
    startedDay: -84,
  },
  {
    key: BRIDGE_PLAN,
    person: 'lucia',
    by: 'henrik',
    target: 'mle-2',
    overlays: [],
    createdDay: -70,
    startOnDay: -63,
    protectedHoursPerWeek: 20,
    deployment: { day: 44, name: 'LumaRead Node 2.4, shadow release at Kilmore Clinic' },
    mentor: { key: 'kwame', namedDay: -70, agreedDay: -68 },
    startedDay: -63,
  },
  {
    key: 'mateus',
    person: 'mateus',
    by: 'mateus',
    target: 'bridge-ds-mle',
    overlays: [],
    createdDay: -20,
    startOnDay: 28,
    protectedHoursPerWeek: 20,
    mentor: { key: 'kwame', namedDay: -19, agreedDay: null },
    startedDay: null,
  },
  {
    key: 'elif',
    person: 'elif',
    by: 'marta',
    target: 'mle-3',
    overlays: ['medtech-samd'],
    createdDay: -14,
    startOnDay: -14,
    protectedHoursPerWeek: 8,
    mentor: { key: 'tomasz', namedDay: -14, agreedDay: -13 },
    startedDay: -12,
  },
  {
    key: 'chen-wei',
    person: 'chen-wei',
    by: 'chen-wei',
    target: 'mle-2',
    overlays: [],
    createdDay: -12,
    startOnDay: 14,
    protectedHoursPerWeek: 6,
    startedDay: null,
  },
];
