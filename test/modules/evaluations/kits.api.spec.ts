/** Why this file exists: kits through the API: anchors, versions, who edits them. */
import { startTestApp, type TestApp } from '../../support/app.js';
import * as hiring from '../../support/hiring.js';
import { givePerson } from '../../support/people.js';
import { sameStatements } from '../../support/statements.js';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(async () => {
  expect(app.faults).toEqual([]);
  await app.close();
});

const KIT = `kit { id key name number state version basedOnId publishedAt ratingScale stages { key name minutes format }
  items { key stageKey kind title minutes rungs prompt probes skills { key name } anchors redFlags materials } }`;

interface KitItem {
  readonly key: string;
  readonly skills: readonly { key: string; name: string }[];
  readonly anchors: readonly string[];
}
const asInput = (kit: { stages: object[]; items: KitItem[] }) => ({
  stages: kit.stages,
  items: kit.items.map(({ skills, ...item }) => ({ ...item, skillKeys: skills.map((skill) => skill.key) })),
});

describe('a kit', () => {
  it('of the library is published, with five anchors for every item and named skills', async () => {
    const org = await app.organisation();
    const { kits } = await org.admin.ask(
      '{ kits { nodes { key number state ratingScale stages { key } items { anchors skills { key name } } } totalCount } }',
    );
    expect(kits.totalCount).toBe(3);
    expect(kits.nodes.map((kit: { key: string }) => kit.key)).toEqual(['kit-hybrid', 'kit-production', 'kit-research']);
    for (const kit of kits.nodes) {
      expect(kit).toMatchObject({ number: 1, state: 'PUBLISHED' });
      expect(kit.ratingScale).toHaveLength(5);
      for (const item of kit.items) expect(item.anchors).toHaveLength(5);
      expect(kit.items[0].skills[0].name).not.toBe(kit.items[0].skills[0].key);
    }
  });

  it('is forked, edited and published as the next version, and then never changes', async () => {
    const org = await app.organisation();
    const kitId = await hiring.kitOf(org.admin);
    const { kit: draft } = await org.admin.run('forkKit', { kitId, name: 'Ours' }, KIT);
    expect(draft).toMatchObject({
      key: 'kit-production',
      name: 'Ours',
      number: 2,
      state: 'DRAFT',
      basedOnId: kitId,
      version: 1,
      publishedAt: null,
    });
    const input = asInput(draft);
    const items = [{ ...input.items[0], title: 'A model you kept alive' }, ...input.items.slice(1)];
    const edited = await org.admin.run(
      'updateKitDraft',
      { kitId: draft.id, version: 1, name: 'Ours', stages: input.stages, items },
      'kit { version items { title } }',
    );
    expect(edited.kit).toMatchObject({ version: 2 });
    expect(edited.kit.items[0].title).toBe('A model you kept alive');
    expect(await org.admin.refused('publishKit', { kitId: draft.id, version: 1 })).toMatchObject({
      code: 'STALE_VERSION',
    });
    await org.admin.run('publishKit', { kitId: draft.id, version: 2 }, 'kit { state }');
    const again = { kitId: draft.id, version: 3, name: 'Ours', ...input };
    expect(await org.admin.refused('updateKitDraft', again)).toMatchObject({ code: 'KIT_NOT_A_DRAFT' });
    expect(await hiring.kitOf(org.admin)).toBe(draft.id);
    const change = app.database.write(
      { organisationId: org.id, actor: null, requestId: 'test' },
      (unit) => unit.rows('update interview_kit set name = $2 where organisation_id = $1', ['Other']) as never,
    );
    await expect(change).rejects.toThrow(/published kit never changes/);
  });

  it('is not published with an item that does not describe five ratings or names an unknown skill', async () => {
    const org = await app.organisation();
    const { kit: draft } = await org.admin.run('forkKit', { kitId: await hiring.kitOf(org.admin) }, KIT);
    const input = asInput(draft);
    const [first, ...rest] = input.items;
    const put = (version: number, item: object) =>
      org.admin.run('updateKitDraft', {
        kitId: draft.id,
        version,
        name: 'Ours',
        stages: input.stages,
        items: [{ ...first, ...item }, ...rest],
      });
    await put(1, { anchors: first?.anchors.slice(0, 4) });
    expect(await org.admin.refused('publishKit', { kitId: draft.id, version: 2 })).toMatchObject({
      code: 'ANCHORS_NOT_FIVE',
      field: 'kit.items.0.anchors',
    });
    await put(2, { skillKeys: ['no-such-skill'] });
    expect(await org.admin.refused('publishKit', { kitId: draft.id, version: 3 })).toMatchObject({
      code: 'KIT_SKILL_UNKNOWN',
      field: 'kit.items.0.skills.0',
    });
  });

  it('as a draft is hidden from interviewers, who may not edit either', async () => {
    const org = await app.organisation();
    const { kit: draft } = await org.admin.run('forkKit', { kitId: await hiring.kitOf(org.admin) }, 'kit { id }');
    const interviewer = await hiring.giveInterviewer(org);
    expect((await interviewer.client.ask('query($id: ID!) { kit(id: $id) { id } }', { id: draft.id })).kit).toBeNull();
    expect((await interviewer.client.ask('{ kits(state: DRAFT) { totalCount } }')).kits.totalCount).toBe(0);
    const answer = await interviewer.client.send('mutation($i: ForkKitInput!) { forkKit(input: $i) { __typename } }', {
      i: { kitId: draft.id },
    });
    expect(answer.errors[0]?.extensions.code).toBe('FORBIDDEN');
    const employee = await givePerson(org);
    expect((await employee.client.send('{ kits { totalCount } }')).errors[0]?.extensions.code).toBe('FORBIDDEN');
  });

  it('is listed with the same statements for few and for many', async () => {
    const org = await app.organisation();
    const kitId = await hiring.kitOf(org.admin);
    await sameStatements(
      app,
      'kits',
      org.admin,
      '{ kits { nodes { name items { skills { name } } } totalCount } }',
      async () => {
        for (let n = 0; n < 17; n++) await org.admin.run('forkKit', { kitId });
      },
    );
  });
});
