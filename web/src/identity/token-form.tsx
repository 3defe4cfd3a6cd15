/** Why this file exists: what a new token is called, what it may do, and until when. */
import { useEffect, useId, useRef, type ReactNode } from 'react';
import { Button, Checkbox, Group, TextInput } from '@mantine/core';
import { useController, useForm, type Control } from 'react-hook-form';
import { notifyProblem } from '../app/notify.js';
import styles from './account.module.css';
import { useAccountTexts } from './account.texts.js';
import { dayFromToday, MOST_DAYS, useCreateToken } from './create-token.js';

export interface ChosenScope {
  readonly permission: string;
  readonly resource: string;
  readonly action: string;
}
interface Values {
  name: string;
  scopes: string[];
  expiresOn: string;
}

interface TokenFormProps {
  readonly scopes: readonly ChosenScope[];
  readonly onMade: (secret: string | null) => void;
  readonly onClose: () => void;
}

const DEFAULT_DAYS = 90;

export function TokenForm({ scopes, onMade, onClose }: TokenFormProps): ReactNode {
  const t = useAccountTexts();
  const [create, creating] = useCreateToken();
  const { register, handleSubmit, formState, setError, control } = useForm<Values>({
    defaultValues: { name: '', scopes: [], expiresOn: dayFromToday(DEFAULT_DAYS) },
  });
  const { errors } = formState;
  const send = handleSubmit(async (input) => {
    const outcome = await create({ input });
    if (outcome.ok) {
      onMade(outcome.value.secret.value ?? null);
      return;
    }
    const field = (['name', 'scopes', 'expiresOn'] as const).find((f) =>
      outcome.problem.field?.startsWith(`input.${f}`),
    );
    if (field === undefined) notifyProblem(outcome.problem);
    else setError(field, { message: outcome.problem.message }, { shouldFocus: true });
  });
  const withinAYear = (value: string): boolean => value >= dayFromToday(1) && value <= dayFromToday(MOST_DAYS);
  return (
    <form noValidate onSubmit={(event) => void send(event)} className={styles.form}>
      <TextInput
        label={t('name')}
        description={t('nameHint')}
        maxLength={80}
        data-autofocus
        {...register('name', { validate: (value) => value.trim() !== '' || t('nameRequired') })}
        error={errors.name?.message}
      />
      <ScopeChoice scopes={scopes} control={control} />
      <TextInput
        type="date"
        label={t('expiresOn')}
        description={t('expiresHint')}
        min={dayFromToday(1)}
        max={dayFromToday(MOST_DAYS)}
        {...register('expiresOn', { validate: (value) => withinAYear(value) || t('expiresRequired') })}
        error={errors.expiresOn?.message}
      />
      <Group justify="flex-end" mt="sm">
        <Button variant="default" onClick={onClose}>
          {t('cancel')}
        </Button>
        <Button type="submit" loading={creating} disabled={scopes.length === 0}>
          {t('make')}
        </Button>
      </Group>
    </form>
  );
}

interface ScopeChoiceProps {
  readonly scopes: readonly ChosenScope[];
  readonly control: Control<Values>;
}

/** The checklist, in groups by what a right is about. */
function ScopeChoice({ scopes, control }: ScopeChoiceProps): ReactNode {
  const t = useAccountTexts();
  const { field, fieldState } = useController({
    control,
    name: 'scopes',
    rules: { validate: (value) => value.length > 0 || t('scopesRequired') },
  });
  const first = useRef<HTMLInputElement>(null);
  const errorId = useId();
  const error = fieldState.error?.message;
  useEffect(() => field.ref({ focus: () => first.current?.focus() }), [field]);
  const change = (permission: string, isChosen: boolean): void =>
    field.onChange(isChosen ? [...field.value, permission] : field.value.filter((p) => p !== permission));
  const resources = [...new Set(scopes.map((s) => s.resource))];
  return (
    <fieldset className={styles.choice} aria-describedby={error === undefined ? undefined : errorId}>
      <legend>{t('scopes')}</legend>
      <p className="muted small-text">{t(scopes.length === 0 ? 'scopesNone' : 'scopesHint')}</p>
      {error === undefined ? null : (
        <p id={errorId} role="alert" className={styles.fault}>
          {error}
        </p>
      )}
      <div className={styles.groups}>
        {resources.map((resource) => (
          <div key={resource} role="group" aria-label={resource} className={styles.group}>
            <span>{resource}</span>
            {scopes
              .filter((s) => s.resource === resource)
              .map(({ permission, action }) => (
                <Checkbox
                  key={permission}
                  ref={permission === scopes[0]?.permission ? first : undefined}
                  size="xs"
                  label={action}
                  checked={field.value.includes(permission)}
                  onChange={(event) => change(permission, event.currentTarget.checked)}
                />
              ))}
          </div>
        ))}
      </div>
    </fieldset>
  );
}
