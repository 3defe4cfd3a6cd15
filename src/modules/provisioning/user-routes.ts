/** Why this file exists: the requests about users. */
import type { MemberId } from '../../platform/access/index.js';
import { needSchema } from './json-body.js';
import { listBody, listed, readChoice, readListWish } from './lists.js';
import { readPatch } from './patch-body.js';
import { chosen, ROOT } from './resources.js';
import { answerOf, answerWith, type Desk, type Routes, type ScimAnswer, type ScimRequest } from './route.js';
import { noSuch } from './scim-error.js';
import { patchUser } from './user-patch.js';
import {
  USER_ATTRIBUTES,
  USER_COLUMNS,
  USER_SCHEMA,
  userById,
  userResource,
  USERS,
  type UserRow,
} from './user-rows.js';
import { readUser, recordOf, type UserState } from './user-state.js';
import { changeUser, createUser, holdUser, removeUser } from './users.js';
import { isAmong, written } from './writes.js';

const SOURCE = { columns: USER_COLUMNS, from: USERS, attributes: USER_ATTRIBUTES };

async function list({ read }: Desk, { query }: ScimRequest): Promise<ScimAnswer> {
  const wish = readListWish(query, USER_ATTRIBUTES, 'm.id');
  const { total, rows } = await read((unit) => listed<UserRow>(unit, SOURCE, wish));
  const resources = rows.map((row) => chosen(userResource(row), wish.choice));
  return answerOf(200, listBody(total, wish.startIndex, resources));
}

async function get({ read }: Desk, { query, ifNoneMatch }: ScimRequest, id: string): Promise<ScimAnswer> {
  const choice = readChoice(query);
  const row = await read((unit) => userById(unit, id as MemberId));
  if (row === null) throw noSuch('user');
  if (ifNoneMatch !== null && isAmong(row, ifNoneMatch)) return answerWith(304, {}, row);
  return answerWith(200, chosen(userResource(row), choice), row);
}

async function create({ database, scope }: Desk, { body, query }: ScimRequest): Promise<ScimAnswer> {
  const choice = readChoice(query);
  const sent = body();
  needSchema(sent, USER_SCHEMA);
  const state = readUser(sent);
  const row = await written(database, scope, (unit) => createUser(unit, state));
  const { headers, ...answer } = answerWith(201, chosen(userResource(row), choice), row);
  return { ...answer, headers: { ...headers, location: `${ROOT}/Users/${row.id}` } };
}

/** Changes a user into what is made of it. */
async function change(
  { database, scope }: Desk,
  { query, ifMatch }: ScimRequest,
  id: string,
  made: (before: UserRow) => UserState,
): Promise<ScimAnswer> {
  const choice = readChoice(query);
  const row = await written(database, scope, async (unit) => {
    const before = await holdUser(unit, id as MemberId, ifMatch);
    return changeUser(unit, before, made(before));
  });
  return answerWith(200, chosen(userResource(row), choice), row);
}

function replace(desk: Desk, request: ScimRequest, id: string): Promise<ScimAnswer> {
  const sent = request.body();
  needSchema(sent, USER_SCHEMA);
  const state = readUser(sent);
  return change(desk, request, id, () => state);
}

function patch(desk: Desk, request: ScimRequest, id: string): Promise<ScimAnswer> {
  const steps = readPatch(request.body());
  return change(desk, request, id, (before) => {
    const draft = recordOf(before);
    patchUser(draft, id, steps);
    return readUser(draft);
  });
}

async function remove({ database, scope }: Desk, { ifMatch }: ScimRequest, id: string): Promise<ScimAnswer> {
  await written(database, scope, async (unit) => removeUser(unit, await holdUser(unit, id as MemberId, ifMatch)));
  return answerOf(204, null);
}

export const userRoutes: Routes = {
  what: 'user',
  all: { GET: list, POST: create },
  one: { GET: get, PUT: replace, PATCH: patch, DELETE: remove },
};
