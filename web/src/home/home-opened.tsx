/** Why this file exists: contact data that an auditor opened is told on the first page to those who are to know of it. */
import type { ReactNode } from 'react';
import { IconLockOpen2 } from '@tabler/icons-react';
import { instant } from '../app/format.js';
import { graphql, readFragment, type FragmentType } from '../gql/index.js';
import { Go } from '../ui/go.js';
import { useHomeTexts } from './home.texts.js';

const HomeOpenedFragment = graphql(`
  fragment HomeOpened on BreakGlass {
    id
    reason
    openedAt
    expiresAt
    isOpen
    candidate {
      id
      displayName
    }
    openedBy {
      id
      displayName
    }
  }
`);

export function HomeOpened({ of }: { readonly of: readonly FragmentType<typeof HomeOpenedFragment>[] }): ReactNode {
  const t = useHomeTexts();
  return readFragment(HomeOpenedFragment, of).map(
    ({ id, reason, openedAt, expiresAt, isOpen, candidate, openedBy }) => (
      <div key={id} className={`banner ${isOpen ? '' : 'info'}`} style={{ marginBottom: 22 }} role="note">
        <IconLockOpen2 size={17} aria-hidden />
        <span>
          {t('opened', {
            auditor: openedBy?.displayName ?? t('somebody'),
            candidate: candidate?.displayName ?? t('somebody'),
            at: instant(openedAt),
            reason,
          })}{' '}
          {isOpen ? t('openedUntil', { at: instant(expiresAt) }) : t('openedOver')}{' '}
          <Go to="/opened-contacts">{t('openedAll')}</Go>
        </span>
      </div>
    ),
  );
}
