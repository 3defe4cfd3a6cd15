/** Why this file exists: interviews are scheduled from the plan; each interviewer writes, submits and, once, amends. */
import type { Unit } from '../../platform/database/index.js';
import type { Outcome, Problem } from '../../platform/outcome/index.js';
import {
  amendScorecard,
  interviewTable,
  saveScorecard,
  scheduleInterviews,
  scorecardTable,
  submitScorecard,
  updateInterview,
} from '../evaluations/data.js';
import type { InterviewId, ItemKey, ScorecardId } from '../evaluations/index.js';
import type { Id } from '../../platform/ids/index.js';
import type { SkillKey } from '../frameworks/index.js';
import { instantOf } from './calendar.js';
import { applicationOf } from './applications.js';
import { personIn, type Staff } from './company.js';
import { APPLICANTS, type DemoApplicant } from './content/candidates.data.js';
import { REQUISITIONS } from './content/requisitions.data.js';
import type { DemoAmendment, DemoRating, DemoScorecard } from './content/scorecards.js';
import { hiringManagerOf, present, requisitionAct } from './requisitions.js';
import type { Story } from './story.js';

type PlanInterviewId = Id<'PlanInterview'>;

/** Ids of the planned interviews, by the key of the sitting; the trail lists them in plan order. */
function sittingsOf(story: Story, requisition: string): ReadonlyMap<string, PlanInterviewId> {
  const planned = story.traces(`${requisitionAct(requisition)}/plan`).find((fact) => fact.type === 'InterviewsPlanned');
  const after = planned?.data?.['after'] as readonly { readonly id: PlanInterviewId }[] | undefined;
  const sittings = REQUISITIONS.find(({ key }) => key === requisition)?.plan?.sittings ?? [];
  return new Map(
    sittings.flatMap(({ key }, place) => (after?.[place] === undefined ? [] : [[key, after[place].id] as const])),
  );
}

async function schedule(story: Story, one: DemoApplicant): Promise<void> {
  const { interviews } = one;
  if (interviews === undefined) return;
  const sittings = sittingsOf(story, one.requisition);
  const times = interviews.times.flatMap(([sitting, day, time]) => {
    const plannedInterviewId = sittings.get(sitting);
    return plannedInterviewId === undefined
      ? []
      : [{ plannedInterviewId, scheduledAt: instantOf(story.theatre.storyDay, { day, time }) }];
  });
  await story.act(
    `interviews/${one.key}`,
    hiringManagerOf(one.requisition),
    { day: interviews.day, time: '15:30' },
    (unit) => scheduleInterviews(unit, { applicationId: applicationOf(story, one.key), times }),
  );
}

/** The interview of an application for one sitting. */
const interviewOf = (unit: Unit, story: Story, one: DemoApplicant, sitting: string) =>
  unit.findOne(interviewTable, {
    applicationId: applicationOf(story, one.key),
    planInterviewId: sittingsOf(story, one.requisition).get(sitting) ?? ('' as PlanInterviewId),
  });

async function hold(story: Story, one: DemoApplicant, sitting: string, staff: Staff): Promise<void> {
  const written = one.scorecards?.find(({ interview }) => interview === sitting);
  const day = written?.day ?? 0;
  await story.act(
    `interviews/${one.key}/${sitting}/held`,
    hiringManagerOf(one.requisition),
    { day, time: '15:00' },
    async (unit) => {
      const found = present(await interviewOf(unit, story, one, sitting), 'interview');
      return found.ok
        ? updateInterview(unit, { interviewId: found.value.id, version: found.value.version, state: 'DONE' })
        : found;
    },
  );
  if (written !== undefined) await write(story, one, written, staff);
}

const ratingsOf = (ratings: readonly DemoRating[]) =>
  ratings.map(([itemKey, skillKey, level, evidence]) => ({
    itemKey: itemKey as ItemKey,
    skillKey: skillKey as SkillKey,
    level,
    isNotAssessed: level === null,
    evidence,
  }));

interface Own {
  readonly scorecardId: ScorecardId;
  readonly version: number;
  readonly interviewId: InterviewId;
}

/** The scorecard of one author for one sitting, as it stands now. */
async function ownScorecard(
  unit: Unit,
  story: Story,
  one: DemoApplicant,
  author: { readonly interview: string; readonly by: string },
  staff: Staff,
): Promise<Outcome<Own, Problem>> {
  const interview = present(await interviewOf(unit, story, one, author.interview), 'interview');
  if (!interview.ok) return interview;
  const interviewId = interview.value.id;
  const found = present(
    await unit.findOne(scorecardTable, { interviewId, authorId: personIn(staff, author.by) }),
    'scorecard',
  );
  return found.ok
    ? { ok: true, value: { scorecardId: found.value.id, version: found.value.version, interviewId } }
    : found;
}

async function write(story: Story, one: DemoApplicant, card: DemoScorecard, staff: Staff): Promise<void> {
  const name = `scorecard/${one.key}/${card.interview}/${card.by}`;
  await story.act(name, card.by, { day: card.day, time: '15:40' }, async (unit) => {
    const own = await ownScorecard(unit, story, one, card, staff);
    if (!own.ok) return own;
    const { scorecardId, version } = own.value;
    return saveScorecard(unit, {
      scorecardId,
      version,
      verdict: card.verdict,
      summary: card.summary,
      ratings: ratingsOf(card.ratings),
    });
  });
  if (card.isDraft === true) return;
  await story.act(`${name}/submit`, card.by, { day: card.day, time: '16:10' }, async (unit) => {
    const own = await ownScorecard(unit, story, one, card, staff);
    return own.ok ? submitScorecard(unit, { scorecardId: own.value.scorecardId, version: own.value.version }) : own;
  });
}

/** What was submitted, with the ratings of the amendment in place of their own. */
function amended(
  one: DemoApplicant,
  amendment: DemoAmendment,
): { readonly summary: string; readonly ratings: readonly DemoRating[] } {
  const card = one.scorecards?.find(({ interview, by }) => interview === amendment.interview && by === amendment.by);
  const changed = ([item, skill]: DemoRating) =>
    amendment.ratings.find((other) => other[0] === item && other[1] === skill);
  return { summary: card?.summary ?? '', ratings: (card?.ratings ?? []).map((rating) => changed(rating) ?? rating) };
}

async function amend(story: Story, one: DemoApplicant, staff: Staff): Promise<void> {
  const { amendment } = one;
  if (amendment === undefined) return;
  const { summary, ratings } = amended(one, amendment);
  await story.act(
    `scorecard/${one.key}/amendment`,
    amendment.by,
    { day: amendment.day, time: '10:05' },
    async (unit) => {
      const own = await ownScorecard(unit, story, one, amendment, staff);
      if (!own.ok) return own;
      const { scorecardId, version } = own.value;
      return amendScorecard(unit, {
        scorecardId,
        version,
        summary,
        verdict: amendment.verdict,
        reason: amendment.reason,
        ratings: ratingsOf(ratings),
      });
    },
  );
}

/** Interviews with their scorecards. */
export async function tellInterviews(story: Story, staff: Staff): Promise<void> {
  for (const one of APPLICANTS) {
    await schedule(story, one);
    for (const sitting of one.held ?? []) await hold(story, one, sitting, staff);
    await amend(story, one, staff);
  }
}
