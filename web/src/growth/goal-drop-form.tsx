/** Why this file exists: a goal is given up only with a reason, and what goes with it is said first. */
import { useEffect, useRef, type ReactNode } from 'react';
import { Button, Textarea } from '@mantine/core';
import { useForm } from 'react-hook-form';
import { useCommand } from '../app/commands.js';
import { notifyDone, notifyProblem } from '../app/notify.js';
import { DropGoal } from './growth.commands.js';
import { nameOf, type Goal } from './plan-model.js';
import { useGoalTexts } from './plan.texts.js';
import styles from './goal.module.css';

interface GoalDropFormProps {
  readonly goal: Goal;
  readonly onDone: () => void;
  readonly onCancel: () => void;
}

export function GoalDropForm({ goal, onDone, onCancel }: GoalDropFormProps): ReactNode {
  const t = useGoalTexts();
  const [drop, running] = useCommand(DropGoal);
  const { register, handleSubmit, formState, setError } = useForm<{ reason: string }>({
    defaultValues: { reason: '' },
  });
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const send = handleSubmit(async ({ reason }) => {
    const outcome = await drop({ input: { goalId: goal.id, version: goal.version, reason: reason.trim() } });
    if (outcome.ok) {
      notifyDone(t('dropped'));
      onDone();
    } else if (outcome.problem.field === 'input.reason') setError('reason', { message: outcome.problem.message });
    else notifyProblem(outcome.problem);
  });
  return (
    <form className={styles.form} noValidate onSubmit={(e) => void send(e)} aria-label={t('drop')}>
      <div>
        <h3 ref={heading} tabIndex={-1} data-autofocus>
          {t('dropTitle', { skill: nameOf(goal) })}
        </h3>
        <p className="muted">{t('dropBody')}</p>
      </div>
      <Textarea
        label={t('reason')}
        description={t('reasonHint')}
        autosize
        minRows={3}
        error={formState.errors.reason?.message}
        {...register('reason', { validate: (v) => v.trim().length >= 5 || t('reasonShort') })}
      />
      <div className={styles.foot}>
        <Button variant="default" onClick={onCancel}>
          {t('cancel')}
        </Button>
        <Button type="submit" color="clay" loading={running}>
          {t('drop')}
        </Button>
      </div>
    </form>
  );
}
