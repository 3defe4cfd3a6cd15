/** Why this file exists: claims of the last weeks: some wait for a review, some were confirmed, lowered, sent back or taken back. */
import type { Unit } from '../../platform/database/index.js';
import type { Outcome, Problem } from '../../platform/outcome/index.js';
import type { EvidenceTypeKey, SkillKey } from '../frameworks/index.js';
import type { AssessmentId } from '../matrices/index.js';
import {
  assess,
  confirmAssessment,
  exemptSkill,
  proposeAssessment,
  rejectAssessment,
  revokeAssessment,
} from '../matrices/data.js';
import { daysAfter } from './calendar.js';
import { personIn, type Staff } from './company.js';
import { CLAIMS, EXEMPTED, FIRST_WEEKS, REVOKED, type DemoClaim } from './content/claims.data.js';
import { ACCEPTED } from './content/decisions.data.js';
import { PEOPLE } from './content/people.data.js';
import type { Story } from './story.js';

const nameOf = ({ about, by, skill }: DemoClaim): string => `claim/${about}/${skill}/${by}`;
/** The manager of a person, the hire included. */
const managerOf = (key: string): string =>
  key === ACCEPTED.applicant ? ACCEPTED.hired.manager : (PEOPLE.find((one) => one.key === key)?.manager ?? key);

function make(
  unit: Unit,
  claim: DemoClaim,
  staff: Staff,
  storyDay: string,
): Promise<Outcome<{ id: AssessmentId }, Problem>> {
  const evidence = claim.evidence.map(([type, title]) => ({
    typeKey: type as EvidenceTypeKey,
    title,
    occurredOn: daysAfter(storyDay, claim.day - 5),
  }));
  const input = {
    skillKey: claim.skill as SkillKey,
    level: claim.level,
    evidence,
    validOn: daysAfter(storyDay, claim.day),
  };
  if (claim.by === claim.about) return proposeAssessment(unit, { ...input, isSelfView: claim.isSelfView ?? false });
  const peerId = claim.by === managerOf(claim.about) ? null : personIn(staff, claim.by);
  return assess(unit, { ...input, personId: personIn(staff, claim.about), peerId });
}

function review(
  unit: Unit,
  { review: given }: DemoClaim,
  assessmentId: AssessmentId,
): Promise<Outcome<unknown, Problem>> {
  const seen = { assessmentId, version: 1 };
  if (given === undefined) throw new Error('nobody has looked at this claim');
  return 'confirms' in given.says
    ? confirmAssessment(unit, { ...seen, level: given.says.confirms })
    : rejectAssessment(unit, { ...seen, reason: given.says.rejects });
}

async function tell(story: Story, staff: Staff, claim: DemoClaim): Promise<AssessmentId> {
  const name = nameOf(claim);
  const actor = claim.by === claim.about ? claim.by : managerOf(claim.about);
  await story.act(name, actor, { day: claim.day, time: '11:20' }, (unit) =>
    make(unit, claim, staff, story.theatre.storyDay),
  );
  const id = story.idOf(name, 'Assessment');
  const { review: given } = claim;
  if (given !== undefined)
    await story.act(`${name}/review`, given.by, { day: given.day, time: '15:05' }, (unit) => review(unit, claim, id));
  return id;
}

/** Claims, reviews, one revocation and one exemption. */
export async function tellClaims(story: Story, staff: Staff): Promise<void> {
  for (const claim of CLAIMS) await tell(story, staff, claim);
  const revoked = await tell(story, staff, REVOKED.claim);
  await story.act('claim/revoked', REVOKED.by, { day: REVOKED.day }, (unit) =>
    revokeAssessment(unit, { assessmentId: revoked, version: 2, reason: REVOKED.reason }),
  );
  await story.act('claim/exempted', EXEMPTED.by, { day: EXEMPTED.day }, (unit) =>
    exemptSkill(unit, {
      personId: personIn(staff, EXEMPTED.about),
      skillKey: EXEMPTED.skill as SkillKey,
      reason: EXEMPTED.reason,
    }),
  );
}

/** What the manager saw of the hire, before a plan is made of it. @param staff with the hire */
export async function tellFirstWeeks(story: Story, staff: Staff): Promise<void> {
  for (const claim of FIRST_WEEKS) await tell(story, staff, claim);
}
