/** Why this file exists: what happened on a requisition, newest first, from the steps that the records keep. */
import type { ReactNode } from 'react';
import { day } from '../app/format.js';
import { graphql, readFragment, type FragmentType } from '../gql/index.js';
import { EmptyState } from '../ui/empty-state.js';
import { stageWord } from './candidate-words.js';
import { useCandidatesTexts } from './candidates.texts.js';
import styles from './requisition-activity.module.css';

const RequisitionFragment = graphql(`
  fragment CandidatesRequisitionActivity on Requisition {
    id
    createdAt
    openedAt
    closedAt
    closeReason
  }
`);
const ApplicationFragment = graphql(`
  fragment CandidatesActivityApplication on Application {
    id
    candidate {
      id
      displayName
    }
    history {
      at
      fromStage
      toStage
      note
    }
  }
`);

interface RequisitionActivityProps {
  readonly of: FragmentType<typeof RequisitionFragment>;
  readonly applications: readonly FragmentType<typeof ApplicationFragment>[];
}
interface Entry {
  readonly key: string;
  readonly at: string;
  readonly what: string;
  readonly note: string | null;
}

export function RequisitionActivity({ of, applications }: RequisitionActivityProps): ReactNode {
  const t = useCandidatesTexts();
  const requisition = readFragment(RequisitionFragment, of);
  const own: readonly (readonly [string | null | undefined, string, string | null | undefined])[] = [
    [requisition.createdAt, t('activityDrafted'), null],
    [requisition.openedAt, t('activityOpened'), null],
    [requisition.closedAt, t('activityClosed'), requisition.closeReason],
  ];
  const steps = applications.flatMap((ref): Entry[] => {
    const { id, candidate, history } = readFragment(ApplicationFragment, ref);
    const name = candidate?.displayName ?? '';
    return history.map(({ at, fromStage, toStage, note }) => ({
      key: `${id}${toStage}`,
      at,
      what:
        fromStage == null
          ? t('activityApplied', { name })
          : t('activityMoved', { name, from: stageWord(fromStage), to: stageWord(toStage) }),
      note: note ?? null,
    }));
  });
  const entries: readonly Entry[] = [
    ...own.flatMap(([at, what, note]) => (at == null ? [] : [{ key: what, at, what, note: note ?? null }])),
    ...steps,
  ].sort((a, b) => b.at.localeCompare(a.at));
  if (entries.length === 0) {
    return (
      <EmptyState small title={t('tabActivity')}>
        {t('activityEmpty')}
      </EmptyState>
    );
  }
  return (
    <ol className={styles.list}>
      {entries.map((entry) => (
        <li key={entry.key}>
          <time dateTime={entry.at}>{day(entry.at)}</time>
          <div>
            <div>{entry.what}</div>
            {entry.note === null ? null : <div className="muted">{entry.note}</div>}
          </div>
        </li>
      ))}
    </ol>
  );
}
