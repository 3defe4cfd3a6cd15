/** Why this file exists: one row per customer; the only table, with the library, that belongs to no organisation. */
import { column, defineTable } from '../../platform/database/index.js';
import type { OrganisationId } from '../../platform/ids/index.js';

export interface OrganisationRecord {
  readonly id: OrganisationId;
  /** Short name for signing in, lower-case words joined by hyphens. */
  readonly slug: string;
  readonly name: string;
  readonly isDemonstration: boolean;
  readonly createdAt: string;
}

export const organisationTable = defineTable<OrganisationRecord>(
  'organisation',
  {
    columns: {
      id: column('uuid'),
      slug: column('text'),
      name: column('text'),
      isDemonstration: column('boolean'),
      createdAt: column('timestamptz'),
    },
    primaryKey: ['id'],
    unique: {
      organisation_slug_uq: {
        columns: ['slug'],
        problem: {
          code: 'ORGANISATION_SLUG_TAKEN',
          message: 'Another organisation has this short name. Choose another one.',
          field: 'slug',
        },
      },
    },
    checks: { organisation_slug_ck: `slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' AND length(slug) <= 60` },
  },
  { tenant: false, access: ['INSERT'] },
);
