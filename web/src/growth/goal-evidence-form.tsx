/** Why this file exists: the evidence of a goal is handed in; it proposes the goal's level, and what it cannot carry is told before sending. */
import { useEffect, useRef, type ReactNode } from 'react';
import { Button } from '@mantine/core';
import { FormProvider, useForm, useWatch } from 'react-hook-form';
import { useCommand } from '../app/commands.js';
import { list } from '../app/format.js';
import { notifyDone, notifyProblem } from '../app/notify.js';
import { focusFirstFault } from '../matrices/claim-focus.js';
import { ClaimEvidenceFields } from '../matrices/claim-evidence-fields.js';
import {
  emptyPiece,
  evidenceInput,
  weaknessOf,
  type EvidenceDraft,
  type EvidenceKind,
} from '../matrices/claim-model.js';
import { useClaimTexts } from '../matrices/claim-texts.js';
import { SubmitGoalEvidence } from './growth.commands.js';
import { nameOf, type Goal } from './plan-model.js';
import { useGoalTexts } from './plan.texts.js';
import styles from './goal.module.css';

interface GoalEvidenceFormProps {
  readonly goal: Goal;
  readonly kinds: readonly EvidenceKind[];
  readonly onDone: () => void;
  readonly onCancel: () => void;
}

export function GoalEvidenceForm({ goal, kinds, onDone, onCancel }: GoalEvidenceFormProps): ReactNode {
  const t = useGoalTexts();
  const c = useClaimTexts();
  const [submit, running] = useCommand(SubmitGoalEvidence);
  const form = useForm<{ evidence: EvidenceDraft[] }>({
    defaultValues: { evidence: [emptyPiece()] },
    shouldFocusError: false,
  });
  const element = useRef<HTMLFormElement>(null);
  const evidence = useWatch({ control: form.control, name: 'evidence' });
  const weakness = weaknessOf(goal.toLevel, evidence, kinds);
  const heading = useRef<HTMLHeadingElement>(null);
  const warning = useRef<HTMLDivElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const send = form.handleSubmit(
    async (values) => {
      if (weakness !== null) {
        warning.current?.focus();
        return;
      }
      const input = { goalId: goal.id, version: goal.version, evidence: values.evidence.map(evidenceInput) };
      const outcome = await submit({ input });
      if (!outcome.ok) {
        notifyProblem(outcome.problem);
        return;
      }
      notifyDone(t('evidenceSent'));
      onDone();
    },
    () => focusFirstFault(element.current),
  );
  return (
    <FormProvider {...form}>
      <form ref={element} className={styles.form} noValidate onSubmit={(e) => void send(e)} aria-label={t('handIn')}>
        <div>
          <h3 ref={heading} tabIndex={-1} data-autofocus>
            {t('evidenceTitle', { level: goal.toLevel })}
          </h3>
          <p className="muted">{t('evidenceLead', { level: goal.toLevel, skill: nameOf(goal) })}</p>
        </div>
        <ClaimEvidenceFields kinds={kinds} />
        <div role="status" aria-live="polite" ref={warning} tabIndex={-1}>
          {weakness === null ? null : (
            <p className="banner">
              <span>
                {c(weakness.examples.length === 0 ? 'tooWeakNone' : 'tooWeak', {
                  name: weakness.name,
                  carries: weakness.carries,
                  claimed: goal.toLevel,
                  examples: list(weakness.examples),
                })}
              </span>
            </p>
          )}
        </div>
        <div className={styles.foot}>
          <Button variant="default" onClick={onCancel}>
            {t('cancel')}
          </Button>
          <Button type="submit" loading={running}>
            {t('evidenceSend')}
          </Button>
        </div>
      </form>
    </FormProvider>
  );
}
