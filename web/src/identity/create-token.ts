/** Why this file exists: tokens of members and of identity providers are made by the same command. */
import { useCommand } from '../app/commands.js';
import { graphql } from '../gql/index.js';

const CreateApiToken = graphql(`
  mutation CreateApiToken($input: CreateApiTokenInput!) {
    createApiToken(input: $input) {
      __typename
      ... on CreateApiTokenSuccess {
        apiToken {
          id
        }
        secret {
          value
        }
      }
      ...CommandProblem
    }
  }
`);
export const useCreateToken = () => useCommand(CreateApiToken);

/** A day so many days from today (UTC, as the server counts the days of tokens). */
export const dayFromToday = (days: number): string =>
  new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
/** A token lives no longer. */
export const MOST_DAYS = 365;
