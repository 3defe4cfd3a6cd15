/** Why this file exists: who works at the demonstration company: teams, reporting lines, job roles, and how each profile is shaped. */

export const COMPANY = { slug: 'demo', name: 'Helix Diagnostics' } as const;

export const TEAMS = {
  imaging: 'Imaging Research',
  discovery: 'Discovery Data Science',
  platform: 'ML Platform & Delivery',
  clinical: 'Clinical Applications',
  quality: 'Quality & Regulatory',
} as const;
export type TeamName = keyof typeof TEAMS;

/**
 * How verified levels lie around what the job role asks: STRONG mostly at or above, SOLID at, GROWING some a level below,
 * NEW known in a few skills only.
 */
export type ProfileShape = 'STRONG' | 'SOLID' | 'GROWING' | 'NEW';

export interface DemoPerson {
  readonly key: string;
  readonly name: string;
  /** `null` for the leadership, which is on no team. */
  readonly team: TeamName | null;
  /** Key of the manager; `null` at the top. */
  readonly manager: string | null;
  /** Key of a job role of the library; `null` for a job that nobody has defined here. */
  readonly jobRole: string | null;
  readonly shape: ProfileShape;
  /** Share of a full week; 1 when absent. */
  readonly availability?: number;
  readonly mentorCapacity?: number;
  readonly startedOn: string;
}

const row = (
  key: string,
  name: string,
  [team, manager]: readonly [TeamName | null, string | null],
  [jobRole, shape]: readonly [string | null, ProfileShape],
  startedOn: string,
  more: Pick<DemoPerson, 'availability' | 'mentorCapacity'> = {},
): DemoPerson => ({ key, name, team, manager, jobRole, shape, startedOn, ...more });

/** Managers stand before their reports. */
export const PEOPLE: readonly DemoPerson[] = [
  row('ingrid', 'Ingrid Vogel', [null, null], [null, 'SOLID'], '2019-03-01'),

  row('henrik', 'Henrik Sørensen', ['imaging', 'ingrid'], ['rds-4', 'STRONG'], '2019-06-03', { mentorCapacity: 1 }),
  row('lucia', 'Lucía Fernández', ['imaging', 'henrik'], ['rds-3', 'SOLID'], '2021-02-01'),
  row('mateus', 'Mateus Oliveira', ['imaging', 'henrik'], ['rds-2', 'SOLID'], '2023-04-17'),
  row('hye-jin', 'Park Hye-jin', ['imaging', 'henrik'], ['rds-3', 'STRONG'], '2020-09-14', { mentorCapacity: 2 }),
  row('oksana', 'Oksana Kovalenko', ['imaging', 'henrik'], ['rds-2', 'SOLID'], '2022-11-02'),
  row('arjun', 'Arjun Deshpande', ['imaging', 'henrik'], ['rds-1', 'NEW'], '2026-06-01'),
  row('freya', 'Freya Lindgren', ['imaging', 'henrik'], ['rds-2', 'GROWING'], '2022-05-09'),
  row('farid', 'Farid Haddad', ['imaging', 'henrik'], ['applied-ml-scientist', 'SOLID'], '2021-08-23', {
    mentorCapacity: 1,
  }),
  row('noor', 'Noor van Dijk', ['imaging', 'henrik'], ['rds-1', 'GROWING'], '2024-09-02', { availability: 0.8 }),

  row('ravi', 'Ravi Menon', ['discovery', 'ingrid'], ['rds-5', 'SOLID'], '2019-05-20', { mentorCapacity: 1 }),
  row('aisha', 'Aisha Rahman', ['discovery', 'ravi'], ['rds-4', 'SOLID'], '2020-01-13', { mentorCapacity: 2 }),
  row('chen-wei', 'Chen Wei', ['discovery', 'ravi'], ['rds-2', 'SOLID'], '2023-01-09'),
  row('sofia', 'Sofía Morales', ['discovery', 'ravi'], ['rds-3', 'SOLID'], '2021-10-04', { mentorCapacity: 1 }),
  row('bogdan', 'Bogdan Ionescu', ['discovery', 'ravi'], ['rds-1', 'SOLID'], '2025-02-03'),
  row('wanjiru', 'Wanjiru Kamau', ['discovery', 'ravi'], ['rds-2', 'STRONG'], '2022-03-21'),
  row('emil', 'Emil Nowak', ['discovery', 'ravi'], ['applied-ml-scientist', 'GROWING'], '2022-08-15'),
  row('grace', 'Grace Adeleke', ['discovery', 'ravi'], ['rds-3', 'GROWING'], '2023-07-03', { availability: 0.6 }),

  row('marta', 'Marta Lindqvist', ['platform', 'ingrid'], ['mle-5', 'SOLID'], '2019-09-02', { mentorCapacity: 1 }),
  row('tomasz', 'Tomasz Zieliński', ['platform', 'marta'], ['mle-4', 'STRONG'], '2020-02-17', { mentorCapacity: 2 }),
  row('kwame', 'Kwame Mensah', ['platform', 'marta'], ['mle-4', 'SOLID'], '2020-06-08', { mentorCapacity: 3 }),
  row('oluwaseun', 'Oluwaseun Adeyemi', ['platform', 'marta'], ['mle-2', 'STRONG'], '2022-10-10'),
  row('mei-ling', 'Huang Mei-Ling', ['platform', 'marta'], ['mle-3', 'SOLID'], '2021-04-06', { mentorCapacity: 1 }),
  row('diego', 'Diego Castillo', ['platform', 'marta'], ['mle-3', 'GROWING'], '2022-01-24'),
  row('anya', 'Anya Volkova', ['platform', 'marta'], ['mle-2', 'SOLID'], '2023-09-18'),
  row('liam', 'Liam O’Connor', ['platform', 'marta'], ['mle-1', 'NEW'], '2026-04-07'),
  row('fatima', 'Fatima Zahra El Idrissi', ['platform', 'marta'], ['mle-2', 'GROWING'], '2024-01-15', {
    availability: 0.8,
  }),
  row('kaito', 'Kaito Nakamura', ['platform', 'marta'], ['bridge-ds-mle', 'SOLID'], '2022-04-11'),

  row('hannah', 'Hannah Goldberg', ['clinical', 'ingrid'], ['applied-ml-scientist', 'STRONG'], '2020-03-02', {
    mentorCapacity: 2,
  }),
  row('yusuf', 'Yusuf Demir', ['clinical', 'hannah'], ['applied-ml-scientist', 'SOLID'], '2021-11-08'),
  row('camille', 'Camille Laurent', ['clinical', 'hannah'], ['mle-2', 'SOLID'], '2023-02-20'),
  row('thandiwe', 'Thandiwe Dlamini', ['clinical', 'hannah'], ['rds-2', 'SOLID'], '2023-06-05'),
  row('rohan', 'Rohan Kapoor', ['clinical', 'hannah'], ['mle-1', 'GROWING'], '2025-05-12'),
  row('ines', 'Inês Carvalho', ['clinical', 'hannah'], ['rds-3', 'SOLID'], '2021-05-17', { mentorCapacity: 1 }),
  row('pekka', 'Pekka Virtanen', ['clinical', 'hannah'], ['mle-3', 'STRONG'], '2020-11-30', {
    availability: 0.5,
    mentorCapacity: 1,
  }),

  row('giulia', 'Giulia Romano', ['quality', 'ingrid'], [null, 'STRONG'], '2019-11-04'),
  row('beatriz', 'Beatriz Nogueira', ['quality', 'giulia'], [null, 'STRONG'], '2021-01-11', { mentorCapacity: 2 }),
  row('samir', 'Samir Patel', ['quality', 'giulia'], [null, 'SOLID'], '2022-02-28'),
  row('lena', 'Lena Fischer', ['quality', 'giulia'], [null, 'SOLID'], '2023-03-13', { availability: 0.75 }),
  row('tadhg', 'Tadhg Brennan', ['quality', 'giulia'], [null, 'NEW'], '2026-02-02'),
];

/** Job of the people of quality, in skills, since the library defines no job role for them. */
export const QUALITY_WORK: readonly (readonly [skill: string, level: number])[] = [
  ['quality-systems', 3],
  ['medical-software-lifecycle', 3],
  ['risk-management', 3],
  ['system-validation', 3],
  ['data-integrity', 3],
  ['change-control-pccp', 3],
  ['regulatory-evidence', 2],
  ['ai-governance-docs', 2],
  ['post-market-surveillance', 2],
  ['cross-functional-collaboration', 3],
];
