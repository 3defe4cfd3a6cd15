/** Why this file exists: the commands that prove the audit trail, from the database and from files outside it. */
import { readFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import {
  appendHeads,
  exportTrail,
  HEADS_FILE,
  keyIdOf,
  makeHeadKey,
  publicPem,
  readHeads,
  readPrivateKey,
  readPublicKey,
  verifyTrail,
  verifyTrailFile,
  type SignedHead,
  type TrailFileVerdict,
} from '../modules/audit/index.js';
import { allOrganisations } from '../modules/tenancy/index.js';
import type { Config } from '../platform/config/index.js';
import { StartError } from '../start-error.js';
import { print, withDatabase } from './surroundings.js';

const WRONG_LINE = {
  FORM: 'is not a signed head',
  KEY: 'was signed with another key than those given by --key',
  SIGNATURE: 'was changed after it was signed',
} as const;

/** Heads whose signatures all hold. */
function trustedHeads(file: string, keys: readonly string[]): readonly SignedHead[] {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    throw new StartError(`The heads ${file} cannot be read: name the file audit-heads.jsonl.`);
  }
  const { heads, bad } = readHeads(text, keys.map(readPublicKey));
  if (bad !== null) throw new StartError(`Line ${bad.line} of ${file} ${WRONG_LINE[bad.reason]}: no head is trusted.`);
  if (heads.length === 0) throw new StartError(`There is no head in ${file}: name the file audit-heads.jsonl.`);
  return heads;
}

/** What is wrong with a chain, for a person. */
export function faultInWords(fault: NonNullable<TrailFileVerdict['fault']>): string {
  if (!('through' in fault)) return `broken at event ${fault.seq} (${fault.reason})`;
  const where = fault.seq === fault.through ? `event ${fault.seq}` : `events ${fault.seq} to ${fault.through}`;
  return `broken at event ${fault.seq} (HEAD): the signed head of event ${fault.through} does not hold, ${where} rewritten or cut off`;
}

const vouchedInWords = (events: number, vouched: number): string =>
  vouched === events ? 'all vouched for by signed heads' : `vouched for by signed heads up to event ${vouched}`;

interface VerifyOptions {
  readonly organisation?: string;
  readonly heads?: string;
  readonly key?: readonly string[];
}

export async function verifyAudit(config: Config, options: VerifyOptions): Promise<void> {
  const { organisation: slug, heads: file, key = [] } = options;
  if ((file === undefined) !== (key.length === 0))
    throw new StartError('--heads and --key need each other: give both.');
  const heads = file === undefined ? null : trustedHeads(file, key);
  await withDatabase(config, async (database) => {
    const all = await allOrganisations(database);
    const organisations = all.filter((o) => slug === undefined || o.slug === slug);
    if (organisations.length === 0 && heads === null)
      throw new StartError(slug === undefined ? 'There is no organisation yet.' : `There is no organisation ${slug}.`);
    const missing = new Set(heads?.map((h) => h.organisationId).filter((id) => all.every((o) => o.id !== id)));
    for (const id of missing) print(`${id}: broken, it has signed heads but is not in the database`);
    let broken = missing.size;
    for (const { id, slug: name } of organisations) {
      const { events, vouched, fault } = await verifyTrail(database, id, heads ?? []);
      if (fault !== null) broken++;
      const proof = heads === null ? '' : `, ${vouchedInWords(events, vouched)}`;
      print(fault === null ? `${name}: ${events} events, intact${proof}` : `${name}: ${faultInWords(fault)}`);
    }
    if (broken > 0) throw new StartError(`${broken} audit trail(s) are broken.`);
  });
}

export const auditExport = (config: Config, file: string, slug: string): Promise<void> =>
  withDatabase(config, async (database) => {
    const organisation = (await allOrganisations(database)).find((o) => o.slug === slug);
    if (organisation === undefined) throw new StartError(`There is no organisation ${slug}.`);
    const handle = await open(file, 'wx', 0o600).catch(() => {
      throw new StartError(`The file ${file} is there already, or cannot be written: choose another name.`);
    });
    try {
      const events = await exportTrail(database, organisation, async (text) => {
        await handle.write(text);
      });
      await handle.sync();
      print(`${slug}: ${events} events written to ${file}.`);
    } finally {
      await handle.close();
    }
  });

export function makeKey(file: string): Promise<void> {
  const key = makeHeadKey(file);
  print(`The key ${keyIdOf(key)} is kept in ${file}. Its public half, for verifiers:`);
  process.stdout.write(publicPem(key));
  return Promise.resolve();
}

export function printPublicKey(file: string): Promise<void> {
  process.stdout.write(publicPem(readPrivateKey(file)));
  return Promise.resolve();
}

export async function exportHeads(config: Config, given?: string, keyFile?: string): Promise<void> {
  const folder = given ?? config.auditHeads.folder;
  const file = keyFile ?? config.auditHeads.keyFile;
  if (folder === null) throw new StartError('Name a folder, or set TWINLADDER_AUDIT_HEADS.');
  if (file === null) throw new StartError('Name the private key by --key, or set TWINLADDER_AUDIT_HEADS_KEY.');
  const key = readPrivateKey(file);
  await withDatabase(config, async (database) => {
    print(`${await appendHeads(database, key, folder)} signed head(s) appended to ${HEADS_FILE} in ${folder}.`);
  });
}

export async function verifyExport(options: {
  readonly export: string;
  readonly heads: string;
  readonly key: readonly string[];
}): Promise<void> {
  const heads = trustedHeads(options.heads, options.key);
  const { slug, events, heads: own, vouched, fault } = await verifyTrailFile(options.export, heads);
  if (fault?.seq === 0 && fault.reason === 'FORM')
    throw new StartError(`The file ${options.export} is not an exported trail: name one made by audit-export.`);
  if (fault !== null) throw new StartError(`${slug}: ${faultInWords(fault)}.`);
  if (own === 0)
    throw new StartError(`${slug}: ${options.heads} has no head of this organisation: nothing vouches for it.`);
  print(`${slug}: ${events} events, intact, ${vouchedInWords(events, vouched)}`);
}
