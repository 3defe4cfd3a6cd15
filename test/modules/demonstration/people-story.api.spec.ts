/** Why this file exists: whoever steps into the people of the demonstration finds profiles, claims to review and a matrix worth reading. */
import { ensureDemonstration } from '../../../src/modules/demonstration/index.js';
import { startTestApp, type TestApp } from '../../support/app.js';
import { offeredMembers, stepInto, storyWeek } from '../../support/demonstration.js';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({ demo: true, clock: storyWeek });
  await ensureDemonstration(app.database);
});
afterAll(async () => {
  expect(app.faults).toEqual([]);
  await app.close();
});

const PERSONAS = [
  'Daniel Okafor',
  'Marta Lindqvist',
  'Tomasz Zieliński',
  'Beatriz Nogueira',
  'Lucía Fernández',
  'Henrik Sørensen',
  'Kwame Mensah',
  'Ingrid Vogel',
  'Margaret Whitfield',
];

describe('the sign-in list', () => {
  it('offers nine members, each with a line that says what they come to do', async () => {
    const offered = await offeredMembers(app);
    expect(offered.map((one) => one.displayName)).toEqual(PERSONAS);
  });

  it.each(PERSONAS)('lets a visitor step into %s, who holds grants', async (name) => {
    const { me } = await (await stepInto(app, name)).ask('{ me { member { displayName } grants permissions } }');
    expect(me.member.displayName).toBe(name);
    expect(me.permissions.length).toBeGreaterThan(3);
  });
});

describe('profiles', () => {
  it('show a researcher levels with evidence, views of her own, and unknown skills as unknown', async () => {
    const lucia = await stepInto(app, 'Lucía Fernández');
    const { myPerson } = await lucia.ask(
      '{ myPerson { id displayName jobRoleVersion { title } manager { displayName } team { name } } }',
    );
    expect(myPerson).toMatchObject({ manager: { displayName: 'Henrik Sørensen' }, team: { name: 'Imaging Research' } });
    const { profile, whereIStand } = await lucia.ask(
      `query($id: ID!) { profile(personId: $id) { knownSkills allSkills entries { skillKey level selfLevel freshness source } }
         whereIStand { fits { title track rung isReady words } } }`,
      { id: myPerson.id },
    );
    expect(profile.knownSkills).toBeGreaterThan(20);
    const entry = (key: string): unknown => profile.entries.find((one: { skillKey: string }) => one.skillKey === key);
    expect(entry('ci-cd')).toMatchObject({ level: null, selfLevel: 2 });
    expect(entry('containers')).toMatchObject({ level: 2 });
    expect(entry('incident-response')).toMatchObject({ level: null });
    expect(whereIStand.fits).toHaveLength(12);
  });

  it('were another in spring than they are now', async () => {
    const kwame = await stepInto(app, 'Kwame Mensah');
    const { myPerson } = await kwame.ask('{ myPerson { id } }');
    const known = 'query($id: ID!, $at: Instant) { profile(personId: $id, knownAt: $at) { knownSkills } }';
    const now = await kwame.ask(known, { id: myPerson.id });
    const spring = await kwame.ask(known, { id: myPerson.id, at: '2026-07-01T00:00:00.000Z' });
    expect(spring.profile.knownSkills).toBeGreaterThan(5);
    expect(spring.profile.knownSkills).toBeLessThan(now.profile.knownSkills);
  });

  it('have fresh and stale levels, of several sources', async () => {
    const margaret = await stepInto(app, 'Margaret Whitfield');
    const { people } = await margaret.ask('{ people(first: 100) { nodes { id displayName } } }');
    expect(people.nodes).toHaveLength(41);
    const diego = people.nodes.find((one: { displayName: string }) => one.displayName === 'Diego Castillo');
    const { profile } = await margaret.ask(
      'query($id: ID!) { profile(personId: $id) { entries { freshness source } } }',
      { id: diego.id },
    );
    const seen = (field: string): Set<string> =>
      new Set(profile.entries.map((one: Record<string, string>) => one[field]).filter(Boolean));
    expect(seen('freshness')).toEqual(new Set(['FRESH', 'STALE']));
    expect(seen('source').size).toBe(3);
  });
});

describe('those who review and plan', () => {
  const TO_REVIEW = '{ assessmentsToReview { nodes { skillKey level person { displayName } evidence { title } } } }';

  it('has the people manager claims of four reports to look at', async () => {
    const { assessmentsToReview } = await (await stepInto(app, 'Henrik Sørensen')).ask(TO_REVIEW);
    expect(
      assessmentsToReview.nodes.map((one: { person: { displayName: string } }) => one.person.displayName).sort(),
    ).toEqual(['Farid Haddad', 'Lucía Fernández', 'Mateus Oliveira', 'Park Hye-jin']);
  });

  it('has the head of data and AI what managers claim about theirs', async () => {
    const { assessmentsToReview } = await (await stepInto(app, 'Ingrid Vogel')).ask(TO_REVIEW);
    expect(
      assessmentsToReview.nodes.map((one: { person: { displayName: string } }) => one.person.displayName).sort(),
    ).toEqual(['Anya Volkova', 'Oksana Kovalenko', 'Wanjiru Kamau']);
  });

  it('shows the planner the whole matrix with single points of failure', async () => {
    const ingrid = await stepInto(app, 'Ingrid Vogel');
    const { skillsMatrix } = await ingrid.ask(
      '{ skillsMatrix { peopleCount personNames levels skillKeys singlePoints { skillKey level personId } } }',
    );
    expect(skillsMatrix.peopleCount).toBe(41);
    expect(skillsMatrix.levels).toHaveLength(41);
    expect(skillsMatrix.singlePoints.length).toBeGreaterThan(0);
  });

  it('shows the administrator members, own acts and all versions of the framework', async () => {
    const daniel = await stepInto(app, 'Daniel Okafor');
    const { members, auditEvents, frameworkVersions } = await daniel.ask(
      '{ members(first: 100) { nodes { displayName } } auditEvents(first: 5) { nodes { type } } frameworkVersions { nodes { id title state } } }',
    );
    expect(members.nodes.length).toBeGreaterThan(20);
    expect(auditEvents.nodes).toHaveLength(5);
    expect(frameworkVersions.nodes).toMatchObject([
      { state: 'PUBLISHED' },
      { title: 'Helix Diagnostics: whole-slide imaging', state: 'DRAFT' },
    ]);
    const [from, to] = frameworkVersions.nodes.map((one: { id: string }) => one.id);
    const { frameworkDiff } = await daniel.ask(
      'query($from: ID!, $to: ID!) { frameworkDiff(from: $from, to: $to) { skillsAdded skillsRemoved skillsChanged { skillKey } } }',
      { from, to },
    );
    expect(frameworkDiff).toEqual({
      skillsAdded: ['whole-slide-imaging'],
      skillsRemoved: [],
      skillsChanged: [{ skillKey: 'online-serving' }],
    });
  });
});
