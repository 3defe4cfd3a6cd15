/** Why this file exists: a submitted scorecard as others read it: verdict, summary, and each rating with its evidence. */
import type { ReactNode } from 'react';
import { graphql, readFragment, type FragmentType } from '../gql/index.js';
import type { EvaluationsNamesFragment } from '../gql/graphql.js';
import { Avatar } from '../ui/avatar.js';
import { Rungs } from '../ui/rungs.js';
import { ContentFragment } from './scorecard-content.js';
import { useScorecardTexts } from './scorecard.texts.js';
import styles from './scorecard-reading.module.css';

export const ScorecardReadingFragment = graphql(`
  fragment EvaluationsScorecardReading on Scorecard {
    id
    state
    submittedAt
    interviewTitle
    isObserver
    isAfterSeeingOthers
    person {
      id
      displayName
    }
    amendments {
      at
      reason
    }
    content {
      ...EvaluationsScorecardContent
    }
  }
`);

/** Names of items and skills, which ratings know by key. */
export const NamesFragment = graphql(`
  fragment EvaluationsNames on Application {
    id
    requisition {
      id
      requirements {
        skillKey
        skillName
      }
    }
    interviews {
      id
      items {
        item {
          key
          title
          skills {
            key
            name
          }
        }
      }
    }
  }
`);

export interface Names {
  readonly skill: (key: string) => string;
  readonly item: (key: string) => string;
}

export function namesOf(application: EvaluationsNamesFragment): Names {
  const items = (application.interviews ?? []).flatMap((one) => one.items.map(({ item }) => item));
  const skills = new Map(items.flatMap((item) => item.skills.map((skill) => [skill.key, skill.name] as const)));
  for (const r of application.requisition?.requirements ?? []) skills.set(r.skillKey, r.skillName);
  const titles = new Map(items.map((item) => [item.key, item.title]));
  return { skill: (key) => skills.get(key) ?? key, item: (key) => titles.get(key) ?? key };
}

interface ScorecardReadingProps {
  readonly of: FragmentType<typeof ScorecardReadingFragment>;
  readonly names: Names;
  /** Whether the ratings are shown without asking for them. */
  readonly isOpen: boolean;
}

export function ScorecardReading({ of, names, isOpen }: ScorecardReadingProps): ReactNode {
  const t = useScorecardTexts();
  const card = readFragment(ScorecardReadingFragment, of);
  const name = card.person?.displayName ?? t('somebody');
  const content = readFragment(ContentFragment, card.content);
  const ratings = content?.ratings ?? [];
  return (
    <article className={styles.card} aria-label={t('scorecardOf', { name })}>
      <header className={styles.head}>
        <Avatar name={name} size={28} />
        <div className={styles.who}>
          <h3>{name}</h3>
          <span className="muted small-text">{card.interviewTitle}</span>
        </div>
        <span className={styles.marks}>
          {card.isObserver ? <span className="pill sky">{t('panelObserver')}</span> : null}
          {(card.amendments ?? []).length > 0 ? <span className="pill warn">{t('isAmended')}</span> : null}
          {card.isAfterSeeingOthers === true ? <span className="pill warn">{t('influenced')}</span> : null}
          {content?.verdict == null ? null : (
            <span className={`pill ${content.verdict.includes('NO') ? 'gap' : 'ok'}`}>
              {t(`verdict_${content.verdict}`)}
            </span>
          )}
        </span>
      </header>
      {content?.summary === '' ? null : <p className={styles.summary}>{content?.summary}</p>}
      <details open={isOpen} className={styles.details}>
        <summary>{t('ratingsOf', { count: ratings.filter((one) => one.level != null).length })}</summary>
        <ul className={styles.ratings}>
          {ratings.map((one) => (
            <li key={`${one.itemKey}/${one.skillKey}`}>
              <span className={styles.skill}>
                <b>{names.skill(one.skillKey)}</b>
                <small className="muted">{names.item(one.itemKey)}</small>
              </span>
              <RatingMark level={one.level ?? null} />
              <span className={styles.evidence}>{one.evidence}</span>
            </li>
          ))}
        </ul>
      </details>
    </article>
  );
}

/** A rating as number and marks; "not assessed" in words. */
export function RatingMark({ level }: { readonly level: number | null }): ReactNode {
  const t = useScorecardTexts();
  return (
    <span className={styles.rating}>
      {level === null ? (
        <span className="muted">{t('notAssessedShort')}</span>
      ) : (
        <>
          <b className="num">{level}</b>
          <Rungs level={level} />
        </>
      )}
    </span>
  );
}
