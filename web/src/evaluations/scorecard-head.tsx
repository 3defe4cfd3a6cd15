/** Why this file exists: who is interviewed, for what and when, at the top of a scorecard and of a kit. */
import type { ReactNode } from 'react';
import { Link } from '@tanstack/react-router';
import { instant } from '../app/format.js';
import { graphql, readFragment, type FragmentType } from '../gql/index.js';
import { Go } from '../ui/go.js';
import { useScorecardTexts } from './scorecard.texts.js';
import { shortName } from './scorecard-view.js';
import styles from './scorecard.module.css';

const ScorecardHeadFragment = graphql(`
  fragment EvaluationsScorecardHead on Interview {
    id
    title
    scheduledAt
    minutes
    application {
      id
      candidate {
        id
        displayName
        headline
      }
      requisition {
        id
        title
      }
    }
    myScorecard {
      id
      isObserver
    }
  }
`);

interface ScorecardHeadProps {
  readonly of: FragmentType<typeof ScorecardHeadFragment>;
  readonly scale: readonly string[];
}

export function ScorecardHead({ of, scale }: ScorecardHeadProps): ReactNode {
  const t = useScorecardTexts();
  const interview = readFragment(ScorecardHeadFragment, of);
  const { application } = interview;
  const headline = application?.candidate?.headline ?? '';
  return (
    <header className={styles.head}>
      <h1>{application?.candidate?.displayName ?? t('scorecard')}</h1>
      {headline === '' ? null : <p className={styles.facts}>{headline}</p>}
      <ul className={styles.facts}>
        {application?.requisition == null ? null : (
          <li>
            <Go to={`/requisitions/${application.requisition.id}`} className={styles.quiet}>
              {application.requisition.title}
            </Go>
          </li>
        )}
        <li>{interview.title}</li>
        <li className="num">
          {interview.scheduledAt == null ? '' : `${instant(interview.scheduledAt)}, `}
          {t('minutes', { count: interview.minutes })}
        </li>
      </ul>
      <ul className={`${styles.facts} noprint`}>
        <li>
          <Link to="/interviews/$interviewId" params={{ interviewId: interview.id }} className={styles.quiet}>
            {t('seeKit')}
          </Link>
        </li>
        {application == null ? null : (
          <li>
            <Link to="/applications/$applicationId" params={{ applicationId: application.id }} className={styles.quiet}>
              {t('seePacket')}
            </Link>
          </li>
        )}
      </ul>
      {interview.myScorecard?.isObserver === true ? <p className="banner info">{t('observer')}</p> : null}
      <Scale scale={scale} />
    </header>
  );
}

function Scale({ scale }: { readonly scale: readonly string[] }): ReactNode {
  const t = useScorecardTexts();
  if (scale.every((sentence) => sentence === shortName(sentence))) return null; // the cards say it all
  return (
    <details className={styles.scale}>
      <summary>{t('scale', { most: scale.length })}</summary>
      <ol>
        {scale.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ol>
    </details>
  );
}
