/** Why this file exists: what a skill rests on, line by line. */
import type { ReactNode } from 'react';
import { Button, CloseButton, NativeSelect, Select } from '@mantine/core';
import { Controller, useFieldArray, type UseFormReturn } from 'react-hook-form';
import styles from './frameworks.module.css';
import { useFrameworksTexts } from './frameworks.texts.js';
import type { EditedDraft } from './skill-editor.js';
import type { SkillFields } from './skill-fields.js';

interface PrerequisiteInputsProps {
  readonly form: UseFormReturn<SkillFields>;
  readonly draft: EditedDraft;
}

export function PrerequisiteInputs({ form, draft }: PrerequisiteInputsProps): ReactNode {
  const t = useFrameworksTexts();
  const { control, register, watch } = form;
  const { fields, append, remove } = useFieldArray({ control, name: 'prerequisites' });
  const own = watch('key');
  const options = draft.skills.filter((s) => s.key !== own).map((s) => ({ value: s.key, label: s.name }));
  return (
    <fieldset className={styles.wide} style={{ border: 0, padding: 0, margin: 0 }}>
      <legend>
        <h3 style={{ marginBottom: 8 }}>{t('prerequisites')}</h3>
      </legend>
      {fields.map((line, i) => (
        <div key={line.id} className={styles.prerequisite}>
          <Controller
            control={control}
            name={`prerequisites.${i}.skillKey`}
            rules={{ validate: (key) => key !== null || t('prerequisiteRequired') }}
            render={({ field, fieldState }) => (
              <Select
                {...field}
                label={t('prerequisite')}
                searchable
                comboboxProps={{ withinPortal: false }}
                data={options}
                error={fieldState.error?.message}
              />
            )}
          />
          <NativeSelect
            label={t('minLevel')}
            data={['1', '2', '3', '4', '5']}
            {...register(`prerequisites.${i}.minLevel`)}
          />
          <NativeSelect
            label={t('fromLevel')}
            data={['2', '3', '4', '5']}
            {...register(`prerequisites.${i}.fromLevel`)}
          />
          <CloseButton size="lg" aria-label={t('removePrerequisite', { place: i + 1 })} onClick={() => remove(i)} />
        </div>
      ))}
      <Button
        variant="default"
        size="compact-md"
        onClick={() => append({ skillKey: null, minLevel: '2', fromLevel: '3' })}
      >
        {t('addPrerequisite')}
      </Button>
    </fieldset>
  );
}
