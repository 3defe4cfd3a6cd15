/** Why this file exists: job roles through the API: what is adopted, how clear it is, how it compares, and the way from one to another. */
import { startTestApp, type Client, type TestApp } from '../../support/app.js';
import { giveJobRole, libraryJobRole, requirementInput } from '../../support/job-roles.js';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(async () => {
  expect(app.faults).toEqual([]);
  await app.close();
});

interface Asked {
  readonly skillKey: string;
  readonly level: number;
  readonly weight: number;
  readonly isMustHave: boolean;
  readonly minEvidenceClass: number;
  readonly stages: readonly string[];
}
const ASKED = 'skillKey level weight isMustHave minEvidenceClass stages';

async function versionOf(client: Client, id: string, selection: string) {
  const data = await client.ask(`query($id: ID!) { jobRoleVersion(id: $id) { ${selection} } }`, { id });
  return data.jobRoleVersion;
}
const mustHaves = (list: readonly Asked[]) => list.filter((one) => one.isMustHave).length;

describe('the adopted library', () => {
  it('has two ladders of five rungs and the two hybrid job roles, all published in version 1', async () => {
    const { admin } = await app.organisation();
    const { ladders } = await admin.ask(
      '{ ladders { key track promise rungs { key rung ladder { key } currentVersion { number state title } } } }',
    );
    expect(ladders.map((one: { key: string }) => one.key)).toEqual([
      'ladder-research',
      'ladder-production',
      'ladder-hybrid',
    ]);
    const keys = ladders.map((one: { rungs: { key: string }[] }) => one.rungs.map((rung) => rung.key));
    expect(keys).toEqual([
      ['rds-1', 'rds-2', 'rds-3', 'rds-4', 'rds-5'],
      ['mle-1', 'mle-2', 'mle-3', 'mle-4', 'mle-5'],
      ['bridge-ds-mle', 'applied-ml-scientist'],
    ]);
    expect(ladders[1].rungs[2]).toMatchObject({
      ladder: { key: 'ladder-production' },
      currentVersion: { number: 1, state: 'PUBLISHED', title: 'Senior Machine Learning Engineer' },
    });
  });

  it('asks a senior machine-learning engineer for 20 must-haves instead of 15 under medical-device rules, each raise with its reason', async () => {
    const { admin } = await app.organisation();
    const { jobRoleVersionId } = await libraryJobRole(admin, 'mle-3');
    const version = await versionOf(
      admin,
      jobRoleVersionId,
      `requirements { ${ASKED} skill { name } }
       plain: effectiveRequirements { isMustHave reasons { why } }
       samd: effectiveRequirements(overlays: ["medtech-samd"]) { skillKey level baseLevel isMustHave reasons { overlayKey overlayName why fromLevel toLevel madeMustHave } }`,
    );
    expect(mustHaves(version.requirements)).toBe(15);
    expect(version.requirements).toHaveLength(39);
    expect(mustHaves(version.plain)).toBe(15);
    expect(version.plain.every((one: { reasons: unknown[] }) => one.reasons.length === 0)).toBe(true);
    expect(mustHaves(version.samd)).toBe(20);
    const raised = version.samd.find((one: Asked) => one.skillKey === 'change-control-pccp');
    expect(raised).toMatchObject({ baseLevel: 2, level: 3, isMustHave: true });
    expect(raised.reasons).toMatchObject([
      { overlayKey: 'medtech-samd', fromLevel: 2, toLevel: 3, madeMustHave: true },
    ]);
    expect(raised.reasons[0].why).not.toBe('');
  });

  it('refuses an overlay that the organisation does not have, and names it', async () => {
    const { admin } = await app.organisation();
    const { jobRoleVersionId: id } = await libraryJobRole(admin, 'mle-3');
    const query =
      'query($id: ID!) { jobRoleVersion(id: $id) { effectiveRequirements(overlays: ["medtech-samd", "moon-base"]) { level } } }';
    const answer = await admin.send(query, { id });
    expect(answer.errors[0]?.extensions).toMatchObject({ code: 'BAD_INPUT', fields: [{ field: 'overlays.1' }] });
  });

  it('lists the overlays and what each raises', async () => {
    const { admin } = await app.organisation();
    const { overlays } = await admin.ask(
      '{ overlays { key name appliesWhen regulatoryContext raises { skillKey tracks floor weight mustFrom why } } }',
    );
    expect(overlays.map((one: { key: string }) => one.key)).toEqual([
      'biotech-discovery',
      'gxp-operations',
      'medtech-samd',
      'techbio-platform',
    ]);
    for (const one of overlays) for (const raise of one.raises) expect(raise.floor).toHaveLength(5);
  });

  it('is clear: no job role of it has a finding, alone or under an overlay', async () => {
    const { admin } = await app.organisation();
    const { ladders } = await admin.ask(
      '{ ladders { rungs { key currentVersion { plain: clarityReview { rule } samd: clarityReview(overlays: ["medtech-samd"]) { rule } } } } }',
    );
    for (const ladder of ladders)
      for (const { currentVersion } of ladder.rungs) expect(currentVersion).toEqual({ plain: [], samd: [] });
  });
});

describe('the clarity review of a draft', () => {
  it('finds production duties under a research title and proposes a split', async () => {
    const organisation = await app.organisation();
    const author = await organisation.member(['HIRING_MANAGER']);
    const { jobRoleId } = await libraryJobRole(author, 'rds-2');
    const drafted = await author.run(
      'draftJobRoleVersion',
      { jobRoleId },
      `jobRoleVersion { id version number state requirements { ${ASKED} } }`,
    );
    const { id, version, requirements } = drafted.jobRoleVersion;
    expect(drafted.jobRoleVersion).toMatchObject({ number: 2, state: 'DRAFT', version: 1 });
    const duties = ['ci-cd', 'online-serving', 'incident-response'];
    const others = requirements.filter((one: Asked) => !duties.includes(one.skillKey));
    const asked = [...others, ...duties.map((skillKey) => requirementInput({ skillKey, level: 3 }))];
    await author.run('setRequirements', { jobRoleVersionId: id, version, requirements: asked });
    const { clarityReview } = await versionOf(
      author,
      id,
      'clarityReview { rule message suggestion skillKeys facts split { staysTitle staysSkillKeys movesSkillKeys movesTo { jobRoleKey jobRoleVersionId title rung } } }',
    );
    const { jobRoleVersionId: senior } = await libraryJobRole(author, 'mle-3');
    expect(clarityReview).toEqual([
      {
        rule: 'research-title-production-duties',
        message: 'This data scientist role asks for production ownership.',
        suggestion: 'Split it, or use an applied or production role with matching grade and on-call terms.',
        skillKeys: ['ci-cd', 'incident-response', 'online-serving'],
        facts: { type: 'COUNT_AT_LEVEL', minLevel: 3, minCount: 3, count: 3 },
        split: {
          staysTitle: 'Data Scientist, Research',
          staysSkillKeys: others.map((one: Asked) => one.skillKey).sort(),
          movesSkillKeys: ['ci-cd', 'incident-response', 'online-serving'],
          movesTo: {
            jobRoleKey: 'mle-3',
            jobRoleVersionId: senior,
            title: 'Senior Machine Learning Engineer',
            rung: 3,
          },
        },
      },
    ]);
  });

  it('tells apart what prerequisites imply and what only evidence can show', async () => {
    const organisation = await app.organisation();
    const requirements = [
      { skillKey: 'data-pipelines', level: 3, isMustHave: true, stages: ['screen'] },
      { skillKey: 'ci-cd', level: 3, isMustHave: true },
    ];
    const { jobRoleVersionId } = await giveJobRole(organisation, { requirements });
    const version = await versionOf(
      organisation.admin,
      jobRoleVersionId,
      'evidenceOnlyMustHaves { skillKey skill { name } } impliedRequirements { skillKey level namedLevel skill { name } }',
    );
    expect(version.evidenceOnlyMustHaves).toMatchObject([{ skillKey: 'ci-cd' }]);
    const { frameworkVersion } = await organisation.admin.ask(
      '{ frameworkVersion { skill(key: "data-pipelines") { prerequisites { skillKey minLevel fromLevel } } } }',
    );
    const direct = frameworkVersion.skill.prerequisites.filter((one: { fromLevel: number }) => one.fromLevel <= 3);
    expect(direct.length).toBeGreaterThan(0);
    for (const { skillKey, minLevel } of direct) {
      const implied = version.impliedRequirements.find((one: Asked) => one.skillKey === skillKey);
      expect(implied.level).toBeGreaterThanOrEqual(minLevel);
      expect(implied.skill.name).not.toBe('');
    }
  });
});

describe('comparing job roles', () => {
  it('shows what a researcher and an engineer share and what sets them apart', async () => {
    const { admin } = await app.organisation();
    const [left, right] = [await libraryJobRole(admin, 'rds-2'), await libraryJobRole(admin, 'mle-2')];
    const query = `query($left: ID!, $right: ID!) { compareJobRoles(left: $left, right: $right) {
      shared { skillKey leftLevel rightLevel difference isLeftMustHave isRightMustHave } onlyLeft { skillKey } onlyRight { skillKey level isMustHave }
      leftDemand { research production } rightDemand { research production } owns { shared onlyLeft onlyRight } doesNotOwn { shared } outcomesIn12Months { shared } overlapShare } }`;
    const { compareJobRoles: c } = await admin.ask(query, {
      left: left.jobRoleVersionId,
      right: right.jobRoleVersionId,
    });
    expect(c.shared.map((one: Asked) => one.skillKey)).toContain('production-python');
    expect(c.overlapShare).toBeLessThan(0.4);
    expect(c.leftDemand.research).toBeGreaterThan(c.rightDemand.research);
    expect(c.leftDemand.production).toBeLessThan(c.rightDemand.production);
    expect(c.owns.onlyRight).toEqual(['One service or pipeline in use, with support']);
    for (const one of c.shared) expect(one.difference).toBe(one.rightLevel - one.leftLevel);
  });

  it('is absent when one of the two is', async () => {
    const { admin } = await app.organisation();
    const { admin: stranger } = await app.organisation();
    const own = (await libraryJobRole(admin, 'rds-2')).jobRoleVersionId;
    const foreign = (await libraryJobRole(stranger, 'mle-2')).jobRoleVersionId;
    const query =
      'query($a: ID!, $b: ID!) { compareJobRoles(left: $a, right: $b) { overlapShare } bridge(from: $a, to: $b) { totalHours } jobRoleVersionDiff(from: $a, to: $b) { isEmpty } }';
    expect(await admin.ask(query, { a: own, b: foreign })).toEqual({
      compareJobRoles: null,
      bridge: null,
      jobRoleVersionDiff: null,
    });
  });
});

describe('the bridge', () => {
  const BRIDGE = `goals { skillKey from to isAskedByJobRole } steps { skillKey skillName from to activityKey blockedBy { skillKey level because message } }
    activities { activity { key kind hours } covers { skillKey from to } } uncovered { step { skillKey } reason message } totalHours hoursByLever { lever hours } practiceShare`;

  it('from data scientist to engineer takes 45 steps, 27 activities and 934 hours, 78 percent of them practice', async () => {
    const { admin } = await app.organisation();
    const { jobRoleVersionId: id } = await libraryJobRole(admin, 'bridge-ds-mle');
    const { bridge } = await admin.ask(
      `query($id: ID!) { bridge(from: $id, to: $id, fromEntry: true) { ${BRIDGE} } }`,
      { id },
    );
    expect(bridge.steps).toHaveLength(45);
    expect(bridge.activities).toHaveLength(27);
    expect(bridge.totalHours).toBe(934);
    expect(Math.round(100 * bridge.practiceShare)).toBe(78);
    expect(bridge.uncovered).toEqual([]);
    const hours = bridge.hoursByLever.reduce((sum: number, one: { hours: number }) => sum + one.hours, 0);
    expect(hours).toBe(934);
    expect(bridge.goals.every((one: { isAskedByJobRole: boolean }) => one.isAskedByJobRole)).toBe(true);
    expect(bridge.steps.every((one: { activityKey: string | null }) => one.activityKey !== null)).toBe(true);
  });

  it('from a job role to itself is empty, and every step stands after what blocks it', async () => {
    const { admin } = await app.organisation();
    const [from, to] = [await libraryJobRole(admin, 'rds-3'), await libraryJobRole(admin, 'mle-3')];
    const query = `query($a: ID!, $b: ID!) { none: bridge(from: $a, to: $a) { ${BRIDGE} } some: bridge(from: $a, to: $b, overlays: ["medtech-samd"]) { ${BRIDGE} } }`;
    const { none, some } = await admin.ask(query, { a: from.jobRoleVersionId, b: to.jobRoleVersionId });
    expect(none).toEqual({
      goals: [],
      steps: [],
      activities: [],
      uncovered: [],
      totalHours: 0,
      hoursByLever: [],
      practiceShare: null,
    });
    const reached = new Set<string>();
    for (const step of some.steps) {
      for (const { skillKey, level } of step.blockedBy) expect(reached).toContain(`${skillKey} ${level}`);
      reached.add(`${step.skillKey} ${step.to}`);
    }
    expect(some.steps.some((one: { blockedBy: unknown[] }) => one.blockedBy.length > 0)).toBe(true);
  });
});

describe('a job role in words', () => {
  it('reads as Markdown and as a job posting, with everything its author typed made harmless', async () => {
    const organisation = await app.organisation();
    const title = 'Engineer <script>alert(1)</script> *bold*';
    const { jobRoleVersionId: id } = await giveJobRole(organisation, {
      title,
      requirements: [{ skillKey: 'ci-cd', level: 3, isMustHave: true }],
    });
    const version = await versionOf(
      organisation.admin,
      id,
      'publishedAt text { markdown jobPosting } adverts { format mediaType content }',
    );
    expect(version.text.markdown).toContain('# Engineer &lt;script&gt;alert(1)&lt;/script&gt; \\*bold\\*');
    expect(version.text.markdown).toContain('level 3, Independent');
    expect(version.text.jobPosting).toMatchObject({
      '@type': 'JobPosting',
      hiringOrganization: { name: organisation.slug },
      datePosted: version.publishedAt.slice(0, 10),
    });
    expect(JSON.stringify(version)).not.toContain('<script>');
    expect(version.adverts.map((one: { format: string }) => one.format)).toEqual(['MARKDOWN', 'HTML', 'JSON_LD']);
    expect(JSON.parse(version.adverts[2].content)).toEqual(version.text.jobPosting);
  });

  it('carries the occupations of the library', async () => {
    const { admin } = await app.organisation();
    const { jobRoleVersionId } = await libraryJobRole(admin, 'rds-1');
    const { occupations } = await versionOf(admin, jobRoleVersionId, 'occupations { onet esco sfia }');
    expect(occupations).toMatchObject({ esco: ['data scientist (2511.4)'], sfia: ['DATS', 'RSCH'] });
  });
});
