/** Why this file exists: the requests about groups. */
import type { Unit } from '../../platform/database/index.js';
import type { MemberGroupId } from '../grants/index.js';
import { patchGroup, readGroup } from './group-body.js';
import {
  GROUP_ATTRIBUTES,
  GROUP_COLUMNS,
  GROUP_SCHEMA,
  groupById,
  groupResource,
  GROUPS,
  membersOf,
  type GroupRow,
} from './group-rows.js';
import { createGroup, dropGroup, heldGroup, updateGroup } from './groups.js';
import { needSchema } from './json-body.js';
import { listBody, listed, parameter, readChoice, readListWish } from './lists.js';
import { readPatch } from './patch-body.js';
import { chosen, etagOf, ROOT, shows, type Choice } from './resources.js';
import { answerOf, answerWith, type Desk, type Routes, type ScimAnswer, type ScimRequest } from './route.js';
import { noSuch } from './scim-error.js';
import { isAmong, written } from './writes.js';

const SOURCE = { columns: GROUP_COLUMNS, from: GROUPS, attributes: GROUP_ATTRIBUTES };

/** Groups as they are shown; members are read in one statement, and only when they are shown. */
async function resourcesOf(unit: Unit, rows: readonly GroupRow[], choice: Choice) {
  const members = shows(choice, 'members') ? await membersOf(unit, [...rows.map((row) => row.id)]) : null;
  return rows.map((row) => chosen(groupResource(row, members === null ? null : (members.get(row.id) ?? [])), choice));
}

async function list({ read }: Desk, { query }: ScimRequest): Promise<ScimAnswer> {
  const wish = readListWish(query, GROUP_ATTRIBUTES, 'q.id');
  const { total, resources } = await read(async (unit) => {
    const { total, rows } = await listed<GroupRow>(unit, SOURCE, wish);
    return { total, resources: await resourcesOf(unit, rows, wish.choice) };
  });
  return answerOf(200, listBody(total, wish.startIndex, resources));
}

async function get({ read }: Desk, { query, ifNoneMatch }: ScimRequest, id: string): Promise<ScimAnswer> {
  const choice = readChoice(query);
  return read(async (unit) => {
    const row = await groupById(unit, id as MemberGroupId);
    if (row === null) throw noSuch('group');
    if (ifNoneMatch !== null && isAmong(row, ifNoneMatch)) return answerWith(304, {}, row);
    const [resource = {}] = await resourcesOf(unit, [row], choice);
    return answerWith(200, resource, row);
  });
}

async function shown({ read }: Desk, status: number, row: GroupRow, choice: Choice): Promise<ScimAnswer> {
  const [resource = {}] = await read((unit) => resourcesOf(unit, [row], choice));
  return answerWith(status, resource, row);
}

async function create(desk: Desk, { body, query }: ScimRequest): Promise<ScimAnswer> {
  const choice = readChoice(query);
  const sent = body();
  needSchema(sent, GROUP_SCHEMA);
  const { names, members } = readGroup(sent);
  const seats = { isWhole: false, joins: members, leaves: [] };
  const row = await written(desk.database, desk.scope, (unit) => createGroup(unit, names, seats));
  const { headers, ...answer } = await shown(desk, 201, row, choice);
  return { ...answer, headers: { ...headers, location: `${ROOT}/Groups/${row.id}` } };
}

async function replace(desk: Desk, request: ScimRequest, id: string): Promise<ScimAnswer> {
  const choice = readChoice(request.query);
  const sent = request.body();
  needSchema(sent, GROUP_SCHEMA);
  const { names, members } = readGroup(sent);
  const seats = { isWhole: true, joins: members, leaves: [] };
  const row = await written(desk.database, desk.scope, async (unit) =>
    updateGroup(unit, await heldGroup(unit, id as MemberGroupId, request.ifMatch), names, seats),
  );
  return shown(desk, 200, row, choice);
}

/** Answers without the group, which can be large, unless attributes of it are asked for. */
async function patch(desk: Desk, request: ScimRequest, id: string): Promise<ScimAnswer> {
  const choice = readChoice(request.query);
  const steps = readPatch(request.body());
  const row = await written(desk.database, desk.scope, async (unit) => {
    const group = await heldGroup(unit, id as MemberGroupId, request.ifMatch);
    const { names, seats } = patchGroup(id, group, steps);
    return updateGroup(unit, group, names, seats);
  });
  if (parameter(request.query, 'attributes') !== null) return shown(desk, 200, row, choice);
  return answerOf(204, null, { etag: etagOf(row) });
}

async function remove({ database, scope }: Desk, { ifMatch }: ScimRequest, id: string): Promise<ScimAnswer> {
  await written(database, scope, async (unit) => dropGroup(unit, await heldGroup(unit, id as MemberGroupId, ifMatch)));
  return answerOf(204, null);
}

export const groupRoutes: Routes = {
  what: 'group',
  all: { GET: list, POST: create },
  one: { GET: get, PUT: replace, PATCH: patch, DELETE: remove },
};
