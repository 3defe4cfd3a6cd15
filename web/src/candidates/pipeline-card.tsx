/** Why this file exists: one candidate in the pipeline: how long here, what the panel has handed in, and the menu for those who do not drag. */
import type { ReactNode } from 'react';
import { Menu } from '@mantine/core';
import { IconClipboardCheck, IconClock, IconDots } from '@tabler/icons-react';
import { graphql, type FragmentType } from '../gql/index.js';
import type { ApplicationStage, CandidatesPipelineApplicationFragment } from '../gql/graphql.js';
import { Avatar } from '../ui/avatar.js';
import { daysSince, stageWord } from './candidate-words.js';
import { canEnd, forwardFrom } from './pipeline-steps.js';
import styles from './pipeline.module.css';
import { usePipelineTexts } from './pipeline.texts.js';

export const PipelineFragment = graphql(`
  fragment CandidatesPipelineApplication on Application {
    id
    version
    stage
    appliedAt
    withdrawReason
    withdrawnBy
    candidate {
      id
      displayName
      headline
      isInternal
    }
    history {
      at
      toStage
    }
    evaluation {
      progress {
        due
        submitted
      }
      debrief {
        heldAt
      }
      decision {
        id
        outcome
      }
    }
  }
`);
export type PipelineRef = FragmentType<typeof PipelineFragment> & { readonly id: string };
export type PipelineApplication = CandidatesPipelineApplicationFragment;

interface PipelineCardProps {
  readonly of: PipelineApplication;
  readonly mayChange: boolean;
  readonly onOpen: (id: string) => void;
  readonly onMove: (application: PipelineApplication, to: ApplicationStage) => void;
  readonly onEnd: (application: PipelineApplication) => void;
}

export function PipelineCard({ of, mayChange, onOpen, onMove, onEnd }: PipelineCardProps): ReactNode {
  const t = usePipelineTexts();
  const { id, candidate, stage } = of;
  const name = candidate?.displayName ?? '';
  const since = of.history.findLast((step) => step.toStage === stage)?.at ?? of.appliedAt;
  return (
    <div
      className={styles.card}
      draggable={mayChange}
      onDragStart={(e) => {
        e.dataTransfer.setData('text/plain', id);
        e.dataTransfer.effectAllowed = 'move';
      }}
    >
      <div className={styles.who}>
        <Avatar name={name} size={22} />
        <button type="button" id={`card-${id}`} className={styles.open} onClick={() => onOpen(id)}>
          {name}
        </button>
        {mayChange ? <CardMenu of={of} onOpen={onOpen} onMove={onMove} onEnd={onEnd} /> : null}
      </div>
      {candidate?.headline == null ? null : <p className={styles.headline}>{candidate.headline}</p>}
      <p className={styles.line}>
        <IconClock size={14} stroke={1.7} aria-hidden /> {t('daysHere', { count: daysSince(since) })}
        {candidate?.isInternal === true && stage !== 'HIRED' ? <span className="pill sky">{t('internal')}</span> : null}
      </p>
      <Progress of={of} />
    </div>
  );
}

function Progress({ of }: { readonly of: PipelineApplication }): ReactNode {
  const t = usePipelineTexts();
  const { stage } = of;
  const { progress, decision, debrief } = of.evaluation ?? {};
  if (decision != null) {
    const accepted = decision.outcome === 'ACCEPT';
    return (
      <p className={styles.line}>
        <span className={accepted ? 'pill ok' : 'pill gap'}>{t(accepted ? 'accepted' : 'declined')}</span>
      </p>
    );
  }
  if (stage === 'APPLIED' || stage === 'SCREEN' || progress == null) return null;
  const { due, submitted } = progress;
  const words =
    due === 0 ? t('interviewsNone') : t(submitted === due ? 'scorecardsAll' : 'scorecards', { due, submitted });
  return (
    <p className={styles.line}>
      <IconClipboardCheck size={14} stroke={1.7} aria-hidden /> {words}
      {debrief == null ? null : <span className="pill">{t('debriefHeld')}</span>}
    </p>
  );
}

function CardMenu({ of, onOpen, onMove, onEnd }: Omit<PipelineCardProps, 'mayChange'>): ReactNode {
  const t = usePipelineTexts();
  const { stage } = of;
  const outcome = of.evaluation?.decision?.outcome ?? null;
  const steps = forwardFrom(stage);
  const mayEnd = canEnd(stage, outcome);
  if (steps.length === 0 && !mayEnd) return null;
  return (
    <Menu position="bottom-end" width={220}>
      <Menu.Target>
        <button
          type="button"
          className="icon-button"
          aria-label={t('cardMenu', { name: of.candidate?.displayName ?? '' })}
        >
          <IconDots aria-hidden />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {steps.map((to) => (
          <Menu.Item key={to} onClick={() => onMove(of, to)}>
            {t('moveTo', { stage: stageWord(to) })}
          </Menu.Item>
        ))}
        {stage === 'DEBRIEF' ? <Menu.Item onClick={() => onOpen(of.id)}>{t('toDebrief')}</Menu.Item> : null}
        {stage === 'DECIDED' && outcome === 'ACCEPT' ? (
          <Menu.Item onClick={() => onOpen(of.id)}>{t('toHire')}</Menu.Item>
        ) : null}
        {mayEnd ? <Menu.Item onClick={() => onEnd(of)}>{t('withdraw')}</Menu.Item> : null}
      </Menu.Dropdown>
    </Menu>
  );
}
