/** Why this file exists: a category of a draft is added, or gets another name and place. */
import { useState, type ReactNode } from 'react';
import { Button, Group, Modal, NumberInput, TextInput } from '@mantine/core';
import { Controller, useForm } from 'react-hook-form';
import { useCommand } from '../app/commands.js';
import { useCoreTexts } from '../app/core-texts.js';
import { notifyDone, notifyProblem } from '../app/notify.js';
import { graphql } from '../gql/index.js';
import { useFrameworksTexts } from './frameworks.texts.js';
import { isKey, keyOf } from './skill-fields.js';
import { StaleBanner } from './stale-banner.js';
import type { ListedCategory } from './skills-by-category.js';

const PutCategory = graphql(`
  mutation PutCategory($input: PutCategoryInput!) {
    putCategory(input: $input) {
      __typename
      ... on PutCategorySuccess {
        frameworkVersion {
          id
          version
          categories {
            key
            name
            order
          }
        }
      }
      ...CommandProblem
    }
  }
`);

interface CategoryFormProps {
  readonly category: ListedCategory | null;
  readonly draft: { readonly id: string; readonly version: number };
  readonly again: () => void;
  readonly onClose: () => void;
}

interface Fields {
  name: string;
  key: string;
  order: number | string;
}

export function CategoryForm({ category, draft, again, onClose }: CategoryFormProps): ReactNode {
  const t = useFrameworksTexts();
  const core = useCoreTexts();
  const [run, running] = useCommand(PutCategory);
  const [staleVersion, setStaleVersion] = useState<number | null>(null);
  const { register, control, handleSubmit, setValue, formState, setError } = useForm<Fields>({
    defaultValues: { name: category?.name ?? '', key: category?.key ?? '', order: category?.order ?? 100 },
  });
  const submit = handleSubmit(async ({ name, key, order }) => {
    const input = {
      frameworkVersionId: draft.id,
      version: draft.version,
      category: { key, name: name.trim(), order: Number(order) },
    };
    const outcome = await run({ input });
    if (outcome.ok) {
      notifyDone(t('savedCategory', { name: name.trim() }));
      again();
      onClose();
      return;
    }
    const { problem } = outcome;
    if (problem.kind === 'StaleVersion') setStaleVersion(draft.version);
    else if (problem.field === 'input.category.key') setError('key', { message: problem.message });
    else notifyProblem(problem);
  });
  const { errors, dirtyFields } = formState;
  const name = register('name', { validate: (text) => text.trim() !== '' || t('nameRequired') });
  return (
    <Modal
      opened
      onClose={onClose}
      title={category === null ? t('addCategory') : t('editCategory', { name: category.name })}
    >
      <form onSubmit={(event) => void submit(event)} noValidate style={{ display: 'grid', gap: 14 }}>
        {staleVersion === draft.version ? <StaleBanner again={again} /> : null}
        <TextInput
          label={t('name')}
          data-autofocus
          maxLength={200}
          error={errors.name?.message}
          {...name}
          onChange={(event) => {
            void name.onChange(event);
            if (category === null && dirtyFields.key !== true) setValue('key', keyOf(event.currentTarget.value));
          }}
        />
        <TextInput
          label={t('key')}
          description={t('keyHint')}
          maxLength={80}
          readOnly={category !== null}
          error={errors.key?.message}
          {...register('key', { validate: (key) => isKey(key) || category !== null || t('keyWrong') })}
        />
        <Controller
          control={control}
          name="order"
          rules={{
            validate: (v) => (Number.isInteger(Number(v)) && Number(v) >= 1 && Number(v) <= 1000) || t('orderWrong'),
          }}
          render={({ field, fieldState }) => (
            <NumberInput
              {...field}
              label={t('order')}
              hideControls
              clampBehavior="none"
              error={fieldState.error?.message}
            />
          )}
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {core('cancel')}
          </Button>
          <Button type="submit" loading={running}>
            {t('save')}
          </Button>
        </Group>
      </form>
    </Modal>
  );
}
