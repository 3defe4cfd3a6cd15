/** Why this file exists: the grants as an enum of the API. */
import { registerEnumType } from '@nestjs/graphql';
import { GRANTS, type GrantName } from './authorization-matrix.js';
import { GRANT_WORDS } from './rights-in-words.js';

export const Grant = Object.fromEntries(GRANTS.map((g) => [g, g])) as { readonly [G in GrantName]: G };
registerEnumType(Grant, {
  name: 'Grant',
  description: 'What a member may do; grants add up, conflicts of interest take away.',
  valuesMap: Object.fromEntries(GRANTS.map((g) => [g, { description: GRANT_WORDS[g].description }])),
});
