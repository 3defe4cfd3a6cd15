/** Why this file exists: claims, and the people around them, for the tests of assessments. */
import type { Answer, TestApp, TestOrganisation } from './app.js';
import { givePerson } from './people.js';
import type { GivenPerson } from './profiles.js';

/** Day of all evidence. */
export const DAY = '2026-02-01';
export const shown = (typeKey: string) => ({ typeKey, title: 'What I did', occurredOn: DAY });
export const claim = (level: number, typeKey = 'merged-change', more = {}) => ({
  skillKey: 'ci-cd',
  level,
  evidence: [shown(typeKey)],
  ...more,
});
/** What an assessment mutation answers. */
export const ASSESSMENT = 'assessment { id state source level proposedLevel evidenceClass version }';

export interface ClaimCrew {
  readonly org: TestOrganisation;
  readonly above: GivenPerson;
  readonly manager: GivenPerson;
  readonly person: GivenPerson;
  readonly peer: GivenPerson;
}
/** A person and a peer, their manager, and the manager above. */
export async function giveClaimCrew(app: TestApp): Promise<ClaimCrew> {
  const org = await app.organisation();
  const above = await givePerson(org, { grants: ['EMPLOYEE', 'PEOPLE_MANAGER'] });
  const manager = await givePerson(org, { grants: ['EMPLOYEE', 'PEOPLE_MANAGER'], managerId: above.personId });
  const person = await givePerson(org, { managerId: manager.personId });
  const peer = await givePerson(org, { managerId: manager.personId });
  return { org, above, manager, person, peer };
}

const ENTRY =
  'query($p: ID!) { profile(personId: $p) { entries { skillKey level selfLevel proposedLevel isExempt source evidenceClass } } }';
/** The entry of a profile as somebody sees it. */
export async function entryFor(viewer: GivenPerson, of: GivenPerson, key = 'ci-cd'): Promise<Answer['data']> {
  const { profile } = await viewer.client.ask(ENTRY, { p: of.personId });
  return profile.entries.find((e: { skillKey: string }) => e.skillKey === key);
}
