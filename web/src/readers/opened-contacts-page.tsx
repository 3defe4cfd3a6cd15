/** Why this file exists: all contact data that auditors opened, for those who are to know of it. */
import type { ReactNode } from 'react';
import { useMore } from '../app/more.js';
import { Loadable } from '../app/reads.js';
import { graphql } from '../gql/index.js';
import { EmptyState } from '../ui/empty-state.js';
import { Page } from '../ui/page.js';
import { ShowMore } from '../ui/show-more.js';
import { OpenedLines } from './opened-line.js';
import { useReadersTexts } from './readers.texts.js';

const OpenedContacts = graphql(`
  query OpenedContacts($after: String) {
    breakGlassAccesses(first: 50, after: $after) {
      nodes {
        id
        ...OpenedLine
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

export function OpenedContactsPage(): ReactNode {
  const t = useReadersTexts();
  const { read, nodes, more, loadingMore } = useMore(OpenedContacts, {}, (data) => data.breakGlassAccesses);
  return (
    <Loadable of={read}>
      {() => (
        <Page title={t('openedTitle')} lead={t('openedLead')}>
          {nodes.length === 0 ? (
            <EmptyState small title={t('openedNone')}>
              {t('openedNoneBody')}
            </EmptyState>
          ) : (
            <OpenedLines of={nodes} label={t('openedTitle')} again={read.again} />
          )}
          <ShowMore more={more} loading={loadingMore} />
        </Page>
      )}
    </Loadable>
  );
}
