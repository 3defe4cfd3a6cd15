/** Why this file exists: once the own scorecard is in, the panel's beside it, and how far apart two people are, in words. */
import type { ReactNode } from 'react';
import { IconMessages } from '@tabler/icons-react';
import { Loadable, useRead } from '../app/reads.js';
import { useSession } from '../app/session.js';
import { graphql, readFragment } from '../gql/index.js';
import type { EvaluationsPanelScorecardsQuery } from '../gql/graphql.js';
import { Block } from '../ui/skeleton.js';
import { NamesFragment, namesOf, RatingMark, ScorecardReading } from './scorecard-reading.js';
import { useScorecardTexts } from './scorecard.texts.js';
import styles from './scorecard.module.css';

/** Asked only after the own scorecard is submitted. */
const PanelScorecardsQuery = graphql(`
  query EvaluationsPanelScorecards($id: ID!) {
    applicationEvaluation(applicationId: $id) {
      withheld
      progress {
        submitted
        due
      }
      scorecards {
        id
        person {
          id
        }
        ...EvaluationsScorecardReading
      }
      comparison {
        cells {
          skill {
            key
            name
          }
          spread
          needsDiscussion
          ratings {
            itemKey
            rating
            person {
              id
              displayName
            }
          }
        }
      }
      application {
        id
        ...EvaluationsNames
      }
    }
  }
`);

export function PanelScorecards({ applicationId }: { readonly applicationId: string }): ReactNode {
  const t = useScorecardTexts();
  const read = useRead(PanelScorecardsQuery, { id: applicationId });
  return (
    <section className={styles.below} aria-labelledby="panel-scorecards">
      <h2 id="panel-scorecards">{t('panelScorecards')}</h2>
      <Loadable of={read} skeleton={<Block height={180} />}>
        {({ applicationEvaluation }) => (applicationEvaluation == null ? null : <Panel of={applicationEvaluation} />)}
      </Loadable>
    </section>
  );
}

type Evaluation = NonNullable<EvaluationsPanelScorecardsQuery['applicationEvaluation']>;

function Panel({ of }: { readonly of: Evaluation }): ReactNode {
  const t = useScorecardTexts();
  const { person } = useSession();
  if (of.withheld === 'OWN_SCORECARD_DUE') return <p className="muted">{t('panelOwnDue')}</p>;
  const application = readFragment(NamesFragment, of.application);
  const progress = { submitted: of.progress?.submitted ?? 0, due: of.progress?.due ?? 0 };
  const others = (of.scorecards ?? []).filter((card) => card.person?.id !== person?.id);
  if (application == null || others.length === 0) return <p className="muted">{t('panelNone', progress)}</p>;
  const names = namesOf(application);
  return (
    <>
      <p className="muted">{t('panelScorecardsHint')}</p>
      <h3 className={styles.belowHead}>{t('together')}</h3>
      {of.comparison == null ? (
        <p className="muted">{t('figuresWait', progress)}</p>
      ) : (
        <Together cells={of.comparison.cells} me={person?.id ?? null} />
      )}
      <div className={styles.cards}>
        {others.map((card) => (
          <ScorecardReading key={card.id} of={card} names={names} isOpen={false} />
        ))}
      </div>
    </>
  );
}

type Cell = NonNullable<Evaluation['comparison']>['cells'][number];

/** Skills that more than one person rated. */
function Together({ cells, me }: { readonly cells: readonly Cell[]; readonly me: string | null }): ReactNode {
  const t = useScorecardTexts();
  const shared = cells.filter((cell) => new Set(cell.ratings.map((one) => one.person?.id)).size > 1);
  if (shared.length === 0) return <p className="muted">{t('togetherNone')}</p>;
  return (
    <ul className={styles.together}>
      {shared.map((cell) => (
        <li key={cell.skill.key}>
          <b className={styles.togetherSkill}>{cell.skill.name}</b>
          <span className={styles.togetherRatings}>
            {cell.ratings.map((one) => (
              <span key={`${one.itemKey}${one.person?.id ?? ''}`}>
                {one.person?.id === me ? t('panelYou') : (one.person?.displayName ?? t('somebody'))}
                <RatingMark level={one.rating} />
              </span>
            ))}
          </span>
          <Spread of={cell} />
        </li>
      ))}
    </ul>
  );
}

/** How far apart, in words; a mark where it has to be talked about. */
export function Spread({
  of: cell,
}: {
  readonly of: { readonly spread?: number | null; readonly needsDiscussion: boolean };
}): ReactNode {
  const t = useScorecardTexts();
  if (cell.spread == null) return null;
  const words =
    cell.spread === 0 ? t('spread0') : cell.spread === 1 ? t('spread1') : t('spreadMany', { count: cell.spread });
  return cell.needsDiscussion ? (
    <span className="pill warn">
      <IconMessages size={14} stroke={1.7} aria-hidden />
      {`${words}, ${t('talk')}`}
    </span>
  ) : (
    <span className="muted small-text">{words}</span>
  );
}
