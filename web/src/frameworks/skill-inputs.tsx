/** Why this file exists: the fields of a skill's form. */
import type { ReactNode } from 'react';
import { NumberInput, Select, Textarea, TextInput } from '@mantine/core';
import { Controller, type UseFormReturn } from 'react-hook-form';
import styles from './frameworks.module.css';
import { useFrameworksTexts } from './frameworks.texts.js';
import { PrerequisiteInputs } from './prerequisite-inputs.js';
import type { EditedDraft } from './skill-editor.js';
import { isKey, keyOf, levelIsSound, type SkillFields } from './skill-fields.js';

interface SkillInputsProps {
  readonly form: UseFormReturn<SkillFields>;
  readonly draft: EditedDraft;
  readonly isNew: boolean;
}

export function SkillInputs({ form, draft, isNew }: SkillInputsProps): ReactNode {
  const t = useFrameworksTexts();
  const { register, control, formState } = form;
  const { errors } = formState;
  return (
    <div className={styles.form}>
      <NameAndKey form={form} isNew={isNew} />
      <Textarea
        className={styles.wide}
        label={t('definition')}
        description={t('definitionHint')}
        autosize
        minRows={2}
        maxLength={1000}
        error={errors.definition?.message}
        {...register('definition', { validate: (text) => text.trim() !== '' || t('definitionRequired') })}
      />
      <Controller
        control={control}
        name="category"
        rules={{ validate: (key) => key !== null || t('categoryRequired') }}
        render={({ field, fieldState }) => (
          <Select
            {...field}
            className={styles.wide}
            label={t('category')}
            searchable
            comboboxProps={{ withinPortal: false }}
            data={draft.categories.map((c) => ({ value: c.key, label: c.name }))}
            error={fieldState.error?.message}
          />
        )}
      />
      <AffinityInput form={form} axis="research" name="affinityResearch" />
      <AffinityInput form={form} axis="production" name="affinityProduction" />
      <fieldset className={styles.wide} style={{ border: 0, padding: 0, margin: 0, display: 'grid', gap: 10 }}>
        <legend>
          <h3>{t('levels')}</h3>
        </legend>
        <p className="muted">{t('levelsHint')}</p>
        {form.getValues('levels').map((_, i) => (
          <Textarea
            key={i}
            label={t('levelNamed', { level: i + 1 })}
            autosize
            minRows={2}
            error={errors.levels?.[i]?.text?.message}
            {...register(`levels.${i}.text`, { validate: (text) => levelIsSound(text) || t('levelRequired') })}
          />
        ))}
      </fieldset>
      <PrerequisiteInputs form={form} draft={draft} />
    </div>
  );
}

function NameAndKey({ form, isNew }: Pick<SkillInputsProps, 'form' | 'isNew'>): ReactNode {
  const t = useFrameworksTexts();
  const { register, setValue, formState } = form;
  const { errors, dirtyFields } = formState;
  const name = register('name', { validate: (text) => text.trim() !== '' || t('nameRequired') });
  return (
    <>
      <TextInput
        className={isNew ? undefined : styles.wide}
        label={t('name')}
        data-autofocus
        maxLength={200}
        error={errors.name?.message}
        {...name}
        onChange={(event) => {
          void name.onChange(event);
          if (isNew && dirtyFields.key !== true) setValue('key', keyOf(event.currentTarget.value));
        }}
      />
      {isNew ? (
        <TextInput
          label={t('key')}
          title={t('keyHint')}
          maxLength={80}
          error={errors.key?.message}
          {...register('key', { validate: (key) => isKey(key) || t('keyWrong') })}
        />
      ) : null}
    </>
  );
}

interface AffinityInputProps {
  readonly form: UseFormReturn<SkillFields>;
  readonly axis: 'research' | 'production';
  readonly name: 'affinityResearch' | 'affinityProduction';
}

function AffinityInput({ form, axis, name }: AffinityInputProps): ReactNode {
  const t = useFrameworksTexts();
  return (
    <Controller
      control={form.control}
      name={name}
      rules={{ validate: (v) => (v !== '' && Number(v) >= 0 && Number(v) <= 1) || t('affinityWrong') }}
      render={({ field, fieldState }) => (
        <NumberInput
          {...field}
          label={t('affinityTo', { axis: t(axis).toLowerCase() })}
          step={0.1}
          min={0}
          max={1}
          decimalScale={2}
          clampBehavior="none"
          hideControls
          error={fieldState.error?.message}
        />
      )}
    />
  );
}
