/** Why this file exists: an application goes to the stage Debrief with its debrief, or by its own step when the debrief was there first. */
import { useCommand } from '../app/commands.js';
import { graphql } from '../gql/index.js';

const MoveToDebrief = graphql(`
  mutation EvaluationsMoveToDebrief($input: MoveApplicationInput!) {
    moveApplication(input: $input) {
      __typename
      ... on MoveApplicationSuccess {
        application {
          id
          ...EvaluationsDecision
        }
      }
      ...CommandProblem
    }
  }
`);

export function useMoveToDebrief() {
  const [run, moving] = useCommand(MoveToDebrief);
  const move = (application: { readonly id: string; readonly version: number }) =>
    run({ input: { applicationId: application.id, version: application.version, stage: 'DEBRIEF' } });
  return { move, moving };
}

/** Where the way to the decision goes on once the debrief is recorded. */
export const nextStepId = (applicationId: string): string => `after-debrief-${applicationId}`;
