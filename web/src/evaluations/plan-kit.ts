/** Why this file exists: what planning reads of an interview kit. */
import { graphql, readFragment, type FragmentType } from '../gql/index.js';

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
const read = (ref: FragmentType<typeof KitFragment>) => readFragment(KitFragment, ref);
export type Kit = ReturnType<typeof read>;
