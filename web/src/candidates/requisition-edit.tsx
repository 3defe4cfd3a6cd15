/** Why this file exists: words and openings of a requisition are changed; what it asks for stays as it was opened. */
import type { ReactNode } from 'react';
import { Button, Group, Modal, NumberInput, Select, TextInput } from '@mantine/core';
import { Controller, useForm } from 'react-hook-form';
import { useCommand } from '../app/commands.js';
import { useCoreTexts } from '../app/core-texts.js';
import { notifyDone, notifyProblem } from '../app/notify.js';
import { graphql, readFragment, type FragmentType } from '../gql/index.js';
import type { EmploymentType } from '../gql/graphql.js';
import { EMPLOYMENTS, employmentWord } from './candidate-words.js';
import { useCandidatesTexts } from './candidates.texts.js';
import styles from './requisition-new.module.css';

const EditFragment = graphql(`
  fragment CandidatesRequisitionEdit on Requisition {
    id
    version
    title
    openings
    location
    employmentType
    initiativeName
  }
`);
const UpdateRequisition = graphql(`
  mutation CandidatesUpdateRequisition($input: UpdateRequisitionInput!) {
    updateRequisition(input: $input) {
      __typename
      ... on UpdateRequisitionSuccess {
        requisition {
          id
          ...CandidatesRequisitionHead
        }
      }
      ...CommandProblem
    }
  }
`);

interface RequisitionEditProps {
  readonly of: FragmentType<typeof EditFragment>;
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly again: () => void;
}

export function RequisitionEdit({ opened, onClose, ...rest }: RequisitionEditProps): ReactNode {
  const t = useCandidatesTexts();
  return (
    <Modal opened={opened} onClose={onClose} title={t('editTitle')}>
      <EditForm {...rest} onClose={onClose} />
    </Modal>
  );
}

const NAMES = ['title', 'openings', 'location', 'employmentType', 'initiativeName'] as const;

function useEditing({ of, onClose, again }: Omit<RequisitionEditProps, 'opened'>) {
  const t = useCandidatesTexts();
  const { id, version, ...now } = readFragment(EditFragment, of);
  const [update, running] = useCommand(UpdateRequisition);
  const form = useForm<{
    title: string;
    openings: number | string;
    location: string;
    employmentType: EmploymentType | null;
    initiativeName: string;
  }>({
    defaultValues: {
      title: now.title,
      openings: now.openings,
      location: now.location ?? '',
      employmentType: now.employmentType ?? null,
      initiativeName: now.initiativeName ?? '',
    },
  });
  const submit = form.handleSubmit(async (fields) => {
    const outcome = await update({
      input: { requisitionId: id, version, ...fields, openings: Number(fields.openings) },
    });
    if (outcome.ok) {
      notifyDone(t('saved'));
      onClose();
      again();
      return;
    }
    const field = NAMES.find((name) => outcome.problem.field === `input.${name}`);
    if (field !== undefined) form.setError(field, { message: outcome.problem.message }, { shouldFocus: true });
    else {
      notifyProblem(outcome.problem);
      again();
    }
  });
  return { form, submit, running };
}

function EditForm(props: Omit<RequisitionEditProps, 'opened'>): ReactNode {
  const t = useCandidatesTexts();
  const core = useCoreTexts();
  const { form, submit, running } = useEditing(props);
  const { errors } = form.formState;
  const whole = (value: number | string): true | string =>
    (Number.isInteger(Number(value)) && Number(value) >= 1) || t('needOpenings');
  return (
    <form onSubmit={(e) => void submit(e)} className={styles.form} noValidate>
      <TextInput
        label={t('initiative')}
        description={t('initiativeHint')}
        error={errors.initiativeName?.message}
        data-autofocus
        {...form.register('initiativeName')}
      />
      <TextInput label={t('titleField')} error={errors.title?.message} {...form.register('title')} />
      <div className={styles.row}>
        <Controller
          control={form.control}
          name="openings"
          rules={{ validate: whole }}
          render={({ field }) => (
            <NumberInput {...field} label={t('openings')} min={1} max={1000} error={errors.openings?.message} />
          )}
        />
        <Controller
          control={form.control}
          name="employmentType"
          render={({ field }) => (
            <Select
              {...field}
              label={t('employment')}
              data={EMPLOYMENTS.map((value) => ({ value, label: employmentWord(value) }))}
              error={errors.employmentType?.message}
            />
          )}
        />
      </div>
      <TextInput label={t('location')} error={errors.location?.message} {...form.register('location')} />
      <Group justify="flex-end">
        <Button variant="default" onClick={props.onClose}>
          {core('cancel')}
        </Button>
        <Button type="submit" loading={running}>
          {t('save')}
        </Button>
      </Group>
    </form>
  );
}
