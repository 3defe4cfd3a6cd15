/** Why this file exists: interviews and panels as the actor may see them; nothing here tells what anybody judged. */
import type { GraphQLResolveInfo } from 'graphql';
import { reaches } from '../../../platform/access/index.js';
import type { Unit } from '../../../platform/database/index.js';
import { defineLoader, page, type Page, type PageArgs } from '../../../platform/graphql/index.js';
import { applicationsWithin, reachOf } from '../../candidates/data.js';
import type { InterviewObject, PanelSeatObject } from '../api/scorecard.types.js';

/** Columns of an interview; the parameter is the person of the actor. */
const columns = (
  me: string,
): string => `i.id, i.state, i.scheduled_at as "scheduledAt", i.version, i.application_id as "applicationId",
  i.plan_interview_id as "planInterviewId", p.title, p.stage_key as "stageKey", p.minutes, a.requisition_id as "requisitionId",
  (select c.state = 'DRAFT' and i.state <> 'CANCELLED' from panel_seat s
     join scorecard c on c.organisation_id = s.organisation_id and c.interview_id = s.interview_id and c.author_id = s.person_id
    where s.organisation_id = i.organisation_id and s.interview_id = i.id and s.person_id = ${me}::uuid and s.removed_at is null) as "isMyScorecardDue"`;
const FROM = `interview i
  join plan_interview p on p.organisation_id = i.organisation_id and p.id = i.plan_interview_id
  join application a on a.organisation_id = i.organisation_id and a.id = i.application_id
  join requisition q on q.organisation_id = a.organisation_id and q.id = a.requisition_id`;

/** A page of interviews on whose panel the actor sits, in the order in which they were made. */
export async function myInterviewPage(
  unit: Unit,
  isDue: boolean | null,
  args: PageArgs,
  info: GraphQLResolveInfo,
): Promise<Page<InterviewObject>> {
  const { personId, conflicted } = await reachOf(unit);
  const isInterviewer = unit.actor !== null && reaches(unit.actor, 'interview:read', 'ASSIGNED');
  const query = {
    list: 'myInterviews',
    sql: `select * from (select ${columns('$2')} from ${FROM} where i.organisation_id = $1 and i.state <> 'CANCELLED' and a.candidate_id <> all($3::uuid[])) as mine
      where $5::boolean and "isMyScorecardDue" is not null and ($4::boolean is null or "isMyScorecardDue" = $4)`,
    values: [personId, conflicted, isDue, isInterviewer],
    orderBy: ['id'],
    filter: { isDue },
  };
  return page<InterviewObject>(unit, query, args, info);
}

export const interviewLoader = defineLoader<InterviewObject>('interview', async (unit, ids) => {
  const { sql, values } = await applicationsWithin(unit, 'application:read', 4);
  const rows = await unit.rows<InterviewObject>(
    `select ${columns('$3')} from ${FROM} where i.organisation_id = $1 and i.id = any($2::uuid[]) and ${sql}`,
    [ids, unit.actor?.personId ?? null, ...values],
  );
  return new Map(rows.map((row) => [row.id, row]));
});

/** Interviews by application, in plan order; only of applications that the actor may see. */
export const interviewsLoader = defineLoader<readonly InterviewObject[]>('applicationInterviews', async (unit, ids) => {
  const { sql, values } = await applicationsWithin(unit, 'application:read', 4);
  const rows = await unit.rows<InterviewObject>(
    `select ${columns('$3')} from ${FROM} where i.organisation_id = $1 and i.application_id = any($2::uuid[]) and ${sql} order by p.position, i.id`,
    [ids, unit.actor?.personId ?? null, ...values],
  );
  return new Map(ids.map((id) => [id, rows.filter((row) => row.applicationId === id)]));
});

/** Seats by interview: raters first. No row policy: the interview itself was seen. */
export const seatsLoader = defineLoader<readonly PanelSeatObject[]>('panelSeats', async (unit, ids) => {
  const rows = await unit.rows<PanelSeatObject & { interviewId: string }>(
    `select s.interview_id as "interviewId", s.person_id as "personId", s.is_observer as "isObserver", c.state = 'SUBMITTED' as "hasSubmitted",
            s.removed_at is not null as "isRemoved", c.id as "scorecardId"
       from panel_seat s join scorecard c on c.organisation_id = s.organisation_id and c.interview_id = s.interview_id and c.author_id = s.person_id
      where s.organisation_id = $1 and s.interview_id = any($2::uuid[]) order by s.is_observer, s.added_at, s.person_id`,
    [ids],
  );
  return new Map(ids.map((id) => [id, rows.filter((row) => row.interviewId === id)]));
});
