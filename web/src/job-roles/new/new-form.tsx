/** Why this file exists: title, ladder, rung and key of a new job role. */
import { useEffect, useState, type ReactNode } from 'react';
import { Button, NativeSelect, TextInput } from '@mantine/core';
import { Link, useNavigate } from '@tanstack/react-router';
import { useForm } from 'react-hook-form';
import { graphql } from '../../gql/index.js';
import type { JobRoleTemplatesQuery, TemplateJobRoleFragment, Track } from '../../gql/graphql.js';
import { useCommand } from '../../app/commands.js';
import { notifyDone, notifyProblem } from '../../app/notify.js';
import { Segmented } from '../../ui/segmented.js';
import { useJobRoleTexts } from '../job-roles.texts.js';
import { LEVELS, TRACKS, trackWord } from '../words.js';
import { useNewTexts } from './new.texts.js';
import styles from './new.module.css';

const CreateJobRole = graphql(`
  mutation JobRoleCreate($input: CreateJobRoleInput!) {
    createJobRole(input: $input) {
      __typename
      ... on CreateJobRoleSuccess {
        jobRoleVersion {
          id
          version
          jobRole {
            id
          }
        }
      }
      ...CommandProblem
    }
  }
`);

interface Fields {
  title: string;
  /** Key of a ladder, or `-` and a track for none. */
  place: string;
  key: string;
}
const FIELD_OF: Readonly<Record<string, keyof Fields>> = {
  'input.title': 'title',
  'input.key': 'key',
  'input.ladderKey': 'place',
  title: 'title',
  key: 'key',
  ladderKey: 'place',
};
const KEY = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** A key made of a title; the author can write another. */
export const keyOf = (title: string): string =>
  title
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 80)
    .replace(/-+$/g, '');

interface NewFormProps {
  readonly template: TemplateJobRoleFragment | null;
  readonly ladders: JobRoleTemplatesQuery['ladders'];
}

export function NewForm({ template, ladders }: NewFormProps): ReactNode {
  const t = useNewTexts();
  const words = useJobRoleTexts();
  const navigate = useNavigate();
  const [create, creating] = useCommand(CreateJobRole);
  const [rung, setRung] = useState(template?.rung ?? 1);
  const { register, handleSubmit, formState, setError, setValue } = useForm<Fields>({
    defaultValues: { title: '', key: '', place: placeOf(template, ladders) },
  });
  const { errors, dirtyFields } = formState;
  /** Another template brings its place on the ladders; what was typed stays. */
  useEffect(() => {
    setRung(template?.rung ?? 1);
    setValue('place', placeOf(template, ladders));
  }, [template, ladders, setValue]);
  const submit = handleSubmit(async ({ title, key, place }) => {
    const ladder = ladders.find((l) => l.key === place);
    const outcome = await create({
      input: {
        key,
        title: title.trim(),
        rung,
        track: ladder?.track ?? (place.slice(1) as Track),
        ladderKey: ladder?.key ?? null,
        copyOfId: template?.currentVersion?.id ?? null,
      },
    });
    if (!outcome.ok) {
      const { problem } = outcome;
      const field = problem.code === 'JOB_ROLE_KEY_TAKEN' ? 'key' : FIELD_OF[problem.field ?? ''];
      if (field === undefined) {
        notifyProblem(problem);
        return;
      }
      setError(field, { message: problem.message }, { shouldFocus: true });
      return;
    }
    notifyDone(t('made'));
    const jobRoleId = outcome.value.jobRoleVersion.jobRole?.id ?? '';
    void navigate({ to: '/job-roles/$jobRoleId/edit', params: { jobRoleId } });
  });
  const title = register('title', { validate: (value) => value.trim() !== '' || t('titleNeeded') });
  return (
    <form className={styles.form} onSubmit={(event) => void submit(event)} noValidate aria-label={t('details')}>
      <h2>{t('details')}</h2>
      <TextInput
        label={t('titleLabel')}
        maxLength={200}
        placeholder={template?.currentVersion?.title}
        {...title}
        onChange={(event) => {
          void title.onChange(event);
          if (dirtyFields.key !== true)
            setValue('key', keyOf(event.currentTarget.value), { shouldValidate: formState.isSubmitted });
        }}
        error={errors.title?.message}
      />
      <NativeSelect
        label={t('place')}
        data={[
          ...ladders.map((l) => ({ value: l.key, label: l.name })),
          ...TRACKS.map((track) => ({ value: `-${track}`, label: t('noLadder', { track: words(trackWord[track]) }) })),
        ]}
        {...register('place')}
        error={errors.place?.message}
      />
      <div>
        <div className={styles.label}>{t('rung')}</div>
        <Segmented
          label={t('rung')}
          value={String(rung)}
          onChange={(next) => setRung(Number(next))}
          options={LEVELS.map((n) => ({ value: String(n), label: String(n) }))}
        />
        <p className="muted small-text">{t('rungHint')}</p>
      </div>
      <TextInput
        label={t('keyLabel')}
        description={t('keyHint')}
        maxLength={80}
        {...register('key', { validate: (value) => KEY.test(value) || t('keyWrong') })}
        error={errors.key?.message}
      />
      <div className={styles.actions}>
        <Button variant="default" renderRoot={(props) => <Link to="/job-roles" {...props} />}>
          {t('cancel')}
        </Button>
        <Button type="submit" loading={creating}>
          {t('make')}
        </Button>
      </div>
    </form>
  );
}

/** Where the template stands; the production ladder for an empty page, since that is what is missing most. */
function placeOf(template: TemplateJobRoleFragment | null, ladders: NewFormProps['ladders']): string {
  if (template !== null) return template.ladder?.key ?? `-${template.track}`;
  return ladders.find((l) => l.track === 'PRODUCTION')?.key ?? '-PRODUCTION';
}
