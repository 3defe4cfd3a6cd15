/** Why this file exists: the token of an identity provider is made in a window; its secret is shown once. */
import { useState, type ReactNode } from 'react';
import { Button, Group, Modal, TextInput } from '@mantine/core';
import { useForm } from 'react-hook-form';
import { useCommand } from '../app/commands.js';
import { notifyProblem } from '../app/notify.js';
import { graphql } from '../gql/index.js';
import { CopiedText } from '../ui/copied-text.js';
import styles from './provisioning.module.css';
import { useProvisioningTexts } from './provisioning.texts.js';

const CreateProvisioningToken = graphql(`
  mutation CreateProvisioningToken($input: CreateApiTokenInput!) {
    createApiToken(input: $input) {
      __typename
      ... on CreateApiTokenSuccess {
        apiToken {
          id
        }
        secret {
          value
        }
      }
      ...CommandProblem
    }
  }
`);

const dayFromToday = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

/** The secret; `null` when the server made the token but its answer was lost. */
interface Shown {
  readonly secret: string | null;
}

export function NewProvisioningToken({ again }: { readonly again: () => void }): ReactNode {
  const t = useProvisioningTexts();
  const [open, setOpen] = useState(false);
  const [shown, setShown] = useState<Shown | null>(null);
  const close = (): void => {
    setOpen(false);
    setShown(null);
  };
  const made = (secret: string | null): void => {
    setShown({ secret });
    again();
  };
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('newToken')}</Button>
      <Modal opened={open} onClose={close} title={t('newToken')} size="lg" closeOnClickOutside={shown === null}>
        {shown === null ? (
          <TokenForm onMade={made} onClose={close} />
        ) : (
          <div className={styles.form}>
            <p role="status">{t(shown.secret === null ? 'notShown' : 'shownBody')}</p>
            {shown.secret === null ? null : (
              <CopiedText label={t('token')} value={shown.secret} copy={t('copy')} copied={t('copied')} />
            )}
            <Group justify="flex-end" mt="sm">
              <Button onClick={close}>{t('done')}</Button>
            </Group>
          </div>
        )}
      </Modal>
    </>
  );
}

interface TokenFormProps {
  readonly onMade: (secret: string | null) => void;
  readonly onClose: () => void;
}

function TokenForm({ onMade, onClose }: TokenFormProps): ReactNode {
  const t = useProvisioningTexts();
  const [create, creating] = useCommand(CreateProvisioningToken);
  const { register, handleSubmit, setError, formState } = useForm({
    defaultValues: { name: t('usualName'), expiresOn: dayFromToday(180) },
  });
  const send = handleSubmit(async (values) => {
    const outcome = await create({ input: { ...values, scopes: ['scim'] } });
    if (outcome.ok) {
      onMade(outcome.value.secret.value ?? null);
      return;
    }
    const field = (['name', 'expiresOn'] as const).find((f) => outcome.problem.field === `input.${f}`);
    if (field === undefined) notifyProblem(outcome.problem);
    else setError(field, { message: outcome.problem.message }, { shouldFocus: true });
  });
  return (
    <form noValidate onSubmit={(event) => void send(event)} className={styles.form}>
      <TextInput
        label={t('name')}
        maxLength={80}
        data-autofocus
        {...register('name')}
        error={formState.errors.name?.message}
      />
      <TextInput
        type="date"
        label={t('expiresOn')}
        description={t('expiresHint')}
        min={dayFromToday(1)}
        max={dayFromToday(365)}
        {...register('expiresOn')}
        error={formState.errors.expiresOn?.message}
      />
      <Group justify="flex-end" mt="sm">
        <Button variant="default" onClick={onClose}>
          {t('cancel')}
        </Button>
        <Button type="submit" loading={creating}>
          {t('make')}
        </Button>
      </Group>
    </form>
  );
}
