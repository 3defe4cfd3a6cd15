/** Why this file exists: the chapters of the story in the order in which one thing leads to the next. */
import type { MemberId } from '../../platform/access/index.js';
import { tellClaims, tellFirstWeeks } from './claims.js';
import { tellCompany, type Staff } from './company.js';
import { ACCEPTED } from './content/decisions.data.js';
import { tellFrameworkFork } from './framework-fork.js';
import { tellPlan, tellStart } from './growth.js';
import { tellProgress, tellSetAside } from './growth-progress.js';
import { tellHiring } from './hiring.js';
import { tellProfiles } from './profiles.js';
import type { Story } from './story.js';

/** Plans that began before the autumn. */
const EARLIER = ['freya', 'oluwaseun', 'lucia'] as const;

/** Everything of the story but its first and last act. @param administratorId who founded the organisation */
export async function tellChapters(story: Story, administratorId: MemberId): Promise<void> {
  const staff = await tellCompany(story, administratorId);
  await tellProfiles(story, staff);
  for (const plan of EARLIER) {
    await tellPlan(story, staff, plan);
    await tellStart(story, plan);
    await tellProgress(story, plan);
  }
  await tellClaims(story, staff);
  const hired = await tellHiring(story, staff);
  await tellNewcomer(story, new Map([...staff, [ACCEPTED.applicant, hired]]));
  for (const draft of ['mateus', 'chen-wei']) await tellPlan(story, staff, draft);
  await tellFrameworkFork(story);
}

/** The hire: what the manager sees in the first weeks, and the plan that starts from the interviews. */
async function tellNewcomer(story: Story, staff: Staff): Promise<void> {
  const plan = ACCEPTED.applicant;
  await tellFirstWeeks(story, staff);
  await tellPlan(story, staff, plan);
  await tellSetAside(story);
  await tellStart(story, plan);
  await tellProgress(story, plan);
}
