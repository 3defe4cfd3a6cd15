/** Why this file exists: a candidate from outside is entered with their knowledge and where they came from, and put on the requisition. */
import { useState, type ReactNode } from 'react';
import { Button, Checkbox, Group, Modal, Select, TextInput } from '@mantine/core';
import { Controller, useForm, type UseFormReturn } from 'react-hook-form';
import { useCommand, type CommandProblem } from '../app/commands.js';
import { useCoreTexts } from '../app/core-texts.js';
import { notifyDone, notifyProblem } from '../app/notify.js';
import { useRead } from '../app/reads.js';
import { graphql } from '../gql/index.js';
import type { CandidateSource } from '../gql/graphql.js';
import { Segmented } from '../ui/segmented.js';
import { SOURCES, sourceWord } from './candidate-words.js';
import { PersonPicker, type Chosen } from './person-picker.js';
import styles from './requisition-new.module.css';
import { usePipelineTexts } from './pipeline.texts.js';

const AddCandidateCommand = graphql(`
  mutation CandidatesAddCandidate($input: AddCandidateInput!) {
    addCandidate(input: $input) {
      __typename
      ... on AddCandidateSuccess {
        candidate {
          id
          displayName
        }
      }
      ...CommandProblem
    }
  }
`);
const Apply = graphql(`
  mutation CandidatesApply($input: ApplyInput!) {
    apply(input: $input) {
      __typename
      ... on ApplySuccess {
        application {
          id
          ...CandidatesPipelineApplication
        }
      }
      ...CommandProblem
    }
  }
`);
const KnownQuery = graphql(`
  query CandidatesKnown {
    candidates(first: 100) {
      nodes {
        id
        displayName
        headline
      }
    }
  }
`);

interface AddCandidateProps {
  readonly requisitionId: string;
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly again: () => void;
}

export function AddCandidate({ opened, ...rest }: AddCandidateProps): ReactNode {
  const t = usePipelineTexts();
  const [kind, setKind] = useState<'new' | 'known'>('new');
  return (
    <Modal opened={opened} onClose={rest.onClose} title={t('addTitle')}>
      <div style={{ marginBottom: 14 }}>
        <Segmented
          label={t('addTitle')}
          value={kind}
          onChange={setKind}
          options={[
            { value: 'new', label: t('addNew') },
            { value: 'known', label: t('addKnown') },
          ]}
        />
      </div>
      {kind === 'new' ? <NewCandidate {...rest} /> : <KnownCandidate {...rest} />}
    </Modal>
  );
}

type Rest = Omit<AddCandidateProps, 'opened'>;

/** Puts somebody on the requisition. @returns the problem that stands against it */
function useApply({ requisitionId, onClose, again }: Rest) {
  const t = usePipelineTexts();
  const [apply, applying] = useCommand(Apply);
  const run = async (candidate: Chosen): Promise<CommandProblem | null> => {
    const outcome = await apply({ input: { candidateId: candidate.id, requisitionId } });
    if (!outcome.ok) return outcome.problem;
    notifyDone(t('added', { name: candidate.displayName }));
    onClose();
    again();
    return null;
  };
  return [run, applying] as const;
}

interface Fields {
  readonly displayName: string;
  readonly headline: string;
  readonly email: string;
  readonly phone: string;
  readonly source: CandidateSource | '';
  readonly referrer: Chosen | null;
  readonly consent: boolean;
  /** YYYY-MM-DD, or empty while nothing is agreed. */
  readonly keepUntil: string;
}
const NAMES = ['displayName', 'headline', 'email', 'phone', 'source', 'keepUntil'] as const;
const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim());

function NewCandidate(props: Rest): ReactNode {
  const t = usePipelineTexts();
  const core = useCoreTexts();
  const form = useForm<Fields>({
    defaultValues: {
      displayName: '',
      headline: '',
      email: '',
      phone: '',
      source: '',
      referrer: null,
      consent: false,
      keepUntil: '',
    },
  });
  const [entered, setEntered] = useState<Chosen | null>(null);
  const [add, adding] = useCommand(AddCandidateCommand);
  const [apply, applying] = useApply(props);
  /** Somebody who was entered but could not be put on the requisition is not entered twice. */
  const enter = async (fields: Fields): Promise<Chosen | null> => {
    if (entered !== null || fields.source === '') return entered;
    const outcome = await add({
      input: {
        displayName: fields.displayName.trim(),
        headline: orNull(fields.headline),
        email: orNull(fields.email),
        phone: orNull(fields.phone),
        source: fields.source,
        referrerId: fields.source === 'REFERRAL' ? (fields.referrer?.id ?? null) : null,
        consentedOn: new Date().toISOString().slice(0, 10), // the server's today, whatever the reader's time zone
        keepUntil: orNull(fields.keepUntil),
      },
    });
    if (outcome.ok) {
      setEntered(outcome.value.candidate);
      return outcome.value.candidate;
    }
    const field = NAMES.find((name) => outcome.problem.field === `input.${name}`);
    if (field === undefined) notifyProblem(outcome.problem);
    else form.setError(field, { message: outcome.problem.message }, { shouldFocus: true });
    return null;
  };
  const submit = form.handleSubmit(async (fields) => {
    const candidate = await enter(fields);
    const problem = candidate === null ? null : await apply(candidate);
    if (problem !== null) notifyProblem(problem);
  });
  return (
    <form onSubmit={(e) => void submit(e)} className={styles.form} noValidate>
      <NewFields form={form} />
      <Group justify="flex-end">
        <Button variant="default" onClick={props.onClose}>
          {core('cancel')}
        </Button>
        <Button type="submit" loading={adding || applying}>
          {t('add')}
        </Button>
      </Group>
    </form>
  );
}

function NewFields({ form }: { readonly form: UseFormReturn<Fields> }): ReactNode {
  const t = usePipelineTexts();
  const { errors } = form.formState;
  const isReferral = form.watch('source') === 'REFERRAL';
  return (
    <>
      <TextInput
        label={t('name')}
        withAsterisk
        error={errors.displayName?.message}
        data-autofocus
        {...form.register('displayName', { validate: (name) => name.trim() !== '' || t('needName') })}
      />
      <TextInput
        label={t('headline')}
        description={t('headlineHint')}
        error={errors.headline?.message}
        {...form.register('headline')}
      />
      <div className={styles.row}>
        <TextInput label={t('email')} type="email" error={errors.email?.message} {...form.register('email')} />
        <TextInput label={t('phone')} type="tel" error={errors.phone?.message} {...form.register('phone')} />
      </div>
      <Controller
        control={form.control}
        name="source"
        rules={{ required: t('needSource') }}
        render={({ field }) => (
          <Select
            {...field}
            label={t('source')}
            withAsterisk
            data={SOURCES.map((value) => ({ value, label: sourceWord(value) }))}
            value={field.value === '' ? null : field.value}
            onChange={(value) => field.onChange(value ?? '')}
            error={errors.source?.message}
          />
        )}
      />
      {isReferral ? (
        <Controller
          control={form.control}
          name="referrer"
          rules={{ validate: (person) => person !== null || t('needReferrer') }}
          render={({ field }) => (
            <PersonPicker
              label={t('referrer')}
              description={t('referrerHint')}
              value={field.value}
              onChange={field.onChange}
              error={errors.referrer?.message}
            />
          )}
        />
      ) : null}
      <Checkbox
        label={t('consent')}
        error={errors.consent?.message}
        {...form.register('consent', { required: t('needConsent') })}
      />
      <TextInput
        type="date"
        label={t('keepUntil')}
        description={t('keepUntilHint')}
        error={errors.keepUntil?.message}
        {...form.register('keepUntil')}
      />
    </>
  );
}

function KnownCandidate(props: Rest): ReactNode {
  const t = usePipelineTexts();
  const core = useCoreTexts();
  const { data } = useRead(KnownQuery, {});
  const [id, setId] = useState<string | null>(null);
  const [wrong, setWrong] = useState<string | null>(null);
  const [apply, applying] = useApply(props);
  const known = data?.candidates.nodes ?? [];
  const submit = async (): Promise<void> => {
    const candidate = known.find((one) => one.id === id);
    const problem = candidate === undefined ? null : await apply(candidate);
    if (candidate === undefined) setWrong(t('needKnown'));
    if (problem !== null) setWrong(problem.message);
  };
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(e) => {
        e.preventDefault();
        void submit();
      }}
    >
      <Select
        label={t('known')}
        description={t('knownHint')}
        data={known.map((one) => ({
          value: one.id,
          label: one.headline == null ? one.displayName : `${one.displayName}, ${one.headline}`,
        }))}
        value={id}
        onChange={setId}
        error={wrong}
        nothingFoundMessage={t('nobodyKnown')}
        searchable
        data-autofocus
      />
      <Group justify="flex-end">
        <Button variant="default" onClick={props.onClose}>
          {core('cancel')}
        </Button>
        <Button type="submit" loading={applying}>
          {t('add')}
        </Button>
      </Group>
    </form>
  );
}
