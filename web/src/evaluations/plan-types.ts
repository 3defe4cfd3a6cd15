/** Why this file exists: what the parts of the plan page read of a plan. */
import { graphql } from '../gql/index.js';
import type { EvaluationsPlanFragment } from '../gql/graphql.js';

export const PlanFragment = graphql(`
  fragment EvaluationsPlan on InterviewPlan {
    version
    requisitionId
    assessedMustHaves
    kit {
      id
      name
      number
    }
    interviews {
      id
      title
      stageKey
      minutes
      isScheduled
      items {
        itemKey
        title
        skills {
          key
          name
        }
      }
      seats {
        isObserver
        person {
          id
          displayName
        }
      }
    }
    coverage {
      requiredLevel
      raterCount
      skill {
        key
        name
      }
      cells {
        plannedInterviewId
        itemKeys
        raterIds
      }
    }
    warnings {
      code
      message
      severity
      plannedInterviewId
    }
  }
`);
export type Plan = EvaluationsPlanFragment;
export type Sitting = Plan['interviews'][number];
