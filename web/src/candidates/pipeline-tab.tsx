/** Why this file exists: candidates by stage; cards are moved by people, by keys or by dragging, and every move is said aloud. */
import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useKeys } from '../app/keys.js';
import { readFragment } from '../gql/index.js';
import type { ApplicationStage, RequisitionState } from '../gql/graphql.js';
import { EmptyState } from '../ui/empty-state.js';
import { AddCandidate } from './add-candidate.js';
import { PIPELINE, stageWord } from './candidate-words.js';
import { PipelineCard, PipelineFragment, type PipelineApplication, type PipelineRef } from './pipeline-card.js';
import { PipelineMove, type Move } from './pipeline-move.js';
import { isForward } from './pipeline-steps.js';
import styles from './pipeline.module.css';
import { usePipelineTexts } from './pipeline.texts.js';
import { Withdrawn } from './pipeline-withdrawn.js';
import { WithdrawApplication } from './withdraw-application.js';

interface PipelineTabProps {
  readonly requisitionId: string;
  readonly state: RequisitionState;
  readonly applications: readonly PipelineRef[];
  readonly mayChange: boolean;
  readonly again: () => void;
  readonly open: (applicationId: string) => void;
}

type Stage = (typeof PIPELINE)[number];

export function PipelineTab(props: PipelineTabProps): ReactNode {
  const { requisitionId, state, mayChange, again, open } = props;
  const t = usePipelineTexts();
  const applications = props.applications.map((ref) => readFragment(PipelineFragment, ref));
  const [adding, setAdding] = useState(false);
  const [ending, setEnding] = useState<PipelineApplication | null>(null);
  const board = useBoard(applications, open);
  const mayAdd = mayChange && state === 'OPEN';
  useKeys(mayAdd ? [{ keys: 'a', label: t('addCandidate'), run: () => setAdding(true) }] : []);
  const add = mayAdd ? (
    <Button leftSection={<IconPlus size={16} aria-hidden />} variant="default" onClick={() => setAdding(true)}>
      {t('addCandidate')}
    </Button>
  ) : null;
  const ended = applications.filter((one) => one.stage === 'WITHDRAWN');
  return (
    <div>
      <p className="visually-hidden" role="status" aria-live="assertive">
        {board.said}
      </p>
      <div className={styles.head}>
        <p className="muted">
          {mayChange ? `${t('lead')} ${t('leadKeys')}` : t('lead')} {mayChange && !mayAdd ? t('addOnlyOpen') : null}
        </p>
        {add}
      </div>
      {applications.length === 0 ? (
        <EmptyState small title={t('emptyTitle')} action={add}>
          {t('empty')}
        </EmptyState>
      ) : (
        <Board applications={applications} board={board} mayChange={mayChange} onEnd={setEnding} open={open} />
      )}
      <Withdrawn applications={ended} />
      <PipelineMove move={board.move} onClose={board.leave} onMoved={board.settle} again={again} />
      <WithdrawApplication of={ending} onClose={() => setEnding(null)} again={again} />
      <AddCandidate requisitionId={requisitionId} opened={adding} onClose={() => setAdding(false)} again={again} />
    </div>
  );
}

/** What is asked to be moved, what is said aloud, and where the focus goes when the card has landed. */
function useBoard(applications: readonly PipelineApplication[], open: (id: string) => void) {
  const t = usePipelineTexts();
  const [move, setMove] = useState<Move | null>(null);
  const [said, setSaid] = useState('');
  const landing = useRef<string | null>(null);
  const stages = applications.map((one) => `${one.id}${one.stage}`).join();
  useEffect(() => {
    if (landing.current === null) return;
    document.getElementById(`card-${landing.current}`)?.focus();
    landing.current = null;
  }, [stages]);
  const ask = (application: PipelineApplication, to: ApplicationStage): void => {
    const name = application.candidate?.displayName ?? '';
    const { stage: from, id } = application;
    if (from === to) return;
    if (isForward(from, to)) {
      setMove({ application, to });
      return;
    }
    if ((from === 'DEBRIEF' && to === 'DECIDED') || (from === 'DECIDED' && to === 'HIRED')) {
      setSaid(t('decisionFirst', { name }));
      open(id);
      return;
    }
    const isBack = PIPELINE.findIndex((s) => s === to) < PIPELINE.findIndex((s) => s === from);
    setSaid(
      isBack
        ? t('noWayBack', { name, stage: stageWord(from) })
        : t('noStep', { name, from: stageWord(from), to: stageWord(to) }),
    );
  };
  const settle = ({ application, to }: Move): void => {
    const there = applications.filter((one) => one.stage === to).length + 1;
    const name = application.candidate?.displayName ?? '';
    setSaid(t('moved', { name, stage: stageWord(to), place: there, count: there }));
    landing.current = application.id;
    setMove(null);
  };
  return { move, said, ask, settle, leave: () => setMove(null) };
}

interface BoardProps {
  readonly applications: readonly PipelineApplication[];
  readonly board: ReturnType<typeof useBoard>;
  readonly mayChange: boolean;
  readonly onEnd: (application: PipelineApplication) => void;
  readonly open: (id: string) => void;
}

function Board({ applications, board, mayChange, onEnd, open }: BoardProps): ReactNode {
  const t = usePipelineTexts();
  const [over, setOver] = useState<Stage | null>(null);
  const columns = PIPELINE.map((stage) => applications.filter((one) => one.stage === stage));
  const press = (event: KeyboardEvent, column: number, row: number): void => {
    const application = columns[column]?.[row];
    const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (application === undefined || (step === undefined && !['ArrowUp', 'ArrowDown'].includes(event.key))) return;
    event.preventDefault();
    if (event.shiftKey && step !== undefined) {
      const to = PIPELINE[column + step];
      if (mayChange && to !== undefined) board.ask(application, to);
      return;
    }
    const next =
      step === undefined
        ? columns[column]?.[row + (event.key === 'ArrowUp' ? -1 : 1)]
        : nearest(columns, column, step, row);
    if (next !== undefined) document.getElementById(`card-${next.id}`)?.focus();
  };
  const drop = (stage: Stage, id: string): void => {
    setOver(null);
    const application = applications.find((one) => one.id === id);
    if (application !== undefined) board.ask(application, stage);
  };
  return (
    <div className={styles.scroll} role="region" aria-label={t('board')} tabIndex={0}>
      <div className={styles.board}>
        {PIPELINE.map((stage, column) => (
          <section
            key={stage}
            className={styles.column}
            aria-label={t('column', { stage: stageWord(stage), count: columns[column]?.length ?? 0 })}
            data-over={over === stage}
            onDragOver={(e) => {
              if (!mayChange) return;
              e.preventDefault();
              setOver(stage);
            }}
            onDragLeave={() => setOver(null)}
            onDrop={(e) => drop(stage, e.dataTransfer.getData('text/plain'))}
          >
            <h2>
              {stageWord(stage)} <span className="muted num">{columns[column]?.length ?? 0}</span>
            </h2>
            <ul>
              {columns[column]?.map((application, row) => (
                <li key={application.id} onKeyDown={(e) => press(e, column, row)}>
                  <PipelineCard of={application} mayChange={mayChange} onOpen={open} onMove={board.ask} onEnd={onEnd} />
                </li>
              ))}
            </ul>
            {columns[column]?.length === 0 ? <p className={styles.nobody}>{t('columnEmpty')}</p> : null}
          </section>
        ))}
      </div>
    </div>
  );
}

/** The card at the same height in the next column that has one. */
function nearest(
  columns: readonly (readonly PipelineApplication[])[],
  from: number,
  step: number,
  row: number,
): PipelineApplication | undefined {
  for (let at = from + step; at >= 0 && at < columns.length; at += step) {
    const column = columns[at] ?? [];
    if (column.length > 0) return column[Math.min(row, column.length - 1)];
  }
  return undefined;
}
