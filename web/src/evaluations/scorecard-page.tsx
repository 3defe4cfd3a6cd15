/** Why this file exists: the one page an interviewer writes on: from the first word to the submitted, locked scorecard. */
import { useEffect, useMemo, useState, type ReactNode } from 'react';
import { useParams } from '@tanstack/react-router';
import { fetchedWhenDrawn } from '../app/later.js';
import { Loadable, Missing, useRead, type Reading } from '../app/reads.js';
import { graphql, readFragment } from '../gql/index.js';
import type { EvaluationsScorecardQuery } from '../gql/graphql.js';
import { EmptyState } from '../ui/empty-state.js';
import { usePageTitle } from '../ui/page.js';
import { ScorecardForm } from './scorecard-form.js';
import { ScorecardSkeleton } from './scorecard-skeleton.js';
import { useScorecardTexts } from './scorecard.texts.js';
import { asksOf, ScorecardAsks } from './scorecard-view.js';

const LockedScorecard = fetchedWhenDrawn(async () => (await import('./scorecard-locked.js')).LockedScorecard);

const ScorecardQuery = graphql(`
  query EvaluationsScorecard($id: ID!) {
    interview(id: $id) {
      id
      isMyScorecardDue
      ...EvaluationsScorecardHead
      ...EvaluationsScorecardAsks
      ...EvaluationsScorecardPanel
      application {
        id
        candidate {
          id
          displayName
        }
      }
      myScorecard {
        id
        state
        ...EvaluationsScorecardWriting
        ...EvaluationsLockedScorecard
      }
    }
  }
`);

export type ScorecardInterview = NonNullable<EvaluationsScorecardQuery['interview']>;

export function ScorecardPage(): ReactNode {
  const { interviewId } = useParams({ from: '/interviews/$interviewId/scorecard' });
  const read = useRead(ScorecardQuery, { id: interviewId });
  useWhenSeen(read.again);
  return (
    <Loadable of={read} skeleton={<ScorecardSkeleton />}>
      {({ interview }) =>
        interview == null ? (
          <Missing />
        ) : (
          <Fresh key={interview.id} of={read}>
            <Scorecard interview={interview} again={read.again} />
          </Fresh>
        )
      }
    </Loadable>
  );
}

/** Runs when the window is looked at again: meanwhile somebody of the panel may have submitted. */
function useWhenSeen(run: () => void): void {
  useEffect(() => {
    const look = (): void => {
      if (document.visibilityState === 'visible') run();
    };
    document.addEventListener('visibilitychange', look);
    return () => document.removeEventListener('visibilitychange', look);
  }, [run]);
}

/** Waits for the server's word before anything can be written: what the cache holds may be older than what was saved elsewhere. */
function Fresh({ of: read, children }: { readonly of: Reading<unknown>; readonly children: ReactNode }): ReactNode {
  const [seen, setSeen] = useState(!read.fetching);
  if (!seen && !read.fetching) setSeen(true);
  return seen ? children : <ScorecardSkeleton />;
}

interface ScorecardProps {
  readonly interview: ScorecardInterview;
  readonly again: () => void;
}

function Scorecard({ interview, again }: ScorecardProps): ReactNode {
  const t = useScorecardTexts();
  const name = interview.application?.candidate?.displayName ?? t('scorecard');
  usePageTitle(t('scorecard'), [
    { label: t('interviews'), to: '/interviews' },
    { label: name, to: `/interviews/${interview.id}` },
  ]);
  const asked = readFragment(ScorecardAsks, interview);
  const asks = useMemo(() => asksOf(asked), [asked]);
  const card = interview.myScorecard;
  if (card == null) return <EmptyState title={t('noSeatTitle')}>{t('noSeatBody')}</EmptyState>;
  return card.state === 'SUBMITTED' ? (
    <LockedScorecard interview={interview} scorecard={card} asks={asks} again={again} />
  ) : (
    <ScorecardForm interview={interview} scorecard={card} asks={asks} again={again} />
  );
}
