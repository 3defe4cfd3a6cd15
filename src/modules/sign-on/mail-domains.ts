/** Why this file exists: an organisation proves by a record in the domain name system that a mail domain is its own, before addresses there mean anything. */
import { randomBytes } from 'node:crypto';
import { domainToASCII } from 'node:url';
import type { Database, Unit } from '../../platform/database/index.js';
import type { OrganisationId } from '../../platform/ids/index.js';
import { ok, refuse, type Outcome, type Problem } from '../../platform/outcome/index.js';
import { notFound } from '../../platform/problems/index.js';
import { sameText } from './attempts.js';
import { mailDomainTable, type MailDomainRecord } from './sign-on.tables.js';
import type { TxtSource } from './txt-records.js';

/** Domains of one organisation, proved or not. */
export const MOST_DOMAINS = 50;

/** Where the record stands, and what it says. */
export const recordOf = ({ domain, proof }: Pick<MailDomainRecord, 'domain' | 'proof'>) => ({
  name: `_twinladder.${domain}`,
  value: `twinladder-domain=${proof}`,
});

/** A domain as the domain name system writes it; `null` when nobody could have mail there. */
export function domainIn(text: string): string | null {
  const written = text.trim().toLowerCase();
  if (!/^[\p{L}\p{M}\p{N}.-]+$/u.test(written)) return null; // the rest of an address is no part of it
  const domain = domainToASCII(written);
  const labels = domain.split('.');
  const fits = labels.every((label) => /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/.test(label));
  return fits && labels.length > 1 && domain.length <= 253 && !/^\d+$/.test(labels.at(-1) ?? '') ? domain : null;
}

/** The domain of a mail address, or `null`. */
export const domainOf = (email: string): string | null => {
  const at = email.lastIndexOf('@');
  return at < 1 ? null : domainIn(email.slice(at + 1));
};

/** The organisation that proved the domain; what anybody may find out with it is decided by the caller. */
export async function organisationOfDomain(database: Database, domain: string): Promise<OrganisationId | null> {
  const sql = 'select organisation_id as id from claimed_domain where domain = $1';
  return (await database.readShared<{ id: OrganisationId }>(sql, [domain]))[0]?.id ?? null;
}

/** Whether the organisation of the unit proved the domain of an address. */
export async function isOwnAddress(unit: Unit, email: string): Promise<boolean> {
  const domain = domainOf(email);
  if (domain === null) return false;
  const sql = 'select 1 from claimed_domain where organisation_id = $1 and domain = $2';
  return (await unit.one(sql, [domain])) !== null;
}

const unknown = (): Problem => notFound('mail domain', 'input.domain');

/** Command: begins a proof, or answers with the one that was begun; says nothing about other organisations. */
export async function startProof(unit: Unit, text: string): Promise<Outcome<{ domain: string }, Problem>> {
  const domain = domainIn(text);
  if (domain === null) {
    const message = 'This is no domain. Write it as it stands after the @, such as acme.example.';
    return refuse({ code: 'MAIL_DOMAIN_WRONG', message, field: 'input.domain' });
  }
  const known = await unit.find(mailDomainTable, {});
  if (known.length >= MOST_DOMAINS)
    return refuse({ code: 'TOO_MANY_MAIL_DOMAINS', message: `There are ${MOST_DOMAINS} domains already. Remove one.` });
  if (known.some((one) => one.domain === domain)) {
    const message = 'This domain is on the list already.';
    return refuse({ code: 'ALREADY_EXISTS', message, field: 'input.domain' });
  }
  const proof = randomBytes(32).toString('base64url');
  await unit.insert(mailDomainTable, [{ domain, proof, startedAt: unit.now.toISOString(), provedAt: null }]);
  unit.record({
    type: 'MailDomainProofStarted',
    entity: 'Organisation',
    entityId: unit.organisationId,
    data: { domain },
  });
  return ok({ domain });
}

/** Whether the record of a domain is published; asked outside any transaction. `null`: the domain name system does not answer. */
export async function isPublished(record: MailDomainRecord, txt: TxtSource): Promise<boolean | null> {
  const { name, value } = recordOf(record);
  const limit = new Promise<null>((resolve) => setTimeout(() => resolve(null), 5_000).unref());
  const asked = txt(name).then(
    (texts) => texts.slice(0, 100).some((text) => sameText(text.trim(), value)),
    () => null,
  );
  return Promise.race([asked, limit]);
}

/** Command: keeps a proof that was found. Only now is it told that another organisation was faster, to somebody who runs the domain. */
export async function keepProof(unit: Unit, seen: MailDomainRecord): Promise<Outcome<{ domain: string }, Problem>> {
  const { domain, proof } = seen;
  const record = await unit.findOne(mailDomainTable, { domain, proof }, { lock: 'UPDATE' });
  if (record === null) return refuse(unknown());
  const claimed = await unit.rows(
    'insert into claimed_domain (organisation_id, domain) values ($1, $2) on conflict do nothing returning 1',
    [domain],
  );
  const own = claimed.length === 1 || (await isOwnAddress(unit, `x@${domain}`));
  if (!own) {
    const message = 'The record is there, but this domain cannot be used here. Ask the operator of the installation.';
    return refuse({ code: 'MAIL_DOMAIN_NOT_FREE', message, field: 'input.domain' });
  }
  await unit.update(mailDomainTable, { domain }, { provedAt: unit.now.toISOString() });
  unit.record({ type: 'MailDomainProved', entity: 'Organisation', entityId: unit.organisationId, data: { domain } });
  return ok({ domain });
}

/** Command: gives a domain up; it can be proved by anybody who runs it from then on. */
export async function removeDomain(unit: Unit, text: string): Promise<Outcome<{ domain: string }, Problem>> {
  const domain = domainIn(text) ?? '';
  const gone = await unit.rows('delete from sign_on_domain where organisation_id = $1 and domain = $2 returning 1', [
    domain,
  ]);
  if (gone.length === 0) return refuse(unknown());
  await unit.rows('delete from claimed_domain where organisation_id = $1 and domain = $2 returning 1', [domain]);
  unit.record({ type: 'MailDomainRemoved', entity: 'Organisation', entityId: unit.organisationId, data: { domain } });
  return ok({ domain });
}
