/** Why this file exists: the claims that wait for this reviewer, oldest first. */
import type { ReactNode } from 'react';
import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { instant } from '../app/format.js';
import { useKeys } from '../app/keys.js';
import { Loadable, useRead } from '../app/reads.js';
import { graphql } from '../gql/index.js';
import type { ReviewListQuery as ListData } from '../gql/graphql.js';
import { EmptyState } from '../ui/empty-state.js';
import { Go } from '../ui/go.js';
import { Page } from '../ui/page.js';
import { Rungs } from '../ui/rungs.js';
import { useReviewTexts } from './review.texts.js';

const ReviewListQuery = graphql(`
  query ReviewList {
    assessmentsToReview(first: 100) {
      nodes {
        id
        source
        proposedLevel
        verifiedLevel
        recordedAt
        person {
          id
          displayName
        }
        claimant {
          id
          displayName
        }
        skill {
          id
          name
        }
      }
    }
  }
`);
type Claim = ListData['assessmentsToReview']['nodes'][number];

export function ReviewListPage(): ReactNode {
  const t = useReviewTexts();
  const read = useRead(ReviewListQuery, {});
  return (
    <Loadable of={read}>
      {({ assessmentsToReview: { nodes } }) => {
        const [oldest] = nodes;
        return (
          <Page title={t('title')} lead={t('lead')} actions={oldest === undefined ? null : <Start id={oldest.id} />}>
            {oldest === undefined ? <Nothing /> : <Claims claims={nodes} />}
          </Page>
        );
      }}
    </Loadable>
  );
}

function Start({ id }: { readonly id: string }): ReactNode {
  const t = useReviewTexts();
  const navigate = useNavigate();
  const go = (): void => void navigate({ to: '/reviews/$assessmentId', params: { assessmentId: id } });
  useKeys([{ keys: 'j', label: t('keyReviewList'), run: go }]);
  return <Button onClick={go}>{t('start')}</Button>;
}

function Nothing(): ReactNode {
  const t = useReviewTexts();
  const navigate = useNavigate();
  return (
    <EmptyState
      small
      title={t('emptyTitle')}
      action={
        <Button variant="default" onClick={() => void navigate({ to: '/team' })}>
          {t('emptyAction')}
        </Button>
      }
    >
      {t('empty')}
    </EmptyState>
  );
}

function Claims({ claims }: { readonly claims: readonly Claim[] }): ReactNode {
  const t = useReviewTexts();
  return (
    <div className="table-scroll" role="region" tabIndex={0} aria-label={t('region')}>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{t('skill')}</th>
            <th scope="col">{t('person')}</th>
            <th scope="col">{t('claimed')}</th>
            <th scope="col">{t('now')}</th>
            <th scope="col">{t('source')}</th>
            <th scope="col">{t('waiting')}</th>
          </tr>
        </thead>
        <tbody>
          {claims.map((claim) => (
            <tr key={claim.id}>
              <th scope="row">
                <Go className="row-link" to={`/reviews/${claim.id}`}>
                  {claim.skill?.name}
                </Go>
              </th>
              <td>{claim.person?.displayName}</td>
              <td>
                <Rungs level={claim.proposedLevel ?? null} /> {t('levelOf', { level: claim.proposedLevel ?? 0 })}
              </td>
              <td>{claim.verifiedLevel == null ? t('none') : t('levelOf', { level: claim.verifiedLevel })}</td>
              <td>{t(`source${claim.source}`, { name: claim.claimant?.displayName ?? t('somebody') })}</td>
              <td>{instant(claim.recordedAt, { weekday: undefined, hour: undefined, minute: undefined })}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
