/** Why this file exists: a plan is dated anew, its hours are protected, its deployment is booked on a real date. */
import type { ReactNode } from 'react';
import { Button, Group, NumberInput, Stack, TextInput } from '@mantine/core';
import { Controller, useForm } from 'react-hook-form';
import { useCommand } from '../app/commands.js';
import { today } from '../app/format.js';
import { notifyDone, notifyProblem } from '../app/notify.js';
import type { PlanContext } from './plan-page.js';
import { UpdatePlan } from './plan.commands.js';
import { usePlanFormTexts } from './plan.texts.js';

interface Values {
  startOn: string;
  protectedHoursPerWeek: number | string;
  weeklyHours: number | string;
  deploymentName: string;
  deploymentOn: string;
}

const FIELDS = ['startOn', 'protectedHoursPerWeek', 'weeklyHours', 'deploymentName', 'deploymentOn'] as const;

export function PlanDatesForm({ plan, again, onClose }: PlanContext & { readonly onClose: () => void }): ReactNode {
  const t = usePlanFormTexts();
  const [update, running] = useCommand(UpdatePlan);
  const isDraft = plan.state === 'DRAFT';
  const before: Values = {
    startOn: isDraft ? plan.startOn : today(),
    protectedHoursPerWeek: plan.protectedHoursPerWeek,
    weeklyHours: plan.weeklyHours,
    deploymentName: plan.deploymentName ?? '',
    deploymentOn: plan.deploymentOn ?? '',
  };
  const form = useForm<Values>({ defaultValues: before });
  const { errors, dirtyFields } = form.formState;
  const send = form.handleSubmit(async (v) => {
    const outcome = await update({
      input: {
        planId: plan.id,
        version: plan.version,
        startOn: dirtyFields.startOn === true ? v.startOn : null,
        protectedHoursPerWeek: dirtyFields.protectedHoursPerWeek === true ? Number(v.protectedHoursPerWeek) : null,
        weeklyHours: dirtyFields.weeklyHours === true ? Number(v.weeklyHours) : null,
        deploymentName: v.deploymentName.trim() === '' ? null : v.deploymentName.trim(),
        deploymentOn: v.deploymentOn === '' ? null : v.deploymentOn,
      },
    });
    again();
    if (!outcome.ok) {
      const field = FIELDS.find((f) => outcome.problem.field === `input.${f}`);
      if (field === undefined) notifyProblem(outcome.problem);
      else form.setError(field, { message: outcome.problem.message }, { shouldFocus: true });
      return;
    }
    notifyDone(t('saved'));
    onClose();
  });
  const hours = (name: 'protectedHoursPerWeek' | 'weeklyHours', label: string): ReactNode => (
    <Controller
      control={form.control}
      name={name}
      rules={{ validate: (v) => (Number(v) >= 0.25 && Number(v) <= 168) || t('wrongHours') }}
      render={({ field, fieldState }) => (
        <NumberInput label={label} min={0.25} max={168} step={1} error={fieldState.error?.message} {...field} />
      )}
    />
  );
  return (
    <form noValidate onSubmit={(e) => void send(e)}>
      <Stack gap="sm">
        <p className="muted">{t('datesLead')}</p>
        <TextInput
          type="date"
          label={t('startOn')}
          error={errors.startOn?.message}
          {...form.register('startOn', { required: t('needDay') })}
        />
        {hours('protectedHoursPerWeek', t('hours'))}
        {hours('weeklyHours', t('weekly'))}
        <TextInput
          label={t('deploymentName')}
          description={t('deploymentNameHint')}
          maxLength={200}
          error={errors.deploymentName?.message}
          {...form.register('deploymentName')}
        />
        <TextInput
          type="date"
          label={t('deploymentOn')}
          error={errors.deploymentOn?.message}
          {...form.register('deploymentOn')}
        />
      </Stack>
      <Group justify="flex-end" mt="lg">
        <Button variant="default" onClick={onClose}>
          {t('cancel')}
        </Button>
        <Button type="submit" loading={running}>
          {t('save')}
        </Button>
      </Group>
    </form>
  );
}
