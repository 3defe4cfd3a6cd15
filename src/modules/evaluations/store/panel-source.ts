/** Why this file exists: tells the candidates module on which panels a person sits, so that interviewers see their applications. */
import { setPanelSource, type PanelPart } from '../../candidates/data.js';

setPanelSource((unit, personId) =>
  unit.rows<PanelPart>(
    `select i.application_id as "applicationId", bool_or(c.state = 'DRAFT') as "isScorecardDue"
       from panel_seat s
       join interview i on i.organisation_id = s.organisation_id and i.id = s.interview_id
       join scorecard c on c.organisation_id = s.organisation_id and c.interview_id = s.interview_id and c.author_id = s.person_id
      where s.organisation_id = $1 and s.person_id = $2 and s.removed_at is null and i.state <> 'CANCELLED'
      group by i.application_id order by i.application_id`,
    [personId],
  ),
);
