/** Why this file exists: what provisioning keeps of a user, read from a body and written into a record that PATCH works on. */
import { bad } from './scim-error.js';
import { flagOf, isList, isRecord, textOf, type Json, type JsonRecord } from './json-body.js';

export interface UserEmail {
  readonly value: string;
  readonly type: string | null;
  readonly primary: boolean;
}

/** The attributes that the product uses; it keeps no others, so that no more is known of people than needed. */
export interface UserState {
  readonly userName: string;
  readonly externalId: string | null;
  readonly displayName: string | null;
  readonly formattedName: string | null;
  readonly givenName: string | null;
  readonly familyName: string | null;
  readonly title: string | null;
  readonly emails: readonly UserEmail[];
  /** `null` when the body did not say. */
  readonly active: boolean | null;
}

const NAME = 200;
const ADDRESS = 254;
const MOST_EMAILS = 10;

function readEmail(value: Json): UserEmail[] {
  if (!isRecord(value)) throw bad('invalidValue', 'emails is a list of objects with "value" and "type".');
  const address = textOf(value.get('value'), 'emails.value', ADDRESS);
  const type = textOf(value.get('type'), 'emails.type', 40);
  const primary = flagOf(value.get('primary'), 'emails.primary') ?? false;
  return address === null ? [] : [{ value: address, type, primary }];
}

function readEmails(value: Json | undefined): UserEmail[] {
  if (value === undefined || value === null) return [];
  const list = isList(value) ? value : [value];
  if (list.length > MOST_EMAILS) throw bad('invalidValue', `A user has more than ${MOST_EMAILS} addresses.`);
  const emails = list.flatMap(readEmail);
  if (emails.filter((email) => email.primary).length > 1)
    throw bad('invalidValue', 'Only one address of a user can be primary.');
  return emails;
}

/** @throws ScimError with `invalidValue` */
export function readUser(body: JsonRecord): UserState {
  const userName = textOf(body.get('username'), 'userName', ADDRESS);
  if (userName === null) throw bad('invalidValue', 'userName is missing or empty.');
  const name = body.get('name') ?? new Map<string, Json>();
  if (!isRecord(name)) throw bad('invalidValue', 'name is an object with "givenName" and "familyName".');
  return {
    userName,
    externalId: textOf(body.get('externalid'), 'externalId', NAME),
    displayName: textOf(body.get('displayname'), 'displayName', NAME),
    formattedName: textOf(name.get('formatted'), 'name.formatted', NAME),
    givenName: textOf(name.get('givenname'), 'name.givenName', NAME),
    familyName: textOf(name.get('familyname'), 'name.familyName', NAME),
    title: textOf(body.get('title'), 'title', NAME),
    emails: readEmails(body.get('emails')),
    active: flagOf(body.get('active'), 'active'),
  };
}

type Entry = readonly [string, Json | null];
const present = (entries: readonly Entry[]): Map<string, Json> =>
  new Map(entries.filter((entry): entry is [string, Json] => entry[1] !== null));

/** The record of a state, as a body would have it. */
export function recordOf(state: UserState): Map<string, Json> {
  const name = present([
    ['formatted', state.formattedName],
    ['givenname', state.givenName],
    ['familyname', state.familyName],
  ]);
  return present([
    ['username', state.userName],
    ['externalid', state.externalId],
    ['displayname', state.displayName],
    ['title', state.title],
    ['active', state.active],
    ['name', name.size === 0 ? null : name],
    ['emails', state.emails.map((e) => present([...Object.entries(e)]))],
  ]);
}

/** The name that colleagues read: the one that was sent, or the best that can be made of the others. */
export function shownName(state: UserState): string {
  const parts = [state.givenName, state.familyName].filter((part) => part !== null).join(' ');
  return state.displayName ?? state.formattedName ?? (parts === '' ? state.userName : parts);
}

/** The address by which a member is known and signs in: the primary one, one for work, the first, or the user name. */
export function addressOf({ emails, userName }: UserState): string {
  const best = emails.find((e) => e.primary) ?? emails.find((e) => e.type?.toLowerCase() === 'work') ?? emails[0];
  return (best?.value ?? userName).toLowerCase();
}
