/** Why this file exists: whoever has a scorecard to write is told that the own list may have changed, and nobody is told what others do with theirs. */
import type { PersonId } from '../../../platform/access/index.js';
import type { AuditFact, Unit } from '../../../platform/database/index.js';
import type { Notice } from '../../../platform/live/index.js';
import { applicantFacts } from '../../candidates/data.js';
import { conflictedAmong } from '../../candidates/index.js';
import type { CandidateId } from '../../candidates/index.js';

const toPerson = (id: unknown): Notice[] =>
  typeof id === 'string' ? [{ subject: `person:${id}`, kind: 'INTERVIEWS' }] : [];

interface DueSeat {
  readonly personId: PersonId;
  readonly candidateId: CandidateId;
}
/** Who sits on the panels of an interview, or of all of an application, and has not submitted: the list of nobody else changes. */
async function dueSeats(unit: Unit, name: 'i.id' | 'i.application_id', id: string): Promise<PersonId[]> {
  const seats = await unit.rows<DueSeat>(
    `select distinct s.person_id as "personId", a.candidate_id as "candidateId" from interview i
       join application a on a.organisation_id = i.organisation_id and a.id = i.application_id
       join panel_seat s on s.organisation_id = i.organisation_id and s.interview_id = i.id and s.removed_at is null
       join scorecard c on c.organisation_id = s.organisation_id and c.interview_id = s.interview_id and c.author_id = s.person_id and c.state = 'DRAFT'
      where i.organisation_id = $1 and ${name} = $2`,
    [id],
  );
  const [first] = seats;
  if (first === undefined) return [];
  const people = seats.map(({ personId }) => personId);
  const facts = (await applicantFacts(unit, [first.candidateId])).get(first.candidateId);
  const conflicted = new Set(facts === undefined ? people : conflictedAmong(people, facts));
  return people.filter((person) => !conflicted.has(person)); // to them the application does not exist, its moments included
}

/** A scorecard that somebody submits changes the list of its author alone. */
export async function interviewNotices(unit: Unit, { type, entityId, data }: AuditFact): Promise<readonly Notice[]> {
  if (type === 'ScorecardSubmitted') return toPerson(unit.actor?.personId);
  if (type === 'PanelSeatGiven' || type === 'PanelSeatTaken') return toPerson(data?.['personId']);
  if (type === 'InterviewsScheduled') return (await dueSeats(unit, 'i.application_id', entityId)).flatMap(toPerson);
  if (type === 'InterviewChanged') return (await dueSeats(unit, 'i.id', entityId)).flatMap(toPerson);
  return [];
}
