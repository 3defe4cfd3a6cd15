/** Why this file exists: from nothing to an organisation that can work: its row, its administrator, its library, in one transaction. */
import type { MemberId } from '../../platform/access/index.js';
import type { Database } from '../../platform/database/index.js';
import type { OrganisationId } from '../../platform/ids/index.js';
import { ok, type Outcome, type Problem } from '../../platform/outcome/index.js';
import { adoptLibrary } from '../frameworks/data.js';
import { addGrant } from '../grants/index.js';
import { addMember, hashPassword } from '../identity/index.js';
import { createOrganisation, newOrganisationId } from '../tenancy/index.js';

export interface Founding {
  readonly slug: string;
  readonly name: string;
  readonly adminEmail: string;
  readonly adminName: string;
  /** What the administrator does, in a few words; a default when absent. */
  readonly adminHeadline?: string;
  /** `null`: no password; for organisations that sign in otherwise. */
  readonly password: string | null;
  readonly isDemonstration?: boolean;
}

/** Creates an organisation with the built-in library and one administrator. All of it, or nothing. */
export async function foundOrganisation(
  database: Database,
  input: Founding,
): Promise<Outcome<{ organisationId: OrganisationId; adminId: MemberId }, Problem>> {
  const organisationId = newOrganisationId();
  const passwordHash = input.password === null ? null : await hashPassword(input.password);
  return database.write({ organisationId, actor: null, requestId: 'found-organisation' }, async (unit) => {
    await createOrganisation(unit, {
      slug: input.slug,
      name: input.name,
      isDemonstration: input.isDemonstration ?? false,
    });
    const adminId = await addMember(unit, {
      email: input.adminEmail,
      displayName: input.adminName,
      headline: input.adminHeadline ?? 'Organisation administrator',
      passwordHash,
    });
    await addGrant(unit, adminId, 'ORGANISATION_ADMIN', null);
    const adopted = await adoptLibrary(unit);
    return adopted.ok ? ok({ organisationId, adminId }) : adopted;
  });
}
