/** Why this file exists: the public advert of a posted requisition: what strangers read by its address, and that nothing else can be read. */
import { advertAddress } from '../../../src/modules/candidates/data.js';
import type { RequisitionId } from '../../../src/modules/candidates/index.js';
import { newId } from '../../../src/platform/ids/index.js';
import { startTestApp, type Client, type TestApp } from '../../support/app.js';
import * as hiring from '../../support/hiring.js';
import { givePerson } from '../../support/people.js';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(async () => {
  expect(app.faults).toEqual([]);
  await app.close();
});

const ADVERT = `query($a: String!) { advert(address: $a) { address title organisationName location employmentType postedOn mission outcomes owns doesNotOwn
  jobPosting requirements { skillName level levelName isMustHave indicators } interviews { name format minutes kinds skillNames } } }`;
const advertAt = async (address: string, client: Client = app.anonymous) =>
  (await client.ask(ADVERT, { a: address })).advert;

const addressSeen = async (client: Client, id: string) =>
  (await client.ask('query($id: ID!) { requisition(id: $id) { advertAddress version } }', { id })).requisition;

async function givePosted(wish: { title?: string; location?: string } = {}) {
  const organisation = await app.organisation();
  const { location, ...words } = wish;
  const requisition = await hiring.giveRequisition(organisation, words);
  const { client } = requisition.manager;
  const { requisitionId } = requisition;
  if (location !== undefined)
    await client.run('updateRequisition', { requisitionId, version: 2, location, employmentType: 'FULL_TIME' });
  const { version, advertAddress: address } = await addressSeen(client, requisitionId);
  await client.run('postRequisition', { requisitionId, version, isPosted: true });
  return { organisation, requisition, client, requisitionId, address: address as string };
}

describe('the advert of a posted requisition', () => {
  it('tells strangers what the job is, what it is not, and what will be assessed', async () => {
    const { organisation, address } = await givePosted({ title: 'Engineer for the triage model', location: 'Basel' });
    const advert = await advertAt(address);
    expect(advert).toMatchObject({
      address,
      title: 'Engineer for the triage model',
      organisationName: organisation.slug,
      location: 'Basel',
      employmentType: 'FULL_TIME',
      postedOn: new Date().toISOString().slice(0, 10),
      interviews: [],
    });
    for (const words of [advert.mission, ...advert.owns, ...advert.doesNotOwn, ...advert.outcomes])
      expect(words.length).toBeGreaterThan(10);
    expect(advert.owns.length * advert.doesNotOwn.length).toBeGreaterThan(0);
    const mustHaves = advert.requirements.map((one: { isMustHave: boolean }) => one.isMustHave);
    expect(mustHaves.slice(0, 5)).toEqual([true, true, true, true, true]);
    expect(mustHaves.slice(5)).not.toContain(true);
    expect(advert.requirements[0].indicators.length).toBeGreaterThan(0);
  });

  it('carries a JobPosting with all that schema.org and job boards ask for, and no way out of its element', async () => {
    const { address, organisation } = await givePosted({ title: 'Engineer </script><b>', location: 'Basel or remote' });
    const { jobPosting } = await advertAt(address);
    expect(jobPosting).not.toMatch(/</);
    const posting = JSON.parse(jobPosting);
    expect(posting).toMatchObject({
      '@context': 'https://schema.org',
      '@type': 'JobPosting',
      datePosted: new Date().toISOString().slice(0, 10),
      employmentType: 'FULL_TIME',
      hiringOrganization: { '@type': 'Organization', name: organisation.slug },
      jobLocation: { '@type': 'Place', address: 'Basel or remote' },
    });
    expect(posting.title).toBe('Engineer &lt;/script&gt;&lt;b&gt;');
    expect(posting.description).toMatch(/^<p>.+You do not own/);
    expect(posting).not.toHaveProperty('validThrough');
  });

  it('carries no JobPosting without a place of work, since none is made up', async () => {
    const { address } = await givePosted();
    expect(await advertAt(address)).toMatchObject({ location: null, employmentType: null, jobPosting: null });
  });

  it('names the planned interviews by what is assessed in them, never who sits in them or what is asked', async () => {
    const { organisation, requisition, address } = await givePosted();
    const rater = await hiring.giveInterviewer(organisation, 'Rita Rater');
    await hiring.givePlan(requisition, [{ raters: [rater.personId] }, { raters: [rater.personId] }]);
    const advert = await advertAt(address);
    expect(advert.interviews).toEqual([
      {
        name: 'Structured screen',
        format: 'video call with one trained interviewer',
        minutes: expect.any(Number),
        kinds: ['QUESTION'],
        skillNames: ['Data pipeline engineering'],
      },
      expect.objectContaining({
        name: 'Technical depth',
        skillNames: expect.arrayContaining(['Testing of data and models']),
      }),
    ]);
    expect(JSON.stringify(advert)).not.toMatch(/Rita|p-kept-alive/);
  });

  it('is the same for whoever asks', async () => {
    const { organisation, client, address } = await givePosted();
    const stranger = await advertAt(address);
    const other = await app.organisation();
    for (const reader of [client, organisation.admin, other.admin])
      expect(await advertAt(address, reader)).toEqual(stranger);
  });

  it('keeps the day on which it was posted until it is posted anew', async () => {
    const { organisation, client, requisitionId } = await givePosted();
    const { version } = await addressSeen(client, requisitionId);
    const posted = () =>
      app.database.read({ organisationId: organisation.id, actor: null, requestId: 'test' }, (unit) =>
        unit.one<{ at: string }>('select posted_at as at from requisition where organisation_id = $1 and id = $2', [
          requisitionId,
        ]),
      );
    const before = await posted();
    expect(before?.at).toBeTruthy();
    await client.run('postRequisition', { requisitionId, version, isPosted: true });
    expect(await posted()).toEqual(before);
  });
});

describe('an address', () => {
  it('shows nothing before the requisition is posted, while it is on hold, after it was taken off, and when it is closed', async () => {
    const { client, requisitionId, address } = await givePosted();
    const step = async (mutation: string, more: object = {}) => {
      const { version } = await addressSeen(client, requisitionId);
      await client.run(mutation, { requisitionId, version, ...more });
      return (await advertAt(address)) === null;
    };
    expect(await step('holdRequisition')).toBe(true);
    expect(await step('openRequisition')).toBe(false);
    expect(await step('postRequisition', { isPosted: false })).toBe(true);
    expect(await step('postRequisition', { isPosted: true })).toBe(false);
    expect(await step('closeRequisition')).toBe(true);
    const draft = await hiring.giveRequisition(await app.organisation(), { draft: true });
    const { advertAddress: early } = await addressSeen(draft.manager.client, draft.requisitionId);
    expect(await advertAt(early)).toBeNull();
  });

  it('that was not made here is never looked up, whatever it looks like', async () => {
    const { organisation, address, requisitionId } = await givePosted();
    const last = address.at(-1) === 'A' ? 'B' : 'A';
    const foreign = advertAddress(newId<'Organisation'>(), requisitionId as RequisitionId);
    for (const wrong of ['', requisitionId, `${address.slice(0, -1)}${last}`, address.slice(1), `${address} `]) {
      const { value, statements } = await app.statements(() => advertAt(wrong));
      expect([wrong, value, statements]).toEqual([wrong, null, []]);
    }
    expect(await advertAt(foreign)).toBeNull();
    expect(await advertAt(advertAddress(organisation.id, newId<'Requisition'>()))).toBeNull();
  });

  it('is known to the hiring manager and to those who see all requisitions, not to colleagues', async () => {
    const { organisation, requisitionId, address } = await givePosted();
    expect(address).toMatch(/^[\w-]{64}$/);
    expect((await addressSeen(organisation.admin, requisitionId)).advertAddress).toBe(address);
    const employee = await givePerson(organisation, { grants: ['EMPLOYEE'] });
    expect((await addressSeen(employee.client, requisitionId)).advertAddress).toBeNull();
  });
});
