/** Why this file exists: administrators and auditors see every token of the organisation, without its secret. */
import type { ReactNode } from 'react';
import { useMore } from '../app/more.js';
import { Loadable } from '../app/reads.js';
import { graphql } from '../gql/index.js';
import { Block } from '../ui/skeleton.js';
import { TokenList } from './token-list.js';

const AllTokensQuery = graphql(`
  query AllTokens($after: String) {
    apiTokens(first: 50, after: $after) {
      nodes {
        id
        ...ApiTokenLine
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

export function AllTokens(): ReactNode {
  const { read, nodes, more, loadingMore } = useMore(AllTokensQuery, {}, (data) => data.apiTokens);
  return (
    <Loadable of={read} skeleton={<Block height={240} />}>
      {() => <TokenList tokens={nodes} more={more} loadingMore={loadingMore} again={read.again} isEverybodys />}
    </Loadable>
  );
}
