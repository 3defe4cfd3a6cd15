/** Why this file exists: finding and creating organisations. */
import type { Database, Unit } from '../../platform/database/index.js';
import { newId, type OrganisationId } from '../../platform/ids/index.js';
import { registerProblems } from '../../platform/problems/index.js';
import { organisationTable, type OrganisationRecord } from './organisation.table.js';

export const tenancyProblems = registerProblems('tenancy', {
  ORGANISATION_SLUG_TAKEN: {
    kind: 'AlreadyExists',
    meaning: 'Another organisation has this short name.',
    mend: 'The operator chooses another short name.',
  },
});

const COLUMNS = 'id, slug, name, is_demonstration as "isDemonstration", created_at as "createdAt"';

/** The organisation with this short name, or `null`. */
export async function organisationBySlug(database: Database, slug: string): Promise<OrganisationRecord | null> {
  const rows = await database.readShared<OrganisationRecord>(`select ${COLUMNS} from organisation where slug = $1`, [
    slug,
  ]);
  return rows[0] ?? null;
}

/** All organisations, oldest first. */
export const allOrganisations = (database: Database): Promise<OrganisationRecord[]> =>
  database.readShared<OrganisationRecord>(`select ${COLUMNS} from organisation order by created_at, id`);

/** The organisation of the unit. */
export async function currentOrganisation(unit: Unit): Promise<OrganisationRecord | null> {
  return unit.one<OrganisationRecord>(`select ${COLUMNS} from organisation where id = $1`);
}

export const newOrganisationId = (): OrganisationId => newId<'Organisation'>();

/**
 * Writes the organisation's own row inside a unit that is already bound to it.
 * @param input  slug: lower-case words joined by hyphens, at most 60 characters, unique
 */
export async function createOrganisation(
  unit: Unit,
  input: { slug: string; name: string; isDemonstration: boolean },
): Promise<void> {
  await unit.insert(organisationTable, [{ id: unit.organisationId, ...input, createdAt: unit.now.toISOString() }]);
  unit.record({
    type: 'OrganisationCreated',
    entity: 'Organisation',
    entityId: unit.organisationId,
    data: { slug: input.slug, name: input.name },
  });
}
