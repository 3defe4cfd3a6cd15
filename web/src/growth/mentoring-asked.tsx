/** Why this file exists: who asks for a mentor; each row stays where it is once answered, until the page is left. */
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { Button, Textarea } from '@mantine/core';
import type { MentoringItemFragment } from '../gql/graphql.js';
import { useCommand } from '../app/commands.js';
import { day } from '../app/format.js';
import { notifyDone, notifyProblem } from '../app/notify.js';
import { Avatar } from '../ui/avatar.js';
import { Confirm } from '../ui/confirm.js';
import { Go } from '../ui/go.js';
import { AgreeToMentor, DeclineMentoring } from './growth.commands.js';
import { useGrowthTexts } from './growth.texts.js';
import styles from './growth.module.css';

/** How a question was answered, with the row as it stood when it was asked. */
interface Answer {
  readonly item: MentoringItemFragment;
  readonly kind: 'AGREED' | 'DECLINED';
}
type Answers = ReadonlyMap<string, Answer>;
type OnAnswer = (item: MentoringItemFragment, kind: Answer['kind']) => void;

/** The answers that were given since the page was opened, by plan. */
export function useAsked(): readonly [Answers, OnAnswer] {
  const [answers, setAnswers] = useState<Answers>(new Map());
  const answer: OnAnswer = (item, kind) => setAnswers((before) => new Map(before).set(item.planId, { item, kind }));
  return [answers, answer];
}

interface MentoringAskedProps {
  readonly all: readonly MentoringItemFragment[];
  readonly answers: Answers;
  readonly onAnswer: OnAnswer;
  readonly again: () => void;
}

export function MentoringAsked({ all, answers, onAnswer, again }: MentoringAskedProps): ReactNode {
  const t = useGrowthTexts();
  const open = all.filter(({ planId, agreedAt }) => agreedAt == null && !answers.has(planId));
  const rows = [...open, ...[...answers.values()].map(({ item }) => item)].toSorted(
    (a, b) => a.startOn.localeCompare(b.startOn) || a.planId.localeCompare(b.planId),
  );
  if (rows.length === 0) return null;
  return (
    <section className="section" aria-labelledby="mentoring-asked">
      <h2 id="mentoring-asked">{t('asked')}</h2>
      <p className="muted">{t('askedLead')}</p>
      {rows.map((item) => (
        <Row key={item.planId} item={item} answer={answers.get(item.planId)?.kind} onAnswer={onAnswer} again={again} />
      ))}
    </section>
  );
}

interface RowProps extends Pick<MentoringAskedProps, 'onAnswer' | 'again'> {
  readonly item: MentoringItemFragment;
  readonly answer: Answer['kind'] | undefined;
}

function Row({ item, answer, onAnswer, again }: RowProps): ReactNode {
  const t = useGrowthTexts();
  const name = item.person?.displayName ?? '';
  return (
    <div className={styles.row}>
      <Avatar name={name} size={36} />
      <div className={styles.rowMain}>
        <h3>{name}</h3>
        <MentoringWay item={item} />
        <p className="muted">{t('askedFrom', { day: day(item.startOn) })}</p>
        <p className="muted small-text">{t('declineHint')}</p>
      </div>
      {answer === undefined ? (
        <Choice item={item} name={name} onAnswer={onAnswer} again={again} />
      ) : (
        <Answered item={item} kind={answer} />
      )}
    </div>
  );
}

type ChoiceProps = Omit<RowProps, 'answer'> & { readonly name: string };

function Choice({ item, name, onAnswer, again }: ChoiceProps): ReactNode {
  const t = useGrowthTexts();
  const [agree, agreeing] = useCommand(AgreeToMentor);
  const [asks, setAsks] = useState(false);
  const accept = async (): Promise<void> => {
    const outcome = await agree({ input: { planId: item.planId, version: item.version } });
    if (outcome.ok) {
      onAnswer(item, 'AGREED');
      notifyDone(t('agreed', { name }));
    } else notifyProblem(outcome.problem);
    again();
  };
  return (
    <div className={styles.buttons}>
      <Button variant="default" onClick={() => setAsks(true)} aria-label={`${t('decline')}: ${name}`}>
        {t('decline')}
      </Button>
      <Button loading={agreeing} onClick={() => void accept()} aria-label={`${t('agree')}: ${name}`}>
        {t('agree')}
      </Button>
      <Decline item={item} name={name} opened={asks} onClose={() => setAsks(false)} onAnswer={onAnswer} again={again} />
    </div>
  );
}

type DeclineProps = ChoiceProps & { readonly opened: boolean; readonly onClose: () => void };

function Decline({ item, name, opened, onClose, onAnswer, again }: DeclineProps): ReactNode {
  const t = useGrowthTexts();
  const [decline, running] = useCommand(DeclineMentoring);
  const [reason, setReason] = useState('');
  const send = async (): Promise<void> => {
    const words = reason.trim();
    const outcome = await decline({
      input: { planId: item.planId, version: item.version, reason: words === '' ? null : words },
    });
    if (outcome.ok) {
      onAnswer(item, 'DECLINED');
      notifyDone(t('declined', { name }));
    } else notifyProblem(outcome.problem);
    onClose();
    again();
  };
  return (
    <Confirm
      opened={opened}
      title={t('declineTitle', { name })}
      action={t('decline')}
      onConfirm={() => void send()}
      onClose={onClose}
      running={running}
    >
      <p>{t('declineBody', { name })}</p>
      <Textarea
        data-autofocus
        label={t('declineReason')}
        description={t('declineReasonHint')}
        autosize
        minRows={2}
        maxLength={500}
        value={reason}
        onChange={(e) => setReason(e.currentTarget.value)}
      />
    </Confirm>
  );
}

/** Stands where the buttons were, and takes their focus. */
function Answered({ item, kind }: { readonly item: MentoringItemFragment; readonly kind: Answer['kind'] }): ReactNode {
  const t = useGrowthTexts();
  const words = useRef<HTMLSpanElement>(null);
  useEffect(() => words.current?.focus(), []);
  return (
    <p className={styles.answered}>
      <span ref={words} tabIndex={-1}>
        {t(kind === 'AGREED' ? 'agreedOn' : 'declinedHere')}
      </span>
      {kind === 'AGREED' ? <Go to={`/growth/${item.planId}`}>{t('openPlan')}</Go> : null}
    </p>
  );
}

/** Where the plan of somebody leads, and how it stands. */
export function MentoringWay({ item }: { readonly item: MentoringItemFragment }): ReactNode {
  const t = useGrowthTexts();
  return (
    <p>
      {t('towards', { target: item.target?.title ?? t('unknownTarget') })}{' '}
      <span className="pill">{t(`state_${item.state}`)}</span>{' '}
      {item.isBridge ? <span className="pill sky">{t('bridge')}</span> : null}
    </p>
  );
}
