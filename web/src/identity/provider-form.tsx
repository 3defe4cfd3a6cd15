/** Why this file exists: what the product has to know of a provider is typed into one window. */
import type { ReactNode } from 'react';
import { Button, Group, Modal, PasswordInput, TextInput } from '@mantine/core';
import { useForm } from 'react-hook-form';
import { useCommand } from '../app/commands.js';
import { notifyDone, notifyProblem } from '../app/notify.js';
import { graphql } from '../gql/index.js';
import styles from './account.module.css';
import { useSignOnTexts } from './sign-on.texts.js';

const ConfigureSignOn = graphql(`
  mutation ConfigureSignOn($input: ConfigureSignOnInput!) {
    configureSignOn(input: $input) {
      __typename
      ... on ConfigureSignOnSuccess {
        settings {
          ...ProviderSettings
        }
      }
      ...CommandProblem
    }
  }
`);

interface Values {
  issuer: string;
  clientId: string;
  clientSecret: string;
  displayName: string;
}
const NAMES = ['issuer', 'clientId', 'clientSecret', 'displayName'] as const;

interface ProviderFormProps {
  readonly known: {
    readonly issuer: string;
    readonly clientId: string;
    readonly displayName: string;
    readonly version: number;
  } | null;
  readonly onClose: () => void;
  readonly again: () => void;
}

export function ProviderForm({ known, onClose, again }: ProviderFormProps): ReactNode {
  const t = useSignOnTexts();
  const [configure, configuring] = useCommand(ConfigureSignOn);
  const { issuer = '', clientId = '', displayName = '' } = known ?? {};
  const { register, handleSubmit, formState, setError } = useForm<Values>({
    defaultValues: { issuer, clientId, displayName, clientSecret: '' },
  });
  const send = handleSubmit(async ({ clientSecret, ...values }) => {
    const secret = clientSecret === '' ? null : clientSecret;
    const outcome = await configure({ input: { ...values, clientSecret: secret, version: known?.version ?? 0 } });
    if (outcome.ok) {
      notifyDone(t('saved', { name: values.displayName }));
      onClose();
      again();
      return;
    }
    const field = NAMES.find((name) => outcome.problem.field === `input.${name}`);
    if (field === undefined) notifyProblem(outcome.problem);
    else setError(field, { message: outcome.problem.message }, { shouldFocus: true });
  });
  const field = (name: keyof Values, isNeeded = true) => ({
    ...register(name, { validate: (value) => !isNeeded || value.trim() !== '' || t('required') }),
    error: formState.errors[name]?.message,
    autoComplete: 'off',
  });
  return (
    <Modal opened onClose={onClose} title={t('provider')} size="lg">
      <form noValidate onSubmit={(event) => void send(event)} className={styles.form}>
        <TextInput
          label={t('displayName')}
          description={t('nameHint')}
          data-autofocus
          maxLength={80}
          {...field('displayName')}
        />
        <TextInput label={t('issuer')} description={t('issuerHint')} inputMode="url" {...field('issuer')} />
        <TextInput label={t('clientId')} {...field('clientId')} />
        <PasswordInput
          label={t('clientSecret')}
          description={known === null ? t('secretHint') : `${t('secretHint')} ${t('secretKept')}`}
          {...field('clientSecret', known === null)}
          autoComplete="new-password"
        />
        <Group justify="flex-end" mt="sm">
          <Button type="submit" loading={configuring}>
            {t('save')}
          </Button>
        </Group>
      </form>
    </Modal>
  );
}
