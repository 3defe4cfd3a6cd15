/** Why this file exists: changes a submitted scorecard in the open: the original stays, the reason stands beside it. */
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { Button, Textarea } from '@mantine/core';
import { useCommand, type CommandProblem } from '../app/commands.js';
import { notifyDone } from '../app/notify.js';
import { useSession } from '../app/session.js';
import { graphql } from '../gql/index.js';
import { copyPlace } from './device-copy.js';
import {
  EMPTY,
  gapsBySlot,
  gapsOf,
  sameContent,
  toWire,
  type Content,
  type Gap,
  type SlotRating,
} from './scorecard-content.js';
import { GapSummary, placeOf, whereOf } from './scorecard-gaps.js';
import { ScorecardItem, type Writing } from './scorecard-item.js';
import { ScorecardVerdict } from './scorecard-verdict.js';
import { useScorecardTexts } from './scorecard.texts.js';
import type { Asks } from './scorecard-view.js';
import { useSteps } from './use-scorecard-steps.js';
import styles from './scorecard.module.css';

const AmendScorecard = graphql(`
  mutation EvaluationsAmendScorecard($input: AmendScorecardInput!) {
    amendScorecard(input: $input) {
      __typename
      ... on AmendScorecardSuccess {
        scorecard {
          id
          version
        }
      }
      ...CommandProblem
    }
  }
`);

const LEAST_REASON = 5;

interface Written {
  readonly content: Content;
  readonly reason: string;
}

/** What is being written; kept on this device until it is added or given up. */
function useAmendment(scorecardId: string, version: number, now: Content) {
  const { member } = useSession();
  const [place] = useState(() => copyPlace(scorecardId, member.id, 'amendment'));
  const [written, setWritten] = useState<Written>(() => {
    const copy = place.read();
    return copy?.version === version ? copy : { content: now, reason: '' };
  });
  useEffect(() => {
    if (written.reason !== '' || !sameContent(written.content, now)) place.write({ version, sent: null, ...written });
  }, [place, version, now, written]);
  return { written, setWritten, forget: place.clear };
}

interface AmendmentFormProps {
  readonly scorecardId: string;
  readonly version: number;
  /** What the scorecard says now. */
  readonly now: Content;
  readonly asks: Asks;
  readonly onDone: () => void;
  readonly onCancel: () => void;
}

export function AmendmentForm({ scorecardId, version, now, asks, onDone, onCancel }: AmendmentFormProps): ReactNode {
  const t = useScorecardTexts();
  const { slots } = asks;
  const { written, setWritten, forget } = useAmendment(scorecardId, version, now);
  const [active, go, activate] = useSteps(slots);
  const [run, running] = useCommand(AmendScorecard);
  const [tried, setTried] = useState(false);
  const [problem, setProblem] = useState<CommandProblem | null>(null);
  const reason = useRef<HTMLTextAreaElement>(null);
  const { content } = written;
  const gaps: readonly Gap[] = tried ? gapsOf(content, slots) : [];
  const isShort = written.reason.trim().length < LEAST_REASON;
  const isSame = sameContent(content, now);

  const rate = (key: string, change: Partial<SlotRating>): void =>
    setWritten((old) => {
      const rating = { ...(old.content.ratings[key] ?? EMPTY), ...change };
      return { ...old, content: { ...old.content, ratings: { ...old.content.ratings, [key]: rating } } };
    });
  const change: Writing['change'] = (part) => setWritten((old) => ({ ...old, content: { ...old.content, ...part } }));
  const add = async (): Promise<void> => {
    setTried(true);
    setProblem(null);
    const [first] = gapsOf(content, slots);
    if (first !== undefined) {
      go(placeOf(first, slots), whereOf(first));
      return;
    }
    if (isShort || isSame) return reason.current?.focus();
    const outcome = await run({
      input: { scorecardId, version, reason: written.reason, ...toWire(content, slots) },
    });
    if (!outcome.ok) {
      setProblem(outcome.problem);
      return;
    }
    forget();
    notifyDone(t('amended'));
    onDone();
  };
  const writing: Writing = { content, rate, change, active, activate, gaps: gapsBySlot(gaps) };
  return (
    <form aria-label={t('amendTitle')} noValidate onSubmit={(event) => event.preventDefault()}>
      <GapSummary gaps={gaps} slots={slots} go={go} />
      {asks.items.map((item, at) => (
        <ScorecardItem key={item.key} item={item} number={at + 1} writing={writing} />
      ))}
      <ScorecardVerdict index={slots.length} writing={writing} isMissing={gaps.some((gap) => gap.kind === 'verdict')} />
      <section className={styles.below} aria-labelledby="amend-title">
        <h2 id="amend-title">{t('amendTitle')}</h2>
        <p className="muted">{t('amendBody')}</p>
        <Textarea
          ref={reason}
          label={t('amendReason')}
          description={t('amendReasonHint')}
          value={written.reason}
          onChange={(event) => {
            const { value } = event.currentTarget;
            setWritten((old) => ({ ...old, reason: value }));
          }}
          maxLength={2000}
          rows={2}
          error={!tried ? undefined : isSame ? t('amendNothing') : isShort ? t('amendShort') : undefined}
        />
        <div role="alert">{problem === null ? null : <p className="banner">{problem.message}</p>}</div>
        <div className={styles.choice}>
          <Button loading={running} onClick={() => void add()}>
            {t('amendSave')}
          </Button>
          <Button
            variant="default"
            onClick={() => {
              forget();
              onCancel();
            }}
          >
            {t('cancel')}
          </Button>
        </div>
      </section>
    </form>
  );
}
