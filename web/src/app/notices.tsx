/** Why this file exists: what waits for the person who is signed in, as counts in the sidebar and as a list under the bell. */
import type { ReactNode } from 'react';
import { Menu } from '@mantine/core';
import { IconBell, IconCalendarEvent, IconClipboardCheck, IconHome } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { graphql } from '../gql/index.js';
import { useCoreTexts } from './core-texts.js';
import { list } from './format.js';
import { loadedLater } from './later.js';
import { useRead } from './reads.js';
import { useSession } from './session.js';

const Live = loadedLater(async () => (await import('./live.js')).Live);

const WaitingQuery = graphql(`
  query Waiting($interviews: Boolean!, $reviews: Boolean!) {
    myInterviews(isDue: true, first: 100) @include(if: $interviews) {
      nodes {
        id
      }
    }
    assessmentsToReview(first: 100) @include(if: $reviews) {
      nodes {
        id
      }
    }
  }
`);

export interface Waiting {
  /** By address of the page that shows them. */
  readonly counts: Readonly<Record<string, number>>;
  /** Asks anew; absent before the first answer. */
  readonly again: (() => void) | undefined;
}

export function useWaiting(): Waiting {
  const { may } = useSession();
  const interviews = may('scorecard:read');
  const reviews = may('assessment:submit');
  const { data, again } = useRead(WaitingQuery, { interviews, reviews }, { pause: !interviews && !reviews });
  return {
    again: data && again,
    counts: {
      '/interviews': data?.myInterviews?.nodes.length ?? 0,
      '/reviews': data?.assessmentsToReview?.nodes.length ?? 0,
    },
  };
}

export function Notices({ waiting }: { readonly waiting: Waiting }): ReactNode {
  const t = useCoreTexts();
  const navigate = useNavigate();
  const go = (to: string): void => void navigate({ to });
  const scorecards = waiting.counts['/interviews'] ?? 0;
  const reviews = waiting.counts['/reviews'] ?? 0;
  const total = scorecards + reviews;
  const told = [
    ...(scorecards === 0 ? [] : [t('scorecardsDue', { count: scorecards })]),
    ...(reviews === 0 ? [] : [t('reviewsWaiting', { count: reviews })]),
  ];
  return (
    <Menu position="bottom-end" width={280}>
      {waiting.again && <Live again={waiting.again} />}
      <Menu.Target>
        <button
          type="button"
          className="icon-button"
          data-new={total > 0}
          aria-label={total === 0 ? t('notices') : `${t('notices')}: ${list(told)}`}
        >
          <IconBell />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {scorecards === 0 ? null : (
          <Menu.Item leftSection={<IconCalendarEvent size={16} stroke={1.6} />} onClick={() => go('/interviews')}>
            {t('scorecardsDue', { count: scorecards })}
          </Menu.Item>
        )}
        {reviews === 0 ? null : (
          <Menu.Item leftSection={<IconClipboardCheck size={16} stroke={1.6} />} onClick={() => go('/reviews')}>
            {t('reviewsWaiting', { count: reviews })}
          </Menu.Item>
        )}
        {total > 0 ? null : <Menu.Item disabled>{t('noticesNone')}</Menu.Item>}
        <Menu.Item leftSection={<IconHome size={16} stroke={1.6} />} onClick={() => go('/')}>
          {t('noticesAll')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
