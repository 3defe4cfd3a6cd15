/** Why this file exists: one stage of a check-in is written down, once, on the anchors of the skill. */
import { useEffect, useId, useRef, type ReactNode } from 'react';
import { Button, Checkbox, Textarea } from '@mantine/core';
import { useForm, useWatch } from 'react-hook-form';
import { useCommand } from '../app/commands.js';
import { notifyDone, notifyProblem } from '../app/notify.js';
import { LevelCards, type LevelAnchor } from '../ui/level-cards.js';
import type { Stage } from './check-in-model.js';
import { RecordCheckIn } from './growth.commands.js';
import { useGoalTexts } from './plan.texts.js';
import styles from './goal.module.css';

interface CheckInFormProps {
  readonly checkIn: { readonly id: string; readonly version: number };
  readonly stage: Stage;
  readonly title: string;
  readonly anchors: readonly LevelAnchor[];
  /** Verified today, marked on the anchors. */
  readonly start: number | null;
  readonly onDone: () => void;
  readonly onCancel: () => void;
}

interface Values {
  level: number | null;
  isNone: boolean;
  note: string;
}

export function CheckInForm({ checkIn, stage, title, anchors, start, onDone, onCancel }: CheckInFormProps): ReactNode {
  const t = useGoalTexts();
  const [record, running] = useCommand(RecordCheckIn);
  const form = useForm<Values>({ defaultValues: { level: null, isNone: false, note: '' } });
  const [level, isNone] = useWatch({ control: form.control, name: ['level', 'isNone'] });
  const errorId = useId();
  const error = form.formState.errors.level?.message;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const send = form.handleSubmit(async (values) => {
    if (!values.isNone && values.level === null) {
      form.setError('level', { message: t('levelMissing') });
      return;
    }
    const input = {
      checkInId: checkIn.id,
      version: checkIn.version,
      stage,
      level: values.isNone ? null : values.level,
      note: values.note,
    };
    const outcome = await record({ input });
    if (!outcome.ok) {
      notifyProblem(outcome.problem);
      return;
    }
    notifyDone(t('recorded'));
    onDone();
  });
  return (
    <form className={styles.form} noValidate onSubmit={(e) => void send(e)} aria-label={title}>
      <h4 ref={heading} tabIndex={-1}>
        {title}
      </h4>
      <div>
        <LevelCards
          label={t('levelAsYou')}
          name={`check-in-${checkIn.id}`}
          anchors={anchors}
          value={isNone ? null : level}
          faded={isNone}
          disabled={isNone}
          errorId={error === undefined ? undefined : errorId}
          marks={start === null ? {} : { [start]: t('markNow') }}
          onChange={(value) => {
            form.setValue('level', value);
            form.clearErrors('level');
          }}
        />
        {error === undefined ? null : (
          <p id={errorId} className={styles.error} role="alert">
            {error}
          </p>
        )}
      </div>
      <Checkbox label={t('levelNone')} {...form.register('isNone', { onChange: () => form.clearErrors('level') })} />
      <Textarea label={t('note')} description={t('noteHint')} autosize minRows={3} {...form.register('note')} />
      <p className="muted small-text">{t('recordHint')}</p>
      <div className={styles.buttons}>
        <Button variant="default" onClick={onCancel}>
          {t('cancel')}
        </Button>
        <Button type="submit" loading={running}>
          {t('record')}
        </Button>
      </div>
    </form>
  );
}
