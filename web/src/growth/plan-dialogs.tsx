/** Why this file exists: what changes a plan as a whole: its mentor, its dates and hours, its end. */
import { useState, type ReactNode } from 'react';
import { Button, Group, Modal, Textarea } from '@mantine/core';
import { useCommand } from '../app/commands.js';
import { notifyDone, notifyProblem } from '../app/notify.js';
import { Confirm } from '../ui/confirm.js';
import { MentorPicker, type ChosenMentor, type MentorNeed } from './mentor-picker.js';
import { PlanDatesForm } from './plan-dates-form.js';
import { nameOf } from './plan-model.js';
import type { PlanContext } from './plan-page.js';
import { ClosePlan, NameMentor } from './plan.commands.js';
import { usePlanFormTexts, usePlanTexts } from './plan.texts.js';

type PlanDialogsProps = PlanContext & { readonly write: string | null };

export function PlanDialogs(props: PlanDialogsProps): ReactNode {
  const t = usePlanFormTexts();
  const { write, role, change } = props;
  const close = (): void => change({ write: undefined });
  const opened = role.mayChange ? write : null;
  return (
    <>
      <Modal opened={opened === 'dates'} onClose={close} title={t('datesTitle')} size="md">
        <PlanDatesForm {...props} onClose={close} />
      </Modal>
      <Modal opened={opened === 'mentor'} onClose={close} title={t('mentorTitle')} size="lg">
        <MentorForm {...props} onClose={close} />
      </Modal>
      <CloseDialog {...props} opened={opened === 'close'} onClose={close} />
    </>
  );
}

type FormProps = PlanContext & { readonly onClose: () => void };

function MentorForm({ plan, goals, again, onClose }: FormProps): ReactNode {
  const t = usePlanFormTexts();
  const [nameMentor, running] = useCommand(NameMentor);
  const [chosen, setChosen] = useState<ChosenMentor | null>(null);
  const needs = goals
    .filter(({ state }) => state !== 'VERIFIED' && state !== 'DROPPED')
    .map<MentorNeed>((g) => ({
      skillKey: g.skillKey,
      skillName: nameOf(g),
      fromLevel: g.verifiedLevel ?? 0,
      toLevel: g.toLevel,
    }))
    .filter((n) => n.toLevel > n.fromLevel);
  const ask = async (): Promise<void> => {
    if (chosen === null) return;
    const outcome = await nameMentor({ input: { planId: plan.id, version: plan.version, mentorId: chosen.id } });
    again();
    if (!outcome.ok) {
      notifyProblem(outcome.problem);
      return;
    }
    notifyDone(t('mentorAsked', { name: chosen.name }));
    onClose();
  };
  return (
    <>
      <MentorPicker
        personId={plan.person?.id ?? null}
        needs={needs}
        value={chosen}
        onChange={setChosen}
        name="plan-mentor"
      />
      <Group justify="flex-end" mt="md">
        <Button variant="default" onClick={onClose}>
          {t('cancel')}
        </Button>
        <Button disabled={chosen === null} loading={running} onClick={() => void ask()}>
          {t('mentorAsk')}
        </Button>
      </Group>
    </>
  );
}

function CloseDialog({ plan, again, opened, onClose }: FormProps & { readonly opened: boolean }): ReactNode {
  const t = usePlanFormTexts();
  const p = usePlanTexts();
  const [closePlan, running] = useCommand(ClosePlan);
  const [reason, setReason] = useState('');
  const [error, setError] = useState<string | null>(null);
  const confirm = async (): Promise<void> => {
    if (reason.trim().length < 5) {
      setError(t('reasonShort'));
      return;
    }
    const outcome = await closePlan({ input: { planId: plan.id, version: plan.version, reason: reason.trim() } });
    again();
    if (!outcome.ok) {
      notifyProblem(outcome.problem);
      return;
    }
    notifyDone(p('closed'));
    onClose();
  };
  return (
    <Confirm
      opened={opened}
      title={t('closeTitle')}
      action={p('close')}
      onConfirm={() => void confirm()}
      onClose={onClose}
      running={running}
      danger
    >
      <p>{t('closeBody')}</p>
      <Textarea
        data-autofocus
        label={t('closeReason')}
        autosize
        minRows={3}
        value={reason}
        error={error}
        onChange={(e) => {
          setReason(e.currentTarget.value);
          setError(null);
        }}
      />
    </Confirm>
  );
}
