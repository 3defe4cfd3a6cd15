/** Why this file exists: what a body says of a group: its names, and who shall be in it. */
import type { MemberId } from '../../platform/access/index.js';
import { isUuid } from '../../platform/ids/index.js';
import type { GroupNames, SeatChanges } from '../grants/index.js';
import type { Filter } from './filter.js';
import { isList, isRecord, textOf, wordOf, type Json, type JsonRecord } from './json-body.js';
import type { PatchStep } from './patch-body.js';
import { bad } from './scim-error.js';

const NAME = 200;

function readName(value: Json | undefined): string {
  const name = textOf(value, 'displayName', NAME);
  if (name === null) throw bad('invalidValue', 'displayName is missing or empty.');
  return name;
}
const readExternalId = (value: Json | undefined): string | null => textOf(value, 'externalId', NAME);

function memberId(value: Json | undefined): MemberId {
  if (typeof value !== 'string' || !isUuid(value.toLowerCase()))
    throw bad('invalidValue', 'A member of a group is an object whose "value" is the id of a user.');
  return value.toLowerCase() as MemberId;
}

/** Ids of a list of members; one alone may stand without the list, and an id without its object. */
function readMembers(value: Json | undefined): MemberId[] {
  if (value === undefined || value === null) return [];
  return (isList(value) ? value : [value]).map((one) => {
    if (isRecord(one) && one.get('type') !== undefined && wordOf(one.get('type')) !== 'user')
      throw bad('invalidValue', 'The members of a group are users; groups in groups are not supported.');
    return memberId(isRecord(one) ? one.get('value') : one);
  });
}

/** A whole group. @throws ScimError */
export function readGroup(body: JsonRecord): { readonly names: GroupNames; readonly members: readonly MemberId[] } {
  const names = { displayName: readName(body.get('displayname')), externalId: readExternalId(body.get('externalid')) };
  return { names, members: [...new Set(readMembers(body.get('members')))] };
}

/** Members that a filter names by their ids. */
function namedBy(filter: Filter): MemberId[] {
  if (filter.kind === 'OR') return [...namedBy(filter.left), ...namedBy(filter.right)];
  if (filter.kind === 'COMPARE' && filter.op === 'eq' && filter.path.name === 'value') return [memberId(filter.value)];
  throw bad('invalidFilter', 'Members are chosen by [value eq "id"].');
}

/** Collects what the operations of a PATCH come to, without reading who is in the group. */
class GroupDraft {
  #isWhole = false;
  /** Who shall be in the group, or not; others stay as they are. */
  readonly #wanted = new Map<MemberId, boolean>();

  constructor(private names: GroupNames) {}

  apply(id: string, { op, path, value }: PatchStep): void {
    if (path.name === 'members') this.#members(op, path, value);
    else if (path.sub !== null || path.filter !== null)
      throw bad('invalidPath', 'The path names a part of a single value.');
    else if (path.name === 'displayname') this.names = { ...this.names, displayName: readName(value) };
    else if (path.name === 'externalid') {
      const externalId = op === 'remove' ? null : readExternalId(value);
      this.names = { ...this.names, externalId };
    } else if (path.name === 'id' && value === id)
      return; // Okta repeats it
    else if (path.name === 'id' || path.name === 'meta') throw bad('mutability', `${path.name} cannot be changed.`);
    else throw bad('invalidPath', 'The path names an attribute that groups do not have.');
  }

  #members(op: PatchStep['op'], path: PatchStep['path'], value: Json | undefined): void {
    if (path.sub !== null && path.sub !== 'value') throw bad('invalidPath', 'Members are changed as a whole.');
    if (path.filter !== null && op !== 'remove')
      throw bad('mutability', 'A member cannot be changed, only added or removed.');
    if (path.filter !== null) this.#set(namedBy(path.filter), false);
    else if (op === 'remove' && value !== undefined && value !== null) this.#set(readMembers(value), false);
    else {
      if (op !== 'add') this.#empty();
      if (op !== 'remove') this.#set(readMembers(value), true);
    }
  }

  #empty(): void {
    this.#isWhole = true;
    this.#wanted.clear();
  }

  #set(ids: readonly MemberId[], isIn: boolean): void {
    for (const id of ids) this.#wanted.set(id, isIn);
  }

  get result(): { readonly names: GroupNames; readonly seats: SeatChanges } {
    const ids = (isIn: boolean): MemberId[] => [...this.#wanted].flatMap(([id, wants]) => (wants === isIn ? [id] : []));
    return { names: this.names, seats: { isWhole: this.#isWhole, joins: ids(true), leaves: ids(false) } };
  }
}

/** What the operations of a PATCH make of a group. @throws ScimError */
export function patchGroup(id: string, names: GroupNames, steps: readonly PatchStep[]): GroupDraft['result'] {
  const draft = new GroupDraft({ displayName: names.displayName, externalId: names.externalId });
  for (const step of steps) draft.apply(id, step);
  return draft.result;
}
