/** Why this file exists: one interview of the list; the row opens what is to be done next, a second link what belongs to it. */
import type { ReactNode } from 'react';
import { Link } from '@tanstack/react-router';
import { instant, shortDay } from '../app/format.js';
import { graphql } from '../gql/index.js';
import type { EvaluationsInterviewRowFragment } from '../gql/graphql.js';
import { useEvaluationsTexts } from './evaluations.texts.js';
import { daysLate, type Group } from './interview-groups.js';
import styles from './interviews.module.css';

export const InterviewRowFragment = graphql(`
  fragment EvaluationsInterviewRow on Interview {
    id
    title
    state
    scheduledAt
    minutes
    isMyScorecardDue
    myScorecard {
      id
      isObserver
      savedAt
      submittedAt
    }
    application {
      id
      candidate {
        id
        displayName
      }
      requisition {
        id
        title
      }
    }
  }
`);

interface InterviewRowProps {
  readonly of: EvaluationsInterviewRowFragment;
  readonly group: Group;
}

export function InterviewRow({ of: one, group }: InterviewRowProps): ReactNode {
  const t = useEvaluationsTexts();
  const name = one.application?.candidate?.displayName ?? '';
  const params = { interviewId: one.id };
  const opensScorecard = group === 'due' || group === 'done';
  return (
    <tr>
      <td className={styles.when}>
        {one.scheduledAt == null ? <span className="muted">{t('noTime')}</span> : instant(one.scheduledAt)}
        <span className="muted">{t('min', { count: one.minutes })}</span>
      </td>
      <td>
        <Link
          className="row-link"
          to={opensScorecard ? '/interviews/$interviewId/scorecard' : '/interviews/$interviewId'}
          params={params}
        >
          {name}
        </Link>
        <span className={styles.title}>{one.title}</span>
        <span className="muted small-text">{one.application?.requisition?.title}</span>
      </td>
      <td className={styles.state}>
        <State of={one} group={group} />
      </td>
      <td className={`right ${styles.second}`}>
        {opensScorecard ? (
          <Link to="/interviews/$interviewId" params={params} aria-label={t('openKitOf', { title: one.title, name })}>
            {t('openKit')}
          </Link>
        ) : (
          <Link
            to="/interviews/$interviewId/scorecard"
            params={params}
            aria-label={t('openScorecardOf', { title: one.title, name })}
          >
            {t('openScorecard')}
          </Link>
        )}
        {one.application == null ? null : (
          <Link
            to="/applications/$applicationId"
            params={{ applicationId: one.application.id }}
            aria-label={t('openPacketOf', { name })}
          >
            {t('packet')}
          </Link>
        )}
      </td>
    </tr>
  );
}

function State({ of: one, group }: InterviewRowProps): ReactNode {
  const t = useEvaluationsTexts();
  const late = daysLate(one, new Date());
  const card = one.myScorecard;
  return (
    <>
      {group !== 'due' ? null : late > 0 ? (
        <span className="pill gap">{t('lateDays', { count: late })}</span>
      ) : (
        <span className="pill warn">{t('dueNow')}</span>
      )}
      {group === 'done' && card?.submittedAt != null ? (
        <span className="pill ok">{t('submittedOn', { day: shortDay(card.submittedAt) })}</span>
      ) : null}
      {group === 'today' || group === 'week' || group === 'later' ? <span className="pill">{t('planned')}</span> : null}
      {group !== 'done' && card?.savedAt != null ? (
        <span className="muted small-text">{t('draftSaved', { day: shortDay(card.savedAt) })}</span>
      ) : null}
      {card?.isObserver === true ? <span className="pill sky">{t('observer')}</span> : null}
    </>
  );
}
