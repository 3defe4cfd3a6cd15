/** Why this file exists: the decision on a claim: a level on its anchors, or a reason to send it back; either leads to the next claim. */
import { useId, useRef, useState, type ReactNode } from 'react';
import { Button, Textarea } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useCommand, type CommandProblem } from '../app/commands.js';
import { useKeys } from '../app/keys.js';
import { notifyDone, notifyProblem } from '../app/notify.js';
import { graphql } from '../gql/index.js';
import { LevelCards } from '../ui/level-cards.js';
import type { Claim } from './review-page.js';
import { afterDecision } from './review-words.js';
import { useReviewTexts } from './review.texts.js';
import styles from './review.module.css';

const Confirm = graphql(`
  mutation ReviewConfirm($input: ConfirmAssessmentInput!) {
    confirmAssessment(input: $input) {
      __typename
      ... on ConfirmAssessmentSuccess {
        assessment {
          id
          version
          state
          level
        }
      }
      ...CommandProblem
    }
  }
`);
const Reject = graphql(`
  mutation ReviewReject($input: AssessmentReasonInput!) {
    rejectAssessment(input: $input) {
      __typename
      ... on RejectAssessmentSuccess {
        assessment {
          id
          version
          state
          level
        }
      }
      ...CommandProblem
    }
  }
`);

interface DecisionProps {
  readonly claim: Claim;
  readonly waiting: readonly string[];
  readonly again: () => void;
}

/** Sends the decision and goes on. @returns a problem of the level or of the reason, to be told at its field */
function useDecide({ claim, waiting, again }: DecisionProps) {
  const t = useReviewTexts();
  const navigate = useNavigate();
  const [confirm, confirming] = useCommand(Confirm);
  const [reject, rejecting] = useCommand(Reject);
  const facts = { person: claim.person?.displayName ?? '', skill: claim.skill?.name ?? '' };
  const seen = { assessmentId: claim.id, version: claim.version };
  const claimed = claim.proposedLevel ?? 0;
  const goOn = (message: string): void => {
    notifyDone(message);
    const next = afterDecision(waiting, claim.id);
    if (next === undefined) void navigate({ to: '/reviews' });
    else void navigate({ to: '/reviews/$assessmentId', params: { assessmentId: next } });
  };
  const refuse = (problem: CommandProblem, field: string): string | null => {
    if (problem.kind === 'StaleVersion') again();
    if (problem.field === field) return problem.message;
    notifyProblem(problem);
    return null;
  };
  return {
    running: confirming || rejecting,
    confirmAt: async (level: number): Promise<string | null> => {
      const outcome = await confirm({ input: { ...seen, level } });
      if (!outcome.ok) return refuse(outcome.problem, 'input.level');
      goOn(t(level < claimed ? 'confirmedLower' : 'confirmed', { ...facts, level, claimed }));
      return null;
    },
    sendBack: async (reason: string): Promise<string | null> => {
      const outcome = await reject({ input: { ...seen, reason } });
      if (!outcome.ok) return refuse(outcome.problem, 'input.reason');
      goOn(t('rejected', facts));
      return null;
    },
  };
}

export function ReviewDecision(props: DecisionProps): ReactNode {
  const { claim } = props;
  const t = useReviewTexts();
  const claimed = claim.proposedLevel ?? 1;
  const person = claim.person?.displayName ?? '';
  const { running, confirmAt, sendBack } = useDecide(props);
  const [level, setLevel] = useState(claimed);
  const [reason, setReason] = useState('');
  const [levelProblem, setLevelProblem] = useState<string | null>(null);
  const [reasonProblem, setReasonProblem] = useState<string | null>(null);
  const reasonBox = useRef<HTMLTextAreaElement>(null);
  const errorId = useId();
  const choose = (next: number): void => {
    setLevel(next);
    setLevelProblem(next > claimed ? t('aboveClaim', { claimed }) : null);
  };
  const confirm = async (): Promise<void> => {
    if (level > claimed) return;
    setLevelProblem(await confirmAt(level));
  };
  const reject = async (): Promise<void> => {
    const isShort = reason.trim().length < 5;
    setReasonProblem(isShort ? t('reasonMissing', { person }) : await sendBack(reason.trim()));
    if (isShort) reasonBox.current?.focus();
  };
  useKeys([
    ...[1, 2, 3, 4, 5].map((n) => ({ keys: String(n), label: t('keyLevel'), run: () => choose(n) })),
    { keys: 'c', label: t('keyConfirm'), run: () => void confirm() },
    { keys: 'Mod+Enter', label: t('keyConfirm'), run: () => void confirm() },
    { keys: 'r', label: t('keyReject'), run: () => reasonBox.current?.focus() },
  ]);
  const anchors = (claim.skill?.levels ?? []).map(({ level: at, name, indicators }) => ({
    level: at,
    name,
    anchor: indicators.join(' · '),
  }));
  const marks = {
    ...(claim.verifiedLevel == null ? {} : { [claim.verifiedLevel]: t('markNow') }),
    [claimed]: t('markClaimed'),
  };
  return (
    <>
      <section>
        <h2>{t('anchors')}</h2>
        <p className={`muted ${styles.definition}`}>{claim.skill?.definition}</p>
        <LevelCards
          label={t('chooseLevel', { skill: claim.skill?.name ?? '' })}
          name={`review-${claim.id}`}
          anchors={anchors}
          value={level}
          onChange={choose}
          marks={marks}
          {...(levelProblem === null ? {} : { errorId })}
        />
        <p id={errorId} className={styles.problem} role="alert">
          {levelProblem}
        </p>
        <Button loading={running} disabled={level > claimed} onClick={() => void confirm()}>
          {t('confirmAt', { level })}
        </Button>
      </section>
      <section className={styles.sendBack}>
        <Textarea
          ref={reasonBox}
          label={t('rejectReason', { person })}
          description={t('rejectHint')}
          autosize
          minRows={2}
          maxLength={2000}
          value={reason}
          error={reasonProblem}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <Button variant="default" loading={running} onClick={() => void reject()}>
          {t('reject')}
        </Button>
      </section>
    </>
  );
}
