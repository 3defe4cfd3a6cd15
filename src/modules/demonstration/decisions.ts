/** Why this file exists: two debriefs, one decision with a dissent, and one hire. */
import type { Unit } from '../../platform/database/index.js';
import type { PersonId } from '../../platform/access/index.js';
import { decide, hireCandidate, recordDebrief } from '../evaluations/data.js';
import { applicationOf, applicationVersion } from './applications.js';
import { daysAfter } from './calendar.js';
import { personIn, teamIn, type Staff } from './company.js';
import { APPLICANTS } from './content/candidates.data.js';
import { ACCEPTED, DEBRIEFS } from './content/decisions.data.js';
import { hiringManagerOf } from './requisitions.js';
import type { Story } from './story.js';

const managerFor = (applicant: string): string =>
  hiringManagerOf(APPLICANTS.find(({ key }) => key === applicant)?.requisition ?? applicant);

async function tellDebriefs(story: Story, staff: Staff): Promise<void> {
  for (const { applicant, day, time, attendees, notes } of DEBRIEFS)
    await story.act(`debrief/${applicant}`, managerFor(applicant), { day, time }, (unit) =>
      recordDebrief(unit, {
        applicationId: applicationOf(story, applicant),
        notes,
        attendeeIds: attendees.map((key) => personIn(staff, key)),
        waivers: [],
      }),
    );
}

/** Debriefs, the decision and the hire. @returns the employee that the hire made */
export async function tellDecisions(story: Story, staff: Staff): Promise<PersonId> {
  await tellDebriefs(story, staff);
  const { applicant, day, time, reason, conditions, dissent, hired } = ACCEPTED;
  const applicationId = applicationOf(story, applicant);
  const manager = managerFor(applicant);
  const seen = async (unit: Unit) => ({ applicationId, version: await applicationVersion(unit, applicationId) });
  await story.act(`decision/${applicant}`, manager, { day, time }, async (unit) =>
    decide(unit, {
      ...(await seen(unit)),
      outcome: 'ACCEPT',
      reasonCodes: ['GAP_WITH_GROWTH_PLAN'],
      reason,
      conditions,
      dissent: [{ personId: personIn(staff, dissent.by), text: dissent.text }],
    }),
  );
  await story.act(`hire/${applicant}`, manager, { day: hired.day, time: hired.time }, async (unit) =>
    hireCandidate(unit, {
      ...(await seen(unit)),
      teamId: teamIn(story, hired.team),
      managerId: personIn(staff, hired.manager),
      startOn: daysAfter(story.theatre.storyDay, hired.startDay),
    }),
  );
  return story.idOf(`hire/${applicant}`, 'Person');
}
