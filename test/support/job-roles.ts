/** Why this file exists: job roles for the tests of other modules, made through the API as an editor would. */
import type { Client, TestOrganisation } from './app.js';

export interface GivenJobRole {
  readonly jobRoleId: string;
  readonly jobRoleVersionId: string;
  readonly version: number;
}
const GIVEN = 'jobRoleVersion { id version jobRole { id } }';
interface Shown {
  readonly jobRoleVersion: { readonly id: string; readonly version: number; readonly jobRole: { readonly id: string } };
}
const given = ({ jobRoleVersion: { id, version, jobRole } }: Shown): GivenJobRole => ({
  jobRoleId: jobRole.id,
  jobRoleVersionId: id,
  version,
});

/** The current version of a job role of the library, such as `mle-3`. */
export async function libraryJobRole(client: Client, key: string): Promise<GivenJobRole> {
  const data = await client.ask('{ ladders { rungs { key currentVersion { id version jobRole { id } } } } }');
  const rungs = data.ladders.flatMap((one: { rungs: unknown[] }) => one.rungs) as {
    key: string;
    currentVersion: Shown['jobRoleVersion'] | null;
  }[];
  const found = rungs.find((one) => one.key === key)?.currentVersion;
  if (found === null || found === undefined) throw new Error(`no published job role ${key}`);
  return given({ jobRoleVersion: found });
}

export interface RequirementInput {
  readonly skillKey: string;
  readonly level: number;
  readonly weight?: number;
  readonly isMustHave?: boolean;
  readonly minEvidenceClass?: number;
  readonly stages?: readonly string[];
}

export const requirementInput = (
  one: RequirementInput,
): Required<Omit<RequirementInput, 'minEvidenceClass'>> & RequirementInput => ({
  weight: 3,
  isMustHave: false,
  stages: [],
  ...one,
});

let serial = 0;
interface JobRoleWish {
  readonly key?: string;
  readonly title?: string;
  readonly track?: 'RESEARCH' | 'PRODUCTION' | 'HYBRID';
  readonly rung?: number;
  readonly ladderKey?: string;
  readonly requirements?: readonly RequirementInput[];
  /** Who makes it; the administrator when absent. */
  readonly by?: Client;
  /** True leaves it a draft. */
  readonly draft?: boolean;
}

/** A job role of one's own, published unless a draft is wished for; asks for `ci-cd` at level 2 when nothing else is said. */
export async function giveJobRole(organisation: TestOrganisation, wish: JobRoleWish = {}): Promise<GivenJobRole> {
  const { by = organisation.admin, draft = false, requirements = [{ skillKey: 'ci-cd', level: 2 }], ladderKey } = wish;
  const key = wish.key ?? `job-${++serial}`;
  const { title = `Job ${key}`, track = 'PRODUCTION', rung = 2 } = wish;
  const input = { key, title, track, rung, mission: 'Does what the tests need.', ladderKey: ladderKey ?? null };
  const made = given(await by.run('createJobRole', input, GIVEN));
  const { jobRoleVersionId } = made;
  const list = requirements.map(requirementInput);
  const set = given(
    await by.run('setRequirements', { jobRoleVersionId, version: made.version, requirements: list }, GIVEN),
  );
  if (draft) return set;
  return given(await by.run('publishJobRoleVersion', { jobRoleVersionId, version: set.version }, GIVEN));
}
