/** Why this file exists: requisitions as rows with their pipeline as numbers; home and the list show the same. */
import type { ReactNode } from 'react';
import { graphql, readFragment, type FragmentType } from '../gql/index.js';
import { Go } from '../ui/go.js';
import { daysSince, PIPELINE, stageWord, statePill, stateWord } from './candidate-words.js';
import { useCandidatesTexts } from './candidates.texts.js';
import styles from './requisition-list.module.css';

const RowFragment = graphql(`
  fragment CandidatesRequisitionRow on Requisition {
    id
    title
    state
    openings
    filled
    openedAt
    closedAt
    initiativeName
    warnings
    location
    hiringManager {
      id
      displayName
    }
    pipeline {
      stage
      count
    }
  }
`);
type RowRef = FragmentType<typeof RowFragment> & { readonly id: string };

export function RequisitionTable({ rows }: { readonly rows: readonly RowRef[] }): ReactNode {
  const t = useCandidatesTexts();
  return (
    <div className="table-scroll" role="region" aria-label={t('listLabel')} tabIndex={0}>
      <table className={`table ${styles.table}`}>
        <thead>
          <tr>
            <th scope="col">{t('colRequisition')}</th>
            <th scope="col">{t('colState')}</th>
            {PIPELINE.map((stage) => (
              <th key={stage} scope="col" className="right">
                {stageWord(stage)}
              </th>
            ))}
            <th scope="col" className="right">
              {t('colOpenings')}
            </th>
            <th scope="col" className="right">
              {t('colDays')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.id} of={row} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({ of }: { readonly of: RowRef }): ReactNode {
  const t = useCandidatesTexts();
  const row = readFragment(RowFragment, of);
  const { filled, openings, pipeline } = row;
  return (
    <tr>
      <th scope="row">
        <Go to={`/requisitions/${row.id}`} className="row-link">
          {row.title}
        </Go>
        <div className={styles.under}>
          {[row.location, row.hiringManager?.displayName].filter((part) => part != null && part !== '').join(' · ')}
        </div>
        <Initiative name={row.initiativeName ?? null} warns={row.warnings.length > 0} />
      </th>
      <td>
        <span className={statePill(row.state)}>{stateWord(row.state)}</span>
      </td>
      {PIPELINE.map((stage) => (
        <td key={stage} className="right">
          <Count pipeline={pipeline ?? null} stage={stage} />
        </td>
      ))}
      <td className="right">
        {filled == null ? t('openingsOnly', { count: openings }) : t('filledOf', { filled, openings })}
      </td>
      <td className="right">
        {row.openedAt == null ? <span className="muted">{t('notOpened')}</span> : daysSince(row.openedAt, row.closedAt)}
      </td>
    </tr>
  );
}

function Initiative({ name, warns }: { readonly name: string | null; readonly warns: boolean }): ReactNode {
  const t = useCandidatesTexts();
  if (name !== null) return <div className={styles.under}>{t('serves', { name })}</div>;
  return warns ? (
    <span className="pill warn" title={t('noInitiativeWhy')}>
      {t('noInitiative')}
    </span>
  ) : null;
}

interface CountProps {
  readonly pipeline: readonly { readonly stage: string; readonly count?: number | null }[] | null;
  readonly stage: (typeof PIPELINE)[number];
}

/** A count that the reader may not see is no zero. */
function Count({ pipeline, stage }: CountProps): ReactNode {
  const t = useCandidatesTexts();
  if (pipeline === null) {
    return (
      <span className="muted">
        <span aria-hidden>–</span>
        <span className="visually-hidden">{t('countUnseen')}</span>
      </span>
    );
  }
  const count = pipeline.find((one) => one.stage === stage)?.count;
  if (count == null) {
    return (
      <span className="muted">
        <span aria-hidden>{t('fewSign')}</span>
        <span className="visually-hidden">{t('hiddenCount')}</span>
      </span>
    );
  }
  return <span className={count === 0 ? 'muted' : styles.count}>{count}</span>;
}
