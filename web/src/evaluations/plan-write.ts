/** Why this file exists: a plan is always written as a whole; each change on the page becomes the next whole plan. */
import { useCommand } from '../app/commands.js';
import { notifyDone, notifyProblem } from '../app/notify.js';
import { graphql, readFragment } from '../gql/index.js';
import type { PlannedInterviewInput } from '../gql/graphql.js';
import { usePlanTexts } from './plan-texts.js';
import { PlanFragment, type Plan, type Sitting } from './plan-types.js';

const PlanInterviews = graphql(`
  mutation EvaluationsPlanInterviews($input: PlanInterviewsInput!) {
    planInterviews(input: $input) {
      __typename
      ... on PlanInterviewsSuccess {
        interviewPlan {
          ...EvaluationsPlan
        }
      }
      ...CommandProblem
    }
  }
`);

export const inputOf = (sitting: Sitting): PlannedInterviewInput => ({
  id: sitting.id,
  stageKey: sitting.stageKey,
  title: sitting.title,
  minutes: sitting.minutes,
  items: sitting.items.map(({ itemKey, skills }) => ({ itemKey, skillKeys: skills.map((skill) => skill.key) })),
  seats: sitting.seats.flatMap(({ isObserver, person }) =>
    person == null ? [] : [{ personId: person.id, isObserver }],
  ),
});

/** @returns true when the plan was written */
export type WritePlan = (
  plan: Pick<Plan, 'version'> | null,
  kitId: string,
  interviews: PlannedInterviewInput[],
  done?: string,
) => Promise<boolean>;

/** @param onWritten gets the plan as it is now, before the page is asked again, so that the next change stands on it */
export function usePlanning(
  requisitionId: string,
  again: () => void,
  onWritten?: (plan: Plan) => void,
): { readonly write: WritePlan; readonly running: boolean } {
  const t = usePlanTexts();
  const [run, running] = useCommand(PlanInterviews);
  const write: WritePlan = async (plan, kitId, interviews, done) => {
    const outcome = await run({ input: { requisitionId, version: plan?.version ?? null, kitId, interviews } });
    if (outcome.ok) {
      notifyDone(done ?? t('saved'));
      onWritten?.(readFragment(PlanFragment, outcome.value.interviewPlan));
    } else notifyProblem(outcome.problem);
    again();
    return outcome.ok;
  };
  return { write, running };
}
