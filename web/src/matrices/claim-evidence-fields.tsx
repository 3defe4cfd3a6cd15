/** Why this file exists: pieces of evidence are written the same way wherever they are handed in. */
import type { ReactNode } from 'react';
import { Button, Select, TextInput } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { Controller, useFieldArray, useFormContext } from 'react-hook-form';
import { graphql } from '../gql/index.js';
import { today } from '../app/format.js';
import { emptyPiece, isWebAddress, type EvidenceDraft, type EvidenceKind } from './claim-model.js';
import { useClaimTexts } from './claim-texts.js';
import { FileField } from './file-field.js';
import styles from './claim.module.css';

/** Ask for it where evidence can be handed in. */
export const ClaimEvidenceKinds = graphql(`
  fragment ClaimEvidenceKinds on FrameworkVersion {
    id
    evidenceTypes {
      key
      name
      maxLevel
      strength
      freshMonths
      verifiedBy
      note
    }
  }
`);

interface WithEvidence {
  evidence: EvidenceDraft[];
}

/** Inside a `FormProvider` whose values have `evidence`. @param kinds the evidence types of the framework */
export function ClaimEvidenceFields({ kinds }: { readonly kinds: readonly EvidenceKind[] }): ReactNode {
  const t = useClaimTexts();
  const { control, setFocus } = useFormContext<WithEvidence>();
  const { fields, append, remove } = useFieldArray({ control, name: 'evidence' });
  const removeAt = (index: number): void => {
    remove(index);
    if (fields.length > 1) setTimeout(() => setFocus(`evidence.${Math.max(0, index - 1)}.title`), 0);
  };
  return (
    <fieldset className={styles.evidence}>
      <legend>{t('evidence')}</legend>
      <p className="muted small-text">{t('evidenceHint')}</p>
      {fields.map((field, index) => (
        <Piece
          key={field.id}
          index={index}
          kinds={kinds}
          onRemove={fields.length > 1 ? () => removeAt(index) : undefined}
        />
      ))}
      {fields.length >= 10 ? null : (
        <Button
          variant="default"
          size="compact-sm"
          leftSection={<IconPlus size={14} aria-hidden />}
          onClick={() => append(emptyPiece(), { shouldFocus: false })}
        >
          {t('add')}
        </Button>
      )}
    </fieldset>
  );
}

interface PieceProps {
  readonly index: number;
  readonly kinds: readonly EvidenceKind[];
  readonly onRemove: (() => void) | undefined;
}

function Piece({ index, kinds, onRemove }: PieceProps): ReactNode {
  const t = useClaimTexts();
  const { register, formState } = useFormContext<WithEvidence>();
  const errors = formState.errors.evidence?.[index];
  const count = index + 1;
  return (
    <div className={styles.piece} role="group" aria-label={t('piece', { count })}>
      <KindField index={index} kinds={kinds} />
      <TextInput
        label={t('what')}
        description={t('whatHint')}
        error={errors?.title?.message}
        {...register(`evidence.${index}.title`, {
          validate: (v) => v.trim() !== '' || t('whatMissing'),
          maxLength: { value: 300, message: t('whatLong') },
        })}
      />
      <div className={styles.two}>
        <TextInput
          type="date"
          label={t('day')}
          max={today()}
          error={errors?.occurredOn?.message}
          {...register(`evidence.${index}.occurredOn`, {
            required: t('dayMissing'),
            validate: (v) => v <= today() || t('dayFuture'),
          })}
        />
        <TextInput
          type="url"
          label={t('link')}
          description={t('linkHint')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          error={errors?.link?.message}
          {...register(`evidence.${index}.link`, { validate: (v) => isWebAddress(v) || t('linkWrong') })}
        />
      </div>
      <FileField index={index} />
      {onRemove === undefined ? null : (
        <Button
          variant="subtle"
          color="clay"
          size="compact-sm"
          leftSection={<IconX size={14} aria-hidden />}
          onClick={onRemove}
        >
          {t('remove', { count })}
        </Button>
      )}
    </div>
  );
}

function KindField({ index, kinds }: Omit<PieceProps, 'onRemove'>): ReactNode {
  const t = useClaimTexts();
  const { control } = useFormContext<WithEvidence>();
  const data = kinds
    .toSorted((a, b) => a.name.localeCompare(b.name))
    .map((k) => ({ value: k.key, label: t('typeOption', { name: k.name, level: k.maxLevel }) }));
  return (
    <Controller
      control={control}
      name={`evidence.${index}.typeKey`}
      rules={{ required: t('typeMissing') }}
      render={({ field, fieldState }) => {
        const kind = kinds.find(({ key }) => key === field.value);
        return (
          <Select
            label={t('type')}
            data={data}
            searchable
            ref={field.ref}
            value={field.value === '' ? null : field.value}
            onChange={(value) => field.onChange(value ?? '')}
            onBlur={field.onBlur}
            error={fieldState.error?.message}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            description={
              kind === undefined
                ? undefined
                : t('typeNote', { note: kind.note, months: kind.freshMonths, by: kind.verifiedBy })
            }
          />
        );
      }}
    />
  );
}
