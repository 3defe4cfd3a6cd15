/** Why this file exists: what the panel saw, with its evidence: gathered by item, or scorecard by scorecard. */
import type { ReactNode } from 'react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { graphql, readFragment, type FragmentType } from '../gql/index.js';
import type { EvaluationsScorecardReadingFragment } from '../gql/graphql.js';
import { Segmented } from '../ui/segmented.js';
import {
  NamesFragment,
  namesOf,
  RatingMark,
  ScorecardReading,
  ScorecardReadingFragment,
  type Names,
} from './scorecard-reading.js';
import { ContentFragment } from './scorecard-content.js';
import { usePacketTexts } from './packet.texts.js';
import { useScorecardTexts } from './scorecard.texts.js';
import styles from './packet.module.css';

const PacketEvaluationFragment = graphql(`
  fragment EvaluationsPacketEvaluation on Application {
    id
    ...EvaluationsNames
    evaluation {
      scorecards {
        id
        state
        ...EvaluationsScorecardReading
      }
    }
  }
`);

export function PacketEvaluation({ of }: { readonly of: FragmentType<typeof PacketEvaluationFragment> }): ReactNode {
  const t = usePacketTexts();
  const { view = 'item' } = useSearch({ from: '/applications/$applicationId' });
  const navigate = useNavigate({ from: '/applications/$applicationId' });
  const application = readFragment(PacketEvaluationFragment, of);
  const cards = (application.evaluation?.scorecards ?? []).filter((card) => card.state === 'SUBMITTED');
  const names = namesOf(readFragment(NamesFragment, application));
  return (
    <section className="section" aria-labelledby="packet-evaluation">
      <div className="section-head">
        <h2 id="packet-evaluation">{t('evaluation')}</h2>
        {cards.length === 0 ? null : (
          <div className="noprint">
            <Segmented
              label={t('view')}
              value={view}
              onChange={(next) => void navigate({ search: { view: next }, replace: true })}
              options={[
                { value: 'item', label: t('byItem') },
                { value: 'person', label: t('byPerson') },
              ]}
            />
          </div>
        )}
      </div>
      {cards.length === 0 ? <p className="muted">{t('none')}</p> : null}
      {view === 'person' ? (
        cards.map((card) => <ScorecardReading key={card.id} of={card} names={names} isOpen />)
      ) : (
        <ByItem cards={readFragment(ScorecardReadingFragment, cards)} names={names} />
      )}
    </section>
  );
}

interface ByItemProps {
  readonly cards: readonly EvaluationsScorecardReadingFragment[];
  readonly names: Names;
}

function ByItem({ cards, names }: ByItemProps): ReactNode {
  const rated = cards.flatMap((card) =>
    (readFragment(ContentFragment, card.content)?.ratings ?? []).map((rating) => ({ card, rating })),
  );
  const items = [...new Set(rated.map(({ rating }) => rating.itemKey))];
  return (
    <>
      <Verdicts cards={cards} />
      {items.map((item) => (
        <article key={item} className={styles.item} aria-label={names.item(item)}>
          <h3>{names.item(item)}</h3>
          <ul className={styles.seen}>
            {rated
              .filter(({ rating }) => rating.itemKey === item)
              .map(({ card, rating }) => (
                <li key={`${card.id}${rating.skillKey}`}>
                  <span>
                    <b>{names.skill(rating.skillKey)}</b>
                    <small className="muted">{card.person?.displayName}</small>
                  </span>
                  <RatingMark level={rating.level ?? null} />
                  <span className={styles.evidence}>{rating.evidence}</span>
                </li>
              ))}
          </ul>
        </article>
      ))}
    </>
  );
}

function Verdicts({ cards }: { readonly cards: readonly EvaluationsScorecardReadingFragment[] }): ReactNode {
  const t = usePacketTexts();
  const words = useScorecardTexts();
  if (cards.length === 0) return null;
  return (
    <ul className={styles.verdicts} aria-label={t('verdicts')}>
      {cards
        .map((card) => [card, readFragment(ContentFragment, card.content)] as const)
        .map(([card, content]) => (
          <li key={card.id}>
            <b>{card.person?.displayName ?? t('somebody')}</b>
            {content?.verdict == null ? null : (
              <span className={`pill ${content.verdict.includes('NO') ? 'gap' : 'ok'}`}>
                {words(`verdict_${content.verdict}`)}
              </span>
            )}
            {(card.amendments ?? []).length > 0 ? <span className="pill warn">{t('amended')}</span> : null}
            {card.isAfterSeeingOthers === true ? <span className="pill warn">{t('influenced')}</span> : null}
            <p>{content?.summary}</p>
          </li>
        ))}
    </ul>
  );
}
