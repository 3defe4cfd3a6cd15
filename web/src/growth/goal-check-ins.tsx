/** Why this file exists: check-ins on a goal: own view, second view, agreed; views that differ stay side by side. */
import { useState, type ReactNode } from 'react';
import { Button, Select } from '@mantine/core';
import { readFragment } from '../gql/index.js';
import type { PlanCheckInFragment } from '../gql/graphql.js';
import { useCommand } from '../app/commands.js';
import { day } from '../app/format.js';
import { notifyDone, notifyProblem } from '../app/notify.js';
import { useSession } from '../app/session.js';
import type { LevelAnchor } from '../ui/level-cards.js';
import { CheckInForm } from './check-in-form.js';
import { nextStage, stageIsMine, STAGES, type Stage } from './check-in-model.js';
import { OpenCheckIn } from './growth.commands.js';
import { PlanCheckIn, PlanCheckInView } from './plan-fragments.js';
import type { Goal } from './plan-model.js';
import type { PlanContext } from './plan-page.js';
import { useGoalTexts } from './plan.texts.js';
import styles from './goal.module.css';

type GoalCheckInsProps = PlanContext & { readonly goal: Goal; readonly anchors: readonly LevelAnchor[] };

export function GoalCheckIns(props: GoalCheckInsProps): ReactNode {
  const t = useGoalTexts();
  const { goal, plan } = props;
  const checkIns = goal.checkIns.map((c) => readFragment(PlanCheckIn, c));
  return (
    <>
      <h3>{t('checkIns')}</h3>
      <p className="muted small-text">{t('checkInsLead')}</p>
      {checkIns.length === 0 ? <p className={styles.none}>{t('checkInsNone')}</p> : null}
      <ul className={styles.plain}>
        {checkIns.map((checkIn) => (
          <CheckInItem key={checkIn.id} checkIn={checkIn} personName={plan.person?.displayName ?? ''} {...props} />
        ))}
      </ul>
      <Opening {...props} />
    </>
  );
}

function Opening({ goal, plan, role, again }: GoalCheckInsProps): ReactNode {
  const t = useGoalTexts();
  const [open, running] = useCommand(OpenCheckIn);
  const manager = plan.person?.manager;
  const mentor = plan.mentorAgreedAt == null ? null : plan.mentor;
  const near = [manager, mentor].filter((p) => p != null);
  const [chosen, setChosen] = useState<string | null>(null);
  const isPartner = role.isOwn || role.isManager || role.isMentor;
  if (!isPartner || !role.isOpen || near.length === 0) return null;
  const start = async (): Promise<void> => {
    const assessorId = role.isOwn ? (chosen ?? near[0]?.id ?? null) : null;
    const outcome = await open({ input: { goalId: goal.id, assessorId } });
    again();
    if (outcome.ok) notifyDone(t('opened', { name: plan.person?.displayName ?? '' }));
    else notifyProblem(outcome.problem);
  };
  return (
    <div className={styles.opening}>
      {role.isOwn && near.length > 1 ? (
        <Select
          label={t('withWhom')}
          data={near.map((p) => ({ value: p.id, label: p.displayName }))}
          value={chosen ?? near[0]?.id ?? null}
          onChange={setChosen}
          allowDeselect={false}
        />
      ) : null}
      <Button variant="default" loading={running} onClick={() => void start()}>
        {t('open')}
      </Button>
    </div>
  );
}

type ItemProps = GoalCheckInsProps & { readonly checkIn: PlanCheckInFragment; readonly personName: string };

function CheckInItem({ checkIn, personName, goal, plan, anchors, again }: ItemProps): ReactNode {
  const t = useGoalTexts();
  const { person } = useSession();
  const [isWriting, setWriting] = useState(false);
  const stage = nextStage(checkIn);
  const assessor = checkIn.assessorPerson?.displayName ?? '';
  const isMine = stage !== null && stageIsMine(stage, checkIn, plan.person?.id ?? null, person?.id ?? null);
  const words = { SELF: t('writeSelf'), ASSESSOR: t('writeAssessor'), AGREED: t('writeAgreed') } as const;
  return (
    <li className={styles.checkIn}>
      <p className={styles.under}>{t('openedOn', { day: day(checkIn.openedOn) })}</p>
      <div className={styles.views}>
        {STAGES.map((s) => (
          <StageView key={s} stage={s} checkIn={checkIn} name={s === 'SELF' ? personName : assessor} />
        ))}
      </div>
      {checkIn.isDisagreement ? <p className={styles.differ}>{t('disagree')}</p> : null}
      {isMine && !isWriting ? (
        <Button size="compact-sm" mt="xs" onClick={() => setWriting(true)}>
          {words[stage]}
        </Button>
      ) : null}
      {isMine && isWriting ? (
        <CheckInForm
          checkIn={checkIn}
          stage={stage}
          title={words[stage]}
          anchors={anchors}
          start={goal.verifiedLevel ?? null}
          onDone={() => {
            setWriting(false);
            again();
          }}
          onCancel={() => setWriting(false)}
        />
      ) : null}
    </li>
  );
}

interface StageViewProps {
  readonly stage: Stage;
  readonly checkIn: PlanCheckInFragment;
  /** Who writes this stage. */
  readonly name: string;
}

function StageView({ stage, checkIn, name }: StageViewProps): ReactNode {
  const t = useGoalTexts();
  const held = { SELF: checkIn.self, ASSESSOR: checkIn.assessor, AGREED: checkIn.agreed }[stage];
  const view = readFragment(PlanCheckInView, held);
  return (
    <div className={styles.view} data-empty={view == null}>
      <span className={styles.under}>
        {stage === 'AGREED' ? t('stage_AGREED') : t('stageBy', { stage: t(`stage_${stage}`), name })}
      </span>
      {view == null ? (
        <span className="muted">{t('waitsFor', { name })}</span>
      ) : (
        <>
          <b>{view.level == null ? t('noLevel') : t('level', { level: view.level })}</b>
          <p>{view.note}</p>
          <span className={styles.under}>{day(view.recordedAt)}</span>
        </>
      )}
    </div>
  );
}
