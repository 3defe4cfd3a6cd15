/** Why this file exists: what this service provider can do, said in the words of RFC 7643, sections 5 to 7; it says no more than is true. */
import { GROUP_SCHEMA } from './group-rows.js';
import { LIST_SCHEMA, MOST_RESULTS } from './lists.js';
import { ROOT } from './resources.js';
import { noSuch } from './scim-error.js';
import { USER_SCHEMA } from './user-rows.js';

const SCHEMA = 'urn:ietf:params:scim:schemas:core:2.0:Schema';
const RESOURCE_TYPE = 'urn:ietf:params:scim:schemas:core:2.0:ResourceType';
const CONFIG = 'urn:ietf:params:scim:schemas:core:2.0:ServiceProviderConfig';

export const serviceProviderConfig = {
  schemas: [CONFIG],
  patch: { supported: true },
  bulk: { supported: false, maxOperations: 0, maxPayloadSize: 0 },
  filter: { supported: true, maxResults: MOST_RESULTS },
  changePassword: { supported: false },
  sort: { supported: true },
  etag: { supported: true },
  authenticationSchemes: [
    {
      type: 'oauthbearertoken',
      name: 'API token',
      description: 'An API token with the scope scim, made by an administrator, in the header Authorization.',
      primary: true,
    },
  ],
  meta: { resourceType: 'ServiceProviderConfig', location: `${ROOT}/ServiceProviderConfig` },
};

const resourceType = (id: string, endpoint: string, schema: string, description: string) => ({
  ...{ schemas: [RESOURCE_TYPE], id, name: id, description, endpoint, schema, schemaExtensions: [] },
  meta: { resourceType: 'ResourceType', location: `${ROOT}/ResourceTypes/${id}` },
});
const resourceTypes = [
  resourceType('User', '/Users', USER_SCHEMA, 'A member of the organisation.'),
  resourceType('Group', '/Groups', GROUP_SCHEMA, 'A group of members; an administrator says what it gives.'),
];

interface Traits {
  readonly type?: 'string' | 'boolean' | 'complex' | 'reference';
  readonly required?: boolean;
  readonly caseExact?: boolean;
  readonly multiValued?: boolean;
  readonly mutability?: 'readOnly' | 'readWrite' | 'immutable';
  readonly uniqueness?: 'none' | 'server';
  readonly subAttributes?: readonly object[];
  readonly referenceTypes?: readonly string[];
  readonly canonicalValues?: readonly string[];
}
function attribute(name: string, description: string, traits: Traits = {}): object {
  const { type = 'string', ...others } = traits;
  const usual = { multiValued: false, required: false, mutability: 'readWrite', returned: 'default' };
  const text = type === 'string' || type === 'reference' ? { caseExact: false, uniqueness: 'none' } : {};
  return { name, type, description, ...usual, ...text, ...others };
}

const userAttributes = [
  attribute('userName', 'How the identity provider names the user.', { required: true, uniqueness: 'server' }),
  attribute('name', 'The parts of the name.', {
    type: 'complex',
    subAttributes: [
      attribute('formatted', 'The whole name as one text.'),
      attribute('familyName', 'Family name.'),
      attribute('givenName', 'Given name.'),
    ],
  }),
  attribute('displayName', 'The name that colleagues read; made of the others when it is not sent.'),
  attribute('title', 'What the user does, in a few words.'),
  attribute('active', 'Whether the user may sign in; false ends sessions and tokens at once.', { type: 'boolean' }),
  attribute('emails', 'Addresses; the primary one, else one for work, is that of the member.', {
    type: 'complex',
    multiValued: true,
    subAttributes: [
      attribute('value', 'The address.'),
      attribute('type', 'What it is for.', { canonicalValues: ['work', 'home', 'other'] }),
      attribute('primary', 'Whether it is the preferred one.', { type: 'boolean' }),
    ],
  }),
];
const groupAttributes = [
  attribute('displayName', 'The name of the group.', { required: true }),
  attribute('members', 'The users in the group.', {
    type: 'complex',
    multiValued: true,
    subAttributes: [
      attribute('value', 'Id of the user.', { mutability: 'immutable', caseExact: true }),
      attribute('$ref', 'Address of the user.', {
        ...{ type: 'reference', mutability: 'readOnly', caseExact: true, referenceTypes: ['User'] },
      }),
      attribute('display', 'Name of the user.', { mutability: 'readOnly' }),
      attribute('type', 'What the member is.', { mutability: 'immutable', canonicalValues: ['User'] }),
    ],
  }),
];

const schema = (id: string, name: string, description: string, attributes: readonly object[]) => ({
  ...{ schemas: [SCHEMA], id, name, description, attributes },
  meta: { resourceType: 'Schema', location: `${ROOT}/Schemas/${id}` },
});
const schemas = [
  schema(USER_SCHEMA, 'User', 'A member of the organisation.', userAttributes),
  schema(GROUP_SCHEMA, 'Group', 'A group of members.', groupAttributes),
];

const all = (resources: readonly object[]): object => ({
  ...{ schemas: [LIST_SCHEMA], totalResults: resources.length, startIndex: 1, itemsPerPage: resources.length },
  Resources: resources,
});
function oneOf(what: string, resources: readonly { readonly id: string }[], id: string | null): object {
  if (id === null) return all(resources);
  const found = resources.find((resource) => resource.id.toLowerCase() === id.toLowerCase());
  if (found === undefined) throw noSuch(what);
  return found;
}

/** Answers about the service provider itself; `null` when the name is none of them. @throws ScimError */
export function discovered(name: string, id: string | null): object | null {
  if (name === 'ServiceProviderConfig' && id === null) return serviceProviderConfig;
  if (name === 'ResourceTypes') return oneOf('resource type', resourceTypes, id);
  return name === 'Schemas' ? oneOf('schema', schemas, id) : null;
}
