/** Why this file exists: the debrief is shown, and until the decision it is recorded or corrected. */
import { useEffect, useState, type ReactNode } from 'react';
import { Button } from '@mantine/core';
import { instant, list } from '../app/format.js';
import { DebriefForm } from './debrief-form.js';
import { DecisionStep } from './decision-step.js';
import { useDecisionTexts } from './decision-texts.js';
import { panelOf, type DecidedApplication } from './decision-types.js';
import styles from './decision.module.css';
import { nextStepId } from './use-move-to-debrief.js';

interface DebriefPartProps {
  readonly of: DecidedApplication;
  readonly mayRecord: boolean;
  readonly again: () => void;
}

export function DebriefPart({ of, mayRecord, again }: DebriefPartProps): ReactNode {
  const t = useDecisionTexts();
  const [writing, setWriting] = useState(false);
  const [saves, setSaves] = useState(0);
  useEffect(() => {
    if (saves > 0) document.getElementById(nextStepId(of.id))?.focus();
  }, [saves, of.id]);
  const debrief = of.evaluation?.debrief ?? null;
  const due = of.evaluation?.progress?.due ?? 0;
  const done = (): void => {
    setWriting(false);
    setSaves(saves + 1);
    again();
  };
  const write = (
    <Button variant={debrief === null ? 'filled' : 'default'} onClick={() => setWriting(true)}>
      {t(debrief === null ? 'debriefRecord' : 'debriefCorrect')}
    </Button>
  );
  return (
    <DecisionStep number={2} title={t('stepDebrief')} state={debrief === null ? (due > 0 ? 'now' : 'open') : 'done'}>
      {writing ? (
        <DebriefForm of={of} onDone={done} onCancel={() => setWriting(false)} again={again} />
      ) : (
        <>
          {debrief === null ? (
            <p className="muted">{t(mayRecord ? 'debriefNone' : 'debriefWaits')}</p>
          ) : (
            <DebriefText of={of} />
          )}
          {mayRecord && due > 0 ? <div className="noprint">{write}</div> : null}
        </>
      )}
    </DecisionStep>
  );
}

export function DebriefText({ of }: { readonly of: DecidedApplication }): ReactNode {
  const t = useDecisionTexts();
  const debrief = of.evaluation?.debrief;
  if (debrief == null) return null;
  const seats = panelOf(of);
  const names = list(debrief.attendees.flatMap((one) => one.person?.displayName ?? []));
  return (
    <>
      <p className="muted">{t('debriefHeld', { at: instant(debrief.heldAt), names })}</p>
      <p className={styles.words}>{debrief.notes}</p>
      {debrief.waivers.length === 0 ? null : (
        <ul className={styles.points}>
          {debrief.waivers.map(({ scorecardId, reason }) => {
            const seat = seats.find((one) => one.scorecardId === scorecardId);
            return (
              <li key={scorecardId}>
                {t('waived', { name: seat?.name ?? '', interview: seat?.interview ?? '', reason })}
              </li>
            );
          })}
        </ul>
      )}
    </>
  );
}
