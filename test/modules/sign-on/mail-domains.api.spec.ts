/** Why this file exists: a mail domain belongs to whoever can publish a record in it, and to one organisation at a time. */
import { startTestApp, type TestApp, type TestOrganisation } from '../../support/app.js';
import { beginProof, Dns } from '../../support/sign-on.js';

const dns = new Dns();
let app: TestApp;
let org: TestOrganisation;
let domain: string;
beforeAll(async () => {
  app = await startTestApp({ txt: dns.source });
});
beforeEach(async () => {
  org = await app.organisation();
  domain = `${org.slug}.example`;
});
afterAll(async () => {
  expect(app.faults).toEqual([]);
  await app.close();
});

describe('a mail domain', () => {
  it('is proved by the record of this organisation alone, and by one organisation at a time', async () => {
    const other = await app.organisation();
    const mine = await beginProof(org, domain);
    const theirs = await beginProof(other, domain);
    expect(mine.recordName).toBe(`_twinladder.${domain}`);
    expect(mine.recordValue).toMatch(/^twinladder-domain=[\w-]{43}$/);
    const check = (of: TestOrganisation) => of.admin.refused('checkMailDomainProof', { domain });
    expect((await check(org)).code).toBe('MAIL_DOMAIN_NOT_PROVED');
    dns.records.set(mine.recordName, ['v=spf1 -all', theirs.recordValue]);
    expect((await check(org)).code).toBe('MAIL_DOMAIN_NOT_PROVED');
    await other.admin.run('checkMailDomainProof', { domain });
    dns.records.set(mine.recordName, [mine.recordValue]);
    expect((await check(org)).code).toBe('MAIL_DOMAIN_NOT_FREE');
    await other.admin.run('removeMailDomain', { domain });
    await org.admin.run('checkMailDomainProof', { domain });
    expect((await org.admin.refused('removeMailDomain', { domain: `other.${domain}` })).code).toBe('NOT_FOUND');
  });

  it('is written as a domain, once', async () => {
    for (const wrong of ['acme', 'a b.example', 'acme.example/x', '127.0.0.1', '-a.example', 'a..example'])
      expect([wrong, (await org.admin.refused('startMailDomainProof', { domain: wrong })).code]).toEqual([
        wrong,
        'MAIL_DOMAIN_WRONG',
      ]);
    await beginProof(org, domain);
    expect((await org.admin.refused('startMailDomainProof', { domain: ` ${domain.toUpperCase()}` })).code).toBe(
      'ALREADY_EXISTS',
    );
    expect((await org.admin.refused('checkMailDomainProof', { domain: 'never.example' })).code).toBe('NOT_FOUND');
  });

  it('that cannot be looked up is not proved', async () => {
    const silent = await startTestApp({ txt: () => Promise.reject(new Error('SERVFAIL')) });
    const there = await silent.organisation();
    await there.admin.run('startMailDomainProof', { domain });
    const refused = await there.admin.refused('checkMailDomainProof', { domain });
    expect(refused).toMatchObject({ code: 'MAIL_DOMAIN_NOT_PROVED', message: expect.stringMatching(/did not answer/) });
    await silent.close();
  });
});
