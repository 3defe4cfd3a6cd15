/** Why this file exists: whether employees see the requisition, and what the public part says. */
import type { ReactNode } from 'react';
import { Button } from '@mantine/core';
import { useCommand } from '../app/commands.js';
import { notifyDone, notifyProblem } from '../app/notify.js';
import { graphql, readFragment, type FragmentType } from '../gql/index.js';
import { useCandidatesTexts } from './candidates.texts.js';
import { AdvertLink } from './public-links.js';
import styles from './requisition-posting.module.css';

const PostingFragment = graphql(`
  fragment CandidatesRequisitionPosting on Requisition {
    id
    version
    state
    isPosted
    ...AdvertLinkFields
    jobRoleVersion {
      id
      mission
      outcomesIn12Months
      owns
      doesNotOwn
    }
  }
`);
const PostRequisition = graphql(`
  mutation CandidatesPostRequisition($input: PostRequisitionInput!) {
    postRequisition(input: $input) {
      __typename
      ... on PostRequisitionSuccess {
        requisition {
          id
          ...CandidatesRequisitionPosting
        }
      }
      ...CommandProblem
    }
  }
`);

interface RequisitionPostingProps {
  readonly of: FragmentType<typeof PostingFragment>;
  readonly mayChange: boolean;
  readonly again: () => void;
}

export function RequisitionPosting({ of, mayChange, again }: RequisitionPostingProps): ReactNode {
  const t = useCandidatesTexts();
  const requisition = readFragment(PostingFragment, of);
  const { id, version, state, isPosted, jobRoleVersion: role } = requisition;
  const [post, running] = useCommand(PostRequisition);
  const toggle = async (): Promise<void> => {
    const outcome = await post({ input: { requisitionId: id, version, isPosted: !isPosted } });
    if (outcome.ok) notifyDone(t(isPosted ? 'unposted' : 'posted'));
    else notifyProblem(outcome.problem);
    again();
  };
  const mayPost = mayChange && (isPosted || state === 'OPEN');
  return (
    <div className={styles.posting}>
      <div className={styles.state}>
        <span className={isPosted ? 'pill ok' : 'pill'} role="status">
          {t(isPosted ? 'postedNow' : 'notPosted')}
        </span>
        {mayPost ? (
          <Button variant="default" loading={running} onClick={() => void toggle()}>
            {t(isPosted ? 'unpost' : 'post')}
          </Button>
        ) : null}
        {mayChange && !isPosted && state === 'DRAFT' ? <span className="muted">{t('postNeedsOpen')}</span> : null}
      </div>
      <AdvertLink requisition={requisition} />
      {role == null ? null : (
        <>
          <section className="section">
            <h2>{t('mission')}</h2>
            <p>{role.mission}</p>
          </section>
          <Points title={t('outcomes')} points={role.outcomesIn12Months} />
          <Points title={t('owns')} points={role.owns} />
          <Points title={t('doesNotOwn')} points={role.doesNotOwn} />
        </>
      )}
    </div>
  );
}

function Points({ title, points }: { readonly title: string; readonly points: readonly string[] }): ReactNode {
  if (points.length === 0) return null;
  return (
    <section className="section">
      <h2>{title}</h2>
      <ul className={styles.points}>
        {points.map((point) => (
          <li key={point}>{point}</li>
        ))}
      </ul>
    </section>
  );
}
