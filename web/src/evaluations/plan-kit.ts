/** Why this file exists: what planning reads of an interview kit. */
import { graphql } from '../gql/index.js';
import type { EvaluationsPlanKitFragment } from '../gql/graphql.js';

export const KitFragment = graphql(`
  fragment EvaluationsPlanKit on InterviewKit {
    id
    key
    name
    number
    stages {
      key
      name
      minutes
    }
    items {
      key
      title
      minutes
      stageKey
      rungs
      skills {
        key
        name
      }
    }
  }
`);
export type Kit = EvaluationsPlanKitFragment;
