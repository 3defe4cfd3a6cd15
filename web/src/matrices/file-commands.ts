/** Why this file exists: what is asked of the server about files of evidence, wherever they are shown. */
import { graphql } from '../gql/index.js';

export const OpenFile = graphql(`
  mutation EvidenceOpenFile($input: OpenEvidenceFileInput!) {
    openEvidenceFile(input: $input) {
      __typename
      ... on OpenEvidenceFileSuccess {
        link
      }
      ...CommandProblem
    }
  }
`);

export const WithdrawFile = graphql(`
  mutation EvidenceWithdrawFile($input: WithdrawEvidenceFileInput!) {
    withdrawEvidenceFile(input: $input) {
      __typename
      ... on WithdrawEvidenceFileSuccess {
        fileId
        isKept
      }
      ...CommandProblem
    }
  }
`);
