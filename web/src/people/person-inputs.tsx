/** Why this file exists: the fields of a person's form. */
import type { ReactNode } from 'react';
import { NumberInput, Select, TextInput } from '@mantine/core';
import { Controller, type UseFormReturn } from 'react-hook-form';
import { useRead } from '../app/reads.js';
import { graphql } from '../gql/index.js';
import type { PersonEditFragment } from '../gql/graphql.js';
import styles from './people.module.css';
import { usePeopleTexts } from './people.texts.js';
import type { PersonFields } from './person-fields.js';
import { PersonSelect } from './record-select.js';
import { TeamSelect } from './team-select.js';

const OptionsQuery = graphql(`
  query PersonFormOptions {
    teams(first: 100) {
      nodes {
        id
        name
      }
    }
    jobRoles(first: 100, filter: { state: PUBLISHED }) {
      nodes {
        id
        currentVersion {
          id
          title
        }
      }
    }
  }
`);

interface PersonInputsProps {
  readonly form: UseFormReturn<PersonFields>;
  readonly person: PersonEditFragment | null;
}

interface Option {
  readonly value: string;
  readonly label: string;
}

/** The published job roles, and the version that the person has now even if it is an older one. */
function jobRoleOptions(
  titles: readonly ({ readonly id: string; readonly title: string } | null | undefined)[],
  person: PersonEditFragment | null,
): Option[] {
  const known = new Map<string, Option>();
  for (const version of [person?.jobRoleVersion, ...titles])
    if (version != null) known.set(version.id, { value: version.id, label: version.title });
  return [...known.values()].sort((a, b) => a.label.localeCompare(b.label));
}

export function PersonInputs({ form, person }: PersonInputsProps): ReactNode {
  const t = usePeopleTexts();
  const options = useRead(OptionsQuery, {});
  const { register, control, formState } = form;
  const errors = formState.errors;
  return (
    <div className={styles.form}>
      <TextInput
        className={styles.wide}
        label={t('name')}
        placeholder={t('namePlaceholder')}
        maxLength={200}
        data-autofocus
        error={errors.displayName?.message}
        {...register('displayName', { validate: (name) => name.trim() !== '' || t('nameRequired') })}
      />
      <Controller
        control={control}
        name="jobRoleVersionId"
        render={({ field, fieldState }) => (
          <Select
            {...field}
            label={t('jobRole')}
            placeholder={t('noJobRole')}
            clearable
            searchable
            clearButtonProps={{ 'aria-label': `${t('clear')}: ${t('jobRole')}` }}
            comboboxProps={{ withinPortal: false }}
            error={fieldState.error?.message}
            data={jobRoleOptions(options.data?.jobRoles.nodes.map((j) => j.currentVersion) ?? [], person)}
          />
        )}
      />
      <Controller
        control={control}
        name="teamId"
        render={({ field, fieldState }) => (
          <TeamSelect
            teams={options.data?.teams.nodes ?? []}
            value={field.value}
            onChange={field.onChange}
            inputRef={field.ref}
            error={fieldState.error?.message}
            again={options.again}
          />
        )}
      />
      <Controller
        control={control}
        name="manager"
        render={({ field, fieldState }) => (
          <PersonSelect
            label={t('manager')}
            empty={t('noManager')}
            value={field.value}
            onChange={field.onChange}
            inputRef={field.ref}
            error={fieldState.error?.message}
            without={person?.id}
          />
        )}
      />
      {person === null ? (
        <TextInput
          type="date"
          label={t('startedOn')}
          description={t('startedOnHint')}
          error={errors.startedOn?.message}
          {...register('startedOn')}
        />
      ) : null}
      <Amount form={form} name="availability" most={100} />
      <Amount form={form} name="mentorCapacity" most={20} />
    </div>
  );
}

interface AmountProps {
  readonly form: UseFormReturn<PersonFields>;
  readonly name: 'availability' | 'mentorCapacity';
  readonly most: number;
}

function Amount({ form, name, most }: AmountProps): ReactNode {
  const t = usePeopleTexts();
  return (
    <Controller
      control={form.control}
      name={name}
      rules={{
        validate: (value) =>
          (value !== '' && Number(value) >= 0 && Number(value) <= most) || t('range', { from: 0, to: most }),
      }}
      render={({ field, fieldState }) => (
        <NumberInput
          {...field}
          label={t(name)}
          min={0}
          max={most}
          clampBehavior="none"
          allowDecimal={false}
          hideControls
          error={fieldState.error?.message}
        />
      )}
    />
  );
}
