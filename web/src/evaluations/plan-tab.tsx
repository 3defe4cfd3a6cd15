/** Why this file exists: the interview plan proves that each must-have is assessed by somebody; a newcomer starts from the smallest plan that does. */
import { useState, type ReactNode } from 'react';
import { Button } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconPlus } from '@tabler/icons-react';
import { list } from '../app/format.js';
import { graphql, readFragment, type FragmentType } from '../gql/index.js';
import { EmptyState } from '../ui/empty-state.js';
import { Block } from '../ui/skeleton.js';
import { PlanCoverage } from './plan-coverage.js';
import { PlanEditor, type Editing } from './plan-editor.js';
import { KitFragment, type Kit } from './plan-kit.js';
import { PlanSitting } from './plan-sitting.js';
import { SuggestedPlan, SuggestionFragment } from './plan-suggestion.js';
import styles from './plan-tab.module.css';
import { usePlanTexts } from './plan-texts.js';
import { PlanFragment, type Plan } from './plan-types.js';
import { usePlanning } from './plan-write.js';

const RequisitionFragment = graphql(`
  fragment EvaluationsPlanRequisition on Requisition {
    id
    state
    requirements {
      skillKey
      reasons {
        overlayKey
      }
    }
    jobRoleVersion {
      id
      jobRole {
        id
        rung
      }
    }
  }
`);

interface PlanTabProps {
  readonly requisition: FragmentType<typeof RequisitionFragment>;
  readonly plan: FragmentType<typeof PlanFragment> | null;
  readonly suggestion: FragmentType<typeof SuggestionFragment> | null;
  /** `null` while they are on their way. */
  readonly kits: readonly FragmentType<typeof KitFragment>[] | null;
  readonly mayChange: boolean;
  readonly again: () => void;
}

export function PlanTab({
  requisition: ref,
  plan: planRef,
  suggestion,
  kits,
  mayChange,
  again,
}: PlanTabProps): ReactNode {
  const t = usePlanTexts();
  const requisition = readFragment(RequisitionFragment, ref);
  const plan = planRef === null ? null : readFragment(PlanFragment, planRef);
  if (kits === null) return <Block height={360} />;
  const known = kits.map((kit) => readFragment(KitFragment, kit));
  const isOver = requisition.state === 'CLOSED';
  if (plan === null) {
    if (!mayChange || isOver)
      return (
        <EmptyState small title={t('noneTitle')}>
          {t('noneReader')}
        </EmptyState>
      );
    return <SuggestedPlan requisitionId={requisition.id} of={suggestion} kits={known} again={again} />;
  }
  const raised = requisition.requirements.filter((one) => one.reasons.length > 0).map((one) => one.skillKey);
  return (
    <Planned
      requisitionId={requisition.id}
      rung={requisition.jobRoleVersion?.jobRole?.rung ?? 1}
      raised={raised}
      plan={plan}
      kit={known.find((kit) => kit.id === plan.kit?.id) ?? null}
      mayChange={mayChange && !isOver}
      again={again}
    />
  );
}

interface PlannedProps {
  readonly requisitionId: string;
  readonly rung: number;
  /** Keys of skills that overlays raised. */
  readonly raised: readonly string[];
  readonly plan: Plan;
  readonly kit: Kit | null;
  readonly mayChange: boolean;
  readonly again: () => void;
}

function Planned({ requisitionId, rung, raised, plan: read, kit, mayChange, again }: PlannedProps): ReactNode {
  const t = usePlanTexts();
  const [editing, setEditing] = useState<Editing | null>(null);
  const [written, setWritten] = useState<Plan | null>(null);
  const plan = written !== null && written.version > read.version ? written : read;
  const { write, running } = usePlanning(requisitionId, again, setWritten);
  const edits = mayChange && kit !== null;
  const missing = plan.coverage.filter((row) => row.raterCount === 0);
  return (
    <>
      <Proof plan={plan} />
      <section className="section" aria-labelledby="plan-interviews">
        <div className="section-head">
          <h2 id="plan-interviews">{t('interviews')}</h2>
          <span className="muted">
            {plan.kit == null ? null : t('everybodyTheSame', { kit: plan.kit.name, number: plan.kit.number })}
          </span>
          {edits ? (
            <Button
              variant="default"
              leftSection={<IconPlus size={16} aria-hidden />}
              onClick={() => setEditing({ sitting: null, stageKey: null })}
            >
              {t('addInterview')}
            </Button>
          ) : null}
        </div>
        <ol className={styles.sittings}>
          {plan.interviews.map((sitting) => (
            <PlanSitting
              key={sitting.id}
              of={sitting}
              plan={plan}
              mayChange={edits}
              running={running}
              write={write}
              onEdit={() => setEditing({ sitting, stageKey: sitting.stageKey })}
            />
          ))}
        </ol>
      </section>
      <PlanCoverage
        plan={plan}
        raised={raised}
        onMend={
          edits ? (skillKey) => setEditing({ sitting: null, stageKey: stageFor(kit, skillKey, rung), skillKey }) : null
        }
      />
      {kit === null ? null : (
        <PlanEditor
          editing={editing}
          plan={plan}
          kit={kit}
          rung={rung}
          missing={missing.map((row) => row.skill)}
          write={write}
          running={running}
          onClose={() => setEditing(null)}
        />
      )}
    </>
  );
}

/** The part of the kit whose items can show the skill at this rung. */
const stageFor = (kit: Kit, skillKey: string, rung: number): string | null =>
  kit.items.find((item) => item.rungs.includes(rung) && item.skills.some((skill) => skill.key === skillKey))
    ?.stageKey ?? null;

/** Capability 30 in one sentence: which must-haves somebody assesses, and which nobody does. */
function Proof({ plan }: { readonly plan: Plan }): ReactNode {
  const t = usePlanTexts();
  const count = plan.coverage.length;
  const missing = plan.coverage.filter((row) => row.raterCount === 0);
  const single = plan.coverage.filter((row) => row.raterCount === 1).length;
  const titleOf = (id: string | null | undefined): string | undefined =>
    plan.interviews.find((sitting) => sitting.id === id)?.title;
  const others = plan.warnings.filter((one) => !one.code.startsWith('MUST_HAVE_'));
  return (
    <>
      <div className={missing.length === 0 ? 'banner info' : 'banner'} role="status">
        {missing.length === 0 ? <IconCircleCheck size={18} aria-hidden /> : <IconAlertTriangle size={18} aria-hidden />}
        <span>
          {missing.length === 0
            ? t('proofAll', { count })
            : t('proofSome', {
                assessed: plan.assessedMustHaves,
                count,
                skills: list(missing.map((row) => row.skill.name)),
              })}
        </span>
      </div>
      {others.length === 0 && single === 0 ? null : (
        <ul className={styles.warnings} aria-label={t('warnings')}>
          {others.map((one) => (
            <li key={`${one.code}${one.plannedInterviewId ?? ''}${one.message}`}>
              {[titleOf(one.plannedInterviewId), one.message].filter((part) => part !== undefined).join(': ')}
            </li>
          ))}
          {single === 0 ? null : <li>{t('oneRater', { count: single })}</li>}
        </ul>
      )}
    </>
  );
}
