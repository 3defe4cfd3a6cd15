/** Why this file exists: the next draft of a job role is made from its page and from the builder. */
import { graphql } from '../../gql/index.js';

export const DraftVersion = graphql(`
  mutation JobRoleDraftVersion($input: DraftJobRoleVersionInput!) {
    draftJobRoleVersion(input: $input) {
      __typename
      ... on DraftJobRoleVersionSuccess {
        jobRoleVersion {
          id
          version
          number
          state
        }
      }
      ...CommandProblem
    }
  }
`);
