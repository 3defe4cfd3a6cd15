/** Why this file exists: users as rows: how they are read, asked for, sorted, and shown. Every member who was not removed is one. */
import type { MemberId } from '../../platform/access/index.js';
import type { Unit } from '../../platform/database/index.js';
import type { Attributes } from './filter-sql.js';
import { ROOT, timed } from './resources.js';
import type { UserEmail, UserState } from './user-state.js';

export const USER_SCHEMA = 'urn:ietf:params:scim:schemas:core:2.0:User';

export interface UserRow extends Omit<UserState, 'displayName' | 'active'> {
  readonly id: MemberId;
  readonly active: boolean;
  /** The name that is shown, sent or made of others. */
  readonly shownName: string;
  /** As sent. */
  readonly displayName: string | null;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly version: number;
  readonly isProvisioned: boolean;
}

const EMAILS = `coalesce(s.emails, jsonb_build_array(jsonb_build_object('value', m.email, 'type', 'work', 'primary', true)))`;
export const USERS = `from member m left join provisioned_user s on s.organisation_id = m.organisation_id and s.member_id = m.id
  where m.organisation_id = $1 and m.state <> 'REMOVED'`;
export const USER_COLUMNS = `m.id, coalesce(s.user_name, m.email) as "userName", s.external_id as "externalId", m.display_name as "shownName",
  case when s.member_id is null then m.display_name else s.display_name end as "displayName", s.formatted_name as "formattedName",
  s.given_name as "givenName", s.family_name as "familyName", nullif(m.headline, '') as title, ${EMAILS} as emails,
  m.state = 'ACTIVE' as active, m.created_at as "createdAt", m.updated_at as "updatedAt", m.version, s.member_id is not null as "isProvisioned"`;

/** A user name belongs to whom it was given to, else to the member whose address it is; both are found through an index. */
const named = (parameter: string): string => `m.id in (
  select member_id from provisioned_user where organisation_id = $1 and user_name_key = ${parameter}
  union all
  select o.id from member o where o.organisation_id = $1 and o.email = ${parameter}
    and not exists (select 1 from provisioned_user x where x.organisation_id = $1 and x.member_id = o.id))`;
const knownAs = (parameter: string): string =>
  `m.id in (select member_id from provisioned_user where organisation_id = $1 and external_id = ${parameter})`;

export const USER_ATTRIBUTES: Attributes = {
  schema: USER_SCHEMA.toLowerCase(),
  single: {
    id: { kind: 'EXACT', sql: 'm.id::text' },
    externalid: { kind: 'EXACT', sql: 's.external_id', equals: knownAs },
    username: { kind: 'TEXT', sql: 'coalesce(s.user_name, m.email)', equals: named },
    displayname: { kind: 'TEXT', sql: 'm.display_name' },
    'name.formatted': { kind: 'TEXT', sql: 's.formatted_name' },
    'name.givenname': { kind: 'TEXT', sql: 's.given_name' },
    'name.familyname': { kind: 'TEXT', sql: 's.family_name' },
    title: { kind: 'TEXT', sql: `nullif(m.headline, '')` },
    active: { kind: 'FLAG', sql: `(m.state = 'ACTIVE')` },
    'meta.created': { kind: 'TIME', sql: 'm.created_at' },
    'meta.lastmodified': { kind: 'TIME', sql: 'm.updated_at' },
  },
  many: {
    emails: {
      from: `jsonb_array_elements(${EMAILS}) as e where true`,
      parts: {
        value: { kind: 'TEXT', sql: `e ->> 'value'` },
        type: { kind: 'TEXT', sql: `e ->> 'type'` },
        primary: { kind: 'FLAG', sql: `(e ->> 'primary')::boolean` },
      },
    },
  },
};

/** A user that is there, or `null`. */
export const userById = (unit: Unit, id: MemberId): Promise<UserRow | null> =>
  unit.one<UserRow>(`select ${USER_COLUMNS} ${USERS} and m.id = $2`, [id]);

/** Another member who has the user name, or would have it as an address. */
export async function isNameTaken(unit: Unit, userName: string, by: MemberId | null): Promise<boolean> {
  const key = userName.toLowerCase();
  const sql = `select 1 ${USERS} and ${named('$2::text')} and ($3::uuid is null or m.id <> $3) limit 1`;
  return (await unit.one(sql, [key, by])) !== null;
}

const emailsOf = (emails: readonly UserEmail[]): object[] =>
  emails.map(({ value, type, primary }) => ({ value, ...(type === null ? {} : { type }), primary }));

/** A user as RFC 7643 shows one. */
export function userResource(row: UserRow): Record<string, unknown> {
  const name = {
    ...(row.formattedName === null ? {} : { formatted: row.formattedName }),
    ...(row.givenName === null ? {} : { givenName: row.givenName }),
    ...(row.familyName === null ? {} : { familyName: row.familyName }),
  };
  return {
    schemas: [USER_SCHEMA],
    id: row.id,
    ...(row.externalId === null ? {} : { externalId: row.externalId }),
    userName: row.userName,
    ...(Object.keys(name).length === 0 ? {} : { name }),
    displayName: row.shownName,
    ...(row.title === null ? {} : { title: row.title }),
    active: row.active,
    emails: emailsOf(row.emails),
    meta: { resourceType: 'User', ...timed(row), location: `${ROOT}/Users/${row.id}` },
  };
}
