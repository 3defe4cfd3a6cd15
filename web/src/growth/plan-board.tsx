/** Why this file exists: the goals by state; one is moved with Shift and an arrow or dragged, where the next step is the reader's to take. */
import { useEffect, useRef, useState, type DragEvent, type KeyboardEvent, type ReactNode } from 'react';
import { useCommand } from '../app/commands.js';
import { day, list } from '../app/format.js';
import { notifyProblem } from '../app/notify.js';
import { useKeys } from '../app/keys.js';
import { StartActivity } from './growth.commands.js';
import { moveOf, nameOf, type Goal, type Move } from './plan-model.js';
import type { PlanContext } from './plan-page.js';
import { usePlanTexts } from './plan.texts.js';
import styles from './plan-board.module.css';

const COLUMNS = ['PLANNED', 'ACTIVE', 'IN_REVIEW', 'VERIFIED'] as const;
type Column = (typeof COLUMNS)[number];

export function PlanBoard(context: PlanContext): ReactNode {
  const t = usePlanTexts();
  const [said, setSaid] = useState('');
  const [over, setOver] = useState<Column | null>(null);
  const move = useMove(context, setSaid, useFollowing(context.goals));
  useKeys([{ keys: 'Shift+ArrowRight', label: t('boardKeys'), run: () => undefined }]);
  const drop = (event: DragEvent, column: Column): void => {
    event.preventDefault();
    setOver(null);
    const goal = context.goals.find(({ id }) => id === event.dataTransfer.getData('text/plain'));
    if (goal === undefined || goal.state === column || goal.state === 'DROPPED') return;
    move(goal, COLUMNS.indexOf(column) > COLUMNS.indexOf(goal.state) ? 1 : -1);
  };
  return (
    <>
      <p className="muted small-text noprint">{t('boardKeys')}</p>
      <div className={styles.board}>
        {COLUMNS.map((column) => {
          const goals = context.goals.filter(({ state }) => state === column);
          return (
            <section
              key={column}
              className={styles.column}
              data-over={over === column}
              aria-label={t(`state_${column}`)}
              onDragOver={(event) => {
                event.preventDefault();
                setOver(column);
              }}
              onDragLeave={() => setOver(null)}
              onDrop={(event) => drop(event, column)}
            >
              <h3>
                {t(`state_${column}`)} <span className="muted num">{goals.length}</span>
              </h3>
              {goals.length === 0 ? <p className="muted small-text">{t('emptyColumn')}</p> : null}
              <ul>
                {goals.map((goal) => (
                  <Card
                    key={goal.id}
                    goal={goal}
                    onMove={move}
                    onOpen={() => context.change({ goal: goal.skillKey })}
                  />
                ))}
              </ul>
            </section>
          );
        })}
      </div>
      <div role="status" aria-live="polite" className={styles.said}>
        {said}
      </div>
    </>
  );
}

interface CardProps {
  readonly goal: Goal;
  readonly onMove: (goal: Goal, direction: 1 | -1) => void;
  readonly onOpen: () => void;
}

function Card({ goal, onMove, onOpen }: CardProps): ReactNode {
  const t = usePlanTexts();
  const press = (event: KeyboardEvent): void => {
    const direction = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : null;
    if (direction === null || !event.shiftKey) return;
    event.preventDefault();
    onMove(goal, direction);
  };
  return (
    <li
      className={styles.card}
      draggable
      onDragStart={(event) => event.dataTransfer.setData('text/plain', goal.id)}
      data-goal={goal.skillKey}
    >
      <button type="button" onClick={onOpen} onKeyDown={press} id={`card-${goal.id}`}>
        {nameOf(goal)}
      </button>
      <span className={styles.line}>
        <span className="num">{t('levels', { from: goal.fromLevel, to: goal.toLevel })}</span>
        {goal.checkIns.length === 0 ? null : <span>{t('evidenceCount', { count: goal.checkIns.length })}</span>}
      </span>
      <span className={styles.line}>{goal.endOn == null ? t('noDates') : t('due', { day: day(goal.endOn) })}</span>
    </li>
  );
}

/** Keeps the focus on a card that is drawn anew in another column; nothing is taken from somebody who went on. @returns names the card, or none */
function useFollowing(goals: readonly Goal[]): (goal: Goal | null) => void {
  const followed = useRef<string | null>(null);
  useEffect(() => {
    if (followed.current === null) return;
    const id = `card-${followed.current}`;
    const isLost = document.activeElement === document.body;
    if (isLost) document.getElementById(id)?.focus();
    if (isLost || document.activeElement?.id !== id) followed.current = null;
  }, [goals]);
  return (goal) => {
    followed.current = goal?.id ?? null;
  };
}

/** Moves a goal where the API has a step for it, and says why where it has none. */
function useMove(
  { plan, role, activities, change, again }: PlanContext,
  say: (words: string) => void,
  follow: (goal: Goal | null) => void,
) {
  const t = usePlanTexts();
  const [start] = useCommand(StartActivity);
  const refusal = (goal: Goal, { why, activity }: Extract<Move, { kind: 'refused' }>): string => {
    const skill = nameOf(goal);
    const missing = (activity?.missing ?? []).map((m) =>
      t('needs', {
        skill: m.skillName,
        level: m.level,
        held: m.held == null ? t('needsNothing') : t('needsHeld', { held: m.held }),
      }),
    );
    const words = {
      'not-running': t('moveNotRunning'),
      'no-activity': t('moveNoActivity', { skill }),
      blocked: t('moveNoneBlocked', { skill, reason: list(missing) }),
      reviewer: t('moveReview', { skill }),
      back: t('moveBack'),
      'not-own': t('moveOwn'),
      settled: t('moveSettled', { skill }),
    };
    return words[why];
  };
  return (goal: Goal, direction: 1 | -1): void => {
    const move = moveOf(goal, direction, { plan, role, activities });
    if (move.kind === 'refused') {
      say(refusal(goal, move));
      return;
    }
    if (move.kind === 'evidence') {
      change({ goal: goal.skillKey, write: 'evidence' });
      return;
    }
    const { activity } = move;
    follow(goal);
    void start({ input: { activityId: activity.id, version: activity.version } }).then((outcome) => {
      again();
      if (!outcome.ok) {
        follow(null);
        notifyProblem(outcome.problem);
        return;
      }
      say(t('movedStarted', { skill: nameOf(goal), activity: activity.activity?.name ?? activity.activityKey }));
    });
  };
}
