/** Why this file exists: applies the operations of a PATCH to the record of a user, one after the other. */
import { fits } from './filter-match.js';
import type { Filter, PatchPath } from './filter.js';
import { isList, isRecord, wordOf, type Json } from './json-body.js';
import { EXTENSION, type PatchStep } from './patch-body.js';
import { bad } from './scim-error.js';

type Draft = Map<string, Json>;

const SINGLE = new Set(['username', 'externalid', 'displayname', 'title', 'active']);
const PARTS: Readonly<Record<string, ReadonlySet<string>>> = {
  name: new Set(['formatted', 'givenname', 'familyname', 'middlename', 'honorificprefix', 'honorificsuffix']),
  emails: new Set(['value', 'type', 'primary', 'display']),
};
/** Attributes of RFC 7643 that identity providers send and the product does not keep: nothing happens, as section 3.3 of RFC 7644 allows. */
const NOT_KEPT = new Set(
  'nickname profileurl usertype preferredlanguage locale timezone password phonenumbers ims photos addresses entitlements roles x509certificates'.split(
    ' ',
  ),
);
const READ_ONLY = new Set(['id', 'meta', 'groups', 'schemas']);
const CORE = 'urn:ietf:params:scim:schemas:core:2.0:user';

/** Applies steps to the record of the user with this id. @throws ScimError */
export function patchUser(draft: Draft, id: string, steps: readonly PatchStep[]): void {
  for (const step of steps) patchOne(draft, id, step);
}

function patchOne(draft: Draft, id: string, step: PatchStep): void {
  const { schema, name } = step.path;
  if (schema?.startsWith(EXTENSION) === true) return;
  if (schema !== null && schema !== CORE) throw bad('invalidPath', 'The path names a schema that users do not have.');
  if (NOT_KEPT.has(name)) return;
  if (READ_ONLY.has(name)) {
    if (name === 'id' && step.value === id) return; // Okta repeats it
    throw bad('mutability', `${name} cannot be changed.`);
  }
  if (SINGLE.has(name)) patchSingle(draft, step);
  else if (name === 'name') patchName(draft, step);
  else if (name === 'emails') patchEmails(draft, step);
  else throw bad('invalidPath', 'The path names an attribute that users do not have.');
}

function patchSingle(draft: Draft, { op, path, value }: PatchStep): void {
  if (path.sub !== null || path.filter !== null) throw bad('invalidPath', 'The path names a part of a single value.');
  if (op !== 'remove' && value !== null) {
    draft.set(path.name, value ?? null);
    return;
  }
  if (path.name === 'username' || path.name === 'active') throw bad('mutability', `${path.name} cannot be removed.`);
  draft.delete(path.name);
}

function needPart({ name, sub }: PatchPath): void {
  if (sub !== null && PARTS[name]?.has(sub) !== true)
    throw bad('invalidPath', `The path names a part that ${name} does not have.`);
}

function patchName(draft: Draft, { op, path, value }: PatchStep): void {
  needPart(path);
  if (path.filter !== null) throw bad('invalidPath', 'name has one value, which no filter can choose.');
  const known = draft.get('name');
  const name = new Map(isRecord(known) ? known : []);
  if (path.sub !== null) {
    if (op === 'remove' || value === null) name.delete(path.sub);
    else name.set(path.sub, value ?? null);
  } else if (op === 'remove' || value === null) name.clear();
  else if (!isRecord(value)) throw bad('invalidValue', 'name is an object.');
  else for (const [part, text] of value) name.set(part, text);
  draft.set('name', name);
}

const entriesOf = (value: Json | undefined): Draft[] =>
  (isList(value) ? value : [value ?? null]).map((one) => {
    if (!isRecord(one)) throw bad('invalidValue', 'emails is a list of objects with "value" and "type".');
    return new Map(one);
  });

function patchEmails(draft: Draft, step: PatchStep): void {
  const { op, path, value } = step;
  needPart(path);
  const known = draft.get('emails');
  const emails = isList(known) ? entriesOf(known) : [];
  if (path.filter !== null) draft.set('emails', patchChosen(emails, step, path.filter));
  else if (path.sub !== null) draft.set('emails', patchOnly(emails, step, path.sub));
  else if (op === 'remove') draft.set('emails', value == null ? [] : without(emails, entriesOf(value)));
  else if (op === 'replace') draft.set('emails', value === null ? [] : entriesOf(value));
  else draft.set('emails', joined(emails, entriesOf(value)));
}

const same = (a: Draft, b: Draft): boolean => {
  const text = (value: Json | undefined): string => (typeof value === 'string' ? value.toLowerCase() : '');
  return (
    text(a.get('value')) === text(b.get('value')) && (!b.has('type') || text(a.get('type')) === text(b.get('type')))
  );
};
const without = (emails: readonly Draft[], gone: readonly Draft[]): Draft[] =>
  emails.filter((email) => !gone.some((one) => same(email, one)));
const isPrimary = (email: Draft): boolean => wordOf(email.get('primary')) === 'true';

/** Adds values; one that is there already is replaced, and a new primary one takes the place of the old. */
function joined(emails: readonly Draft[], added: readonly Draft[]): Draft[] {
  const rest = without(emails, added);
  if (added.some(isPrimary)) for (const email of rest) email.set('primary', false);
  return [...rest, ...added];
}

/** A part of the only value; there is none yet, or exactly one. */
function patchOnly(emails: Draft[], { op, value }: PatchStep, sub: string): Draft[] {
  if (emails.length > 1)
    throw bad('noTarget', 'The user has several addresses: say which, as in emails[type eq "work"].');
  const [email = new Map<string, Json>()] = emails;
  if (op === 'remove' || value === null) email.delete(sub);
  else email.set(sub, value ?? null);
  return [email];
}

/**
 * Values that a filter chooses. Where none fits, a removal has nothing to do, and a value that the filter describes by plain equalities is
 * made: Entra sets `emails[type eq "work"].value` without having added the address before.
 */
function patchChosen(emails: Draft[], { op, path, value }: PatchStep, filter: Filter): Draft[] {
  const chosen = emails.filter((email) => fits(filter, email));
  if (op === 'remove') {
    if (path.sub === null) return emails.filter((email) => !chosen.includes(email));
    for (const email of chosen) email.delete(path.sub);
    return emails;
  }
  const made = chosen.length === 0 ? [describedBy(filter)] : [];
  for (const email of [...chosen, ...made]) {
    if (path.sub !== null) email.set(path.sub, value ?? null);
    else if (isRecord(value)) for (const [part, one] of value) email.set(part, one);
    else throw bad('invalidValue', 'A value of emails is an object.');
  }
  const all = [...emails, ...made];
  const [first] = [...chosen, ...made];
  if (first !== undefined && isPrimary(first))
    for (const email of all) if (email !== first) email.set('primary', false);
  return all;
}

function describedBy(filter: Filter): Draft {
  if (filter.kind === 'AND') return new Map([...describedBy(filter.left), ...describedBy(filter.right)]);
  if (filter.kind === 'COMPARE' && filter.op === 'eq' && filter.path.sub === null)
    return new Map<string, Json>([[filter.path.name, filter.value]]);
  throw bad('noTarget', 'No value fits the filter of the path.');
}
