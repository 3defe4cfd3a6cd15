/** Why this file exists: every page of the web app with somebody who uses it; the walks over all pages and the screenshots share the list. */
import type { Page } from '@playwright/test';
import { ask } from './session.ts';

export interface ListedPage {
  /** File name of its screenshot. */
  readonly name: string;
  /** A part of the name of a person of the demonstration organisation; `null` for a page without sign-in. */
  readonly person: string | null;
  /** The address, asked with the person's own session. */
  readonly path: (page: Page) => string | Promise<string>;
}

type Nodes = { nodes: { id: string; title?: string }[] };
type Answer = Record<string, Nodes & Record<string, string>>;

const query = async (page: Page, text: string): Promise<Answer> => await ask(page, text);
const first = (nodes: readonly { id: string; title?: string }[] | undefined, title = ''): string => {
  const found = nodes?.find((n) => (n.title ?? '').includes(title));
  if (found === undefined) throw new Error(`The demonstration has nothing called "${title}".`);
  return found.id;
};
const requisition = async (page: Page, title: string): Promise<string> =>
  first((await query(page, '{ requisitions(first: 50) { nodes { id title } } }'))['requisitions']?.nodes, title);
const dueInterview = async (page: Page): Promise<string> =>
  first((await query(page, '{ myInterviews(isDue: true, first: 5) { nodes { id } } }'))['myInterviews']?.nodes);
const jobRole = async (page: Page, title: string): Promise<{ id: string; version: string }> => {
  const { jobRoles } = (await ask(
    page,
    '{ jobRoles(first: 100) { nodes { id currentVersion { id title } } } }',
  )) as unknown as {
    jobRoles: { nodes: { id: string; currentVersion: { id: string; title: string } | null }[] };
  };
  const found = jobRoles.nodes.find((r) => r.currentVersion?.title === title);
  if (found?.currentVersion == null) throw new Error(`There is no job role "${title}".`);
  return { id: found.id, version: found.currentVersion.id };
};
const me = async (page: Page): Promise<string> => {
  const { myPerson } = await query(page, '{ myPerson { id } }');
  return myPerson?.['id'] ?? '';
};

const LUMAREAD = 'Senior Machine Learning Engineer, LumaRead';

export const PAGES: readonly ListedPage[] = [
  { name: 'sign-in', person: null, path: () => '/' },
  { name: 'home-hiring-manager', person: 'Marta', path: () => '/' },
  { name: 'home-employee', person: 'Lucía', path: () => '/' },
  { name: 'interviews', person: 'Tomasz', path: () => '/interviews' },
  { name: 'interview-kit', person: 'Tomasz', path: async (p) => `/interviews/${await dueInterview(p)}` },
  { name: 'scorecard', person: 'Tomasz', path: async (p) => `/interviews/${await dueInterview(p)}/scorecard` },
  {
    name: 'application',
    person: 'Marta',
    path: async (p) => {
      const id = await requisition(p, LUMAREAD);
      const { applications } = await query(
        p,
        `{ applications(requisitionId: "${id}", stage: DEBRIEF, first: 5) { nodes { id } } }`,
      );
      return `/applications/${first(applications?.nodes)}`;
    },
  },
  { name: 'job-roles', person: 'Marta', path: () => '/job-roles' },
  { name: 'job-role-ladders', person: 'Marta', path: () => '/job-roles?view=ladders' },
  {
    name: 'job-role',
    person: 'Marta',
    path: async (p) => `/job-roles/${(await jobRole(p, 'Senior Machine Learning Engineer')).id}`,
  },
  { name: 'job-role-new', person: 'Marta', path: () => '/job-roles/new' },
  {
    name: 'job-role-compare',
    person: 'Marta',
    path: async (p) =>
      `/job-roles/compare?left=${(await jobRole(p, 'Data Scientist, Research')).version}&right=${(await jobRole(p, 'Machine Learning Engineer')).version}`,
  },
  {
    name: 'job-role-bridge',
    person: 'Marta',
    path: async (p) =>
      `/job-roles/bridge?from=${(await jobRole(p, 'Senior Data Scientist, Research')).version}&to=${(await jobRole(p, 'Senior Machine Learning Engineer')).version}`,
  },
  { name: 'requisitions', person: 'Marta', path: () => '/requisitions' },
  { name: 'requisition-new', person: 'Marta', path: () => '/requisitions/new' },
  { name: 'requisition', person: 'Marta', path: async (p) => `/requisitions/${await requisition(p, LUMAREAD)}` },
  {
    name: 'compare-candidates',
    person: 'Marta',
    path: async (p) => `/requisitions/${await requisition(p, LUMAREAD)}/compare`,
  },
  { name: 'skills', person: 'Lucía', path: () => '/skills' },
  { name: 'standing', person: 'Lucía', path: () => '/standing' },
  { name: 'growth', person: 'Lucía', path: () => '/growth' },
  { name: 'growth-new', person: 'Lucía', path: () => '/growth/new' },
  {
    name: 'growth-plan',
    person: 'Lucía',
    path: async (p) =>
      `/growth/${first((await query(p, '{ myGrowthPlans(first: 5) { nodes { id } } }'))['myGrowthPlans']?.nodes)}`,
  },
  { name: 'mentoring', person: 'Kwame', path: () => '/mentoring' },
  { name: 'team', person: 'Henrik', path: () => '/team' },
  { name: 'reviews', person: 'Henrik', path: () => '/reviews' },
  { name: 'matrix', person: 'Ingrid', path: () => '/matrix' },
  { name: 'matrix-gap', person: 'Ingrid', path: () => '/matrix?view=gap' },
  { name: 'matrix-coverage', person: 'Ingrid', path: () => '/matrix?tab=coverage' },
  { name: 'people', person: 'Daniel', path: () => '/people' },
  { name: 'members', person: 'Daniel', path: () => '/people?view=members' },
  { name: 'approvals', person: 'Daniel', path: () => '/people?view=approvals' },
  { name: 'provisioning', person: 'Daniel', path: () => '/people?view=provisioning' },
  { name: 'sign-on', person: 'Daniel', path: () => '/sign-on' },
  { name: 'person', person: 'Henrik', path: async (p) => `/people/${await me(p)}` },
  { name: 'account', person: 'Daniel', path: () => '/account' },
  { name: 'library', person: 'Daniel', path: () => '/library' },
  { name: 'library-skill', person: 'Daniel', path: () => '/library/skills/drift-monitoring' },
  { name: 'audit', person: 'Margaret', path: () => '/audit' },
  { name: 'opened-contacts', person: 'Margaret', path: () => '/opened-contacts' },
  {
    name: 'who-can-see-application',
    person: 'Margaret',
    path: async (p) => {
      const id = await requisition(p, LUMAREAD);
      const { applications } = await query(p, `{ applications(requisitionId: "${id}", first: 5) { nodes { id } } }`);
      return `/who-can-see?kind=EVALUATION&id=${first(applications?.nodes)}`;
    },
  },
  { name: 'who-can-see-me', person: 'Lucía', path: async (p) => `/who-can-see?kind=PROFILE&id=${await me(p)}` },
];
