/** Why this file exists: the token of an identity provider is made in a window; its secret is shown once. */
import type { ReactNode } from 'react';
import { Button, Group, TextInput } from '@mantine/core';
import { useForm } from 'react-hook-form';
import { notifyProblem } from '../app/notify.js';
import { dayFromToday, MOST_DAYS, useCreateToken } from '../identity/create-token.js';
import { TokenWindow } from '../identity/token-window.js';
import styles from './provisioning.module.css';
import { useProvisioningTexts } from './provisioning.texts.js';

export function NewProvisioningToken({ again }: { readonly again: () => void }): ReactNode {
  const t = useProvisioningTexts();
  const words = { body: t('shownBody'), lost: t('notShown'), copy: t('copy'), copied: t('copied'), done: t('done') };
  return (
    <TokenWindow
      newToken={t('newToken')}
      shownTitle={t('newToken')}
      token={t('token')}
      words={words}
      again={again}
      form={(onMade, onClose) => <TokenForm onMade={onMade} onClose={onClose} />}
    />
  );
}

interface TokenFormProps {
  readonly onMade: (secret: string | null) => void;
  readonly onClose: () => void;
}

function TokenForm({ onMade, onClose }: TokenFormProps): ReactNode {
  const t = useProvisioningTexts();
  const [create, creating] = useCreateToken();
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
        max={dayFromToday(MOST_DAYS)}
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
