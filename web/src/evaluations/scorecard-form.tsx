/** Why this file exists: a scorecard while it is written: items, verdict, and the rail that says that nothing is lost. */
import type { ReactNode } from 'react';
import { Keys } from '../app/keys-window.js';
import { readFragment, type FragmentType } from '../gql/index.js';
import { Confirm } from '../ui/confirm.js';
import { gapsBySlot } from './scorecard-content.js';
import { ScorecardConflict } from './scorecard-conflict.js';
import { GapSummary } from './scorecard-gaps.js';
import { ScorecardHead } from './scorecard-head.js';
import { ScorecardItem, type Writing } from './scorecard-item.js';
import type { ScorecardInterview } from './scorecard-page.js';
import { ScorecardRail } from './scorecard-rail.js';
import { ScorecardVerdict } from './scorecard-verdict.js';
import type { Asks } from './scorecard-view.js';
import { useScorecardTexts } from './scorecard.texts.js';
import { ScorecardWriting, useScorecardDraft } from './use-scorecard-draft.js';
import { useStepKeys, useSteps } from './use-scorecard-steps.js';
import { useSubmit, type Submission } from './use-submit.js';
import styles from './scorecard.module.css';

interface ScorecardFormProps {
  readonly interview: ScorecardInterview;
  readonly scorecard: FragmentType<typeof ScorecardWriting> & { readonly id: string };
  readonly asks: Asks;
  readonly again: () => void;
}

export function ScorecardForm({ interview, scorecard, asks, again }: ScorecardFormProps): ReactNode {
  const t = useScorecardTexts();
  const { slots } = asks;
  const [draft, state] = useScorecardDraft(readFragment(ScorecardWriting, scorecard), interview.id, slots);
  const [active, go, activate] = useSteps(slots);
  const { content } = state;
  const submission = useSubmit({ scorecardId: scorecard.id, draft, content, slots, go, onSubmitted: again });
  const { rate, change } = draft;
  const levels = Math.max(0, ...asks.items.map((item) => item.anchors.length));
  useStepKeys({ slots, levels, active, go, rate, change, submit: submission.request });
  const writing: Writing = { content, rate, change, active, activate, gaps: gapsBySlot(submission.gaps) };
  const refused = submission.refused ?? state.refused;
  return (
    <div className={styles.layout}>
      <form className={styles.column} aria-label={t('form')} noValidate onSubmit={(event) => event.preventDefault()}>
        <ScorecardHead of={interview} scale={asks.scale} />
        {state.conflict === null ? null : (
          <ScorecardConflict
            mine={content}
            other={state.conflict}
            slots={slots}
            keepMine={draft.keepMine}
            useOther={draft.useOther}
          />
        )}
        <div role="alert">{refused === null ? null : <p className="banner">{refused}</p>}</div>
        <GapSummary gaps={submission.gaps} slots={slots} go={go} />
        {asks.items.length === 0 ? <p className="muted">{t('noItems')}</p> : null}
        {asks.items.map((item, at) => (
          <ScorecardItem key={item.key} item={item} number={at + 1} writing={writing} />
        ))}
        <ScorecardVerdict
          index={slots.length}
          writing={writing}
          isMissing={submission.gaps.some((gap) => gap.kind === 'verdict')}
        />
      </form>
      <ScorecardRail
        interview={interview}
        asks={asks}
        state={state}
        active={active}
        gaps={submission.gaps}
        go={go}
        submit={submission.request}
        submitting={submission.running}
      />
      <SubmitQuestion of={submission} />
    </div>
  );
}

function SubmitQuestion({ of }: { readonly of: Submission }): ReactNode {
  const t = useScorecardTexts();
  return (
    <Confirm
      opened={of.asking}
      title={t('confirmTitle')}
      action={t('submit')}
      onConfirm={of.confirm}
      onClose={of.close}
      running={of.running}
      focusAction
      hint={
        <span className={styles.submitKey} aria-hidden>
          <Keys keys="Mod+Enter" />
        </span>
      }
    >
      <p>{t('confirmLocked')}</p>
      <p>{t('confirmLater')}</p>
      <p className="muted">{t('confirmOpens')}</p>
    </Confirm>
  );
}
