/** Why this file exists: the hiring part of the story, in the order in which one thing leads to the next. */
import type { PersonId } from '../../platform/access/index.js';
import { tellApplications, tellDebriefStages, tellPromises } from './applications.js';
import type { Staff } from './company.js';
import { tellDecisions } from './decisions.js';
import { tellInterviews } from './interviews.js';
import { tellRequisitions } from './requisitions.js';
import type { Story } from './story.js';

/** Openings, applications, interviews, decisions. @returns the employee that the hire made */
export async function tellHiring(story: Story, staff: Staff): Promise<PersonId> {
  await tellRequisitions(story, staff);
  await tellApplications(story, staff);
  await tellInterviews(story, staff);
  await tellDebriefStages(story);
  await tellPromises(story);
  return tellDecisions(story, staff);
}
