/** Why this file exists: a requisition is drafted from a published job role and the overlays that apply, and shows at once what it will ask for. */
import type { ReactNode } from 'react';
import { Button, Checkbox, NumberInput, Select, TextInput } from '@mantine/core';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { Controller, useForm, type UseFormReturn } from 'react-hook-form';
import { useCommand } from '../app/commands.js';
import { notifyDone, notifyProblem } from '../app/notify.js';
import { Loadable, useRead } from '../app/reads.js';
import { graphql } from '../gql/index.js';
import type { CandidatesNewRequisitionQuery as FormData, EmploymentType } from '../gql/graphql.js';
import { Page } from '../ui/page.js';
import { EMPLOYMENTS, employmentWord } from './candidate-words.js';
import { useCandidatesTexts } from './candidates.texts.js';
import { RequisitionAsks } from './requisition-asks.js';
import styles from './requisition-new.module.css';

const FormQuery = graphql(`
  query CandidatesNewRequisition {
    jobRoles(first: 100) {
      nodes {
        id
        currentVersion {
          id
          number
          title
        }
      }
    }
    overlays {
      key
      name
      appliesWhen
    }
  }
`);
const CreateRequisition = graphql(`
  mutation CandidatesCreateRequisition($input: CreateRequisitionInput!) {
    createRequisition(input: $input) {
      __typename
      ... on CreateRequisitionSuccess {
        requisition {
          id
          version
        }
      }
      ...CommandProblem
    }
  }
`);

interface Fields {
  readonly jobRoleVersionId: string;
  readonly overlayKeys: string[];
  readonly title: string;
  readonly openings: number | string;
  readonly location: string;
  readonly employmentType: EmploymentType | '';
  readonly initiativeName: string;
}
const FIELDS: readonly (keyof Fields)[] = [
  'jobRoleVersionId',
  'overlayKeys',
  'title',
  'openings',
  'location',
  'employmentType',
  'initiativeName',
];

export function RequisitionNewPage(): ReactNode {
  const t = useCandidatesTexts();
  const read = useRead(FormQuery, {});
  return (
    <Page title={t('newTitle')} lead={t('newLead')} crumbs={[{ label: t('requisitions'), to: '/requisitions' }]}>
      <Loadable of={read}>{(data) => <Drafting data={data} />}</Loadable>
    </Page>
  );
}

const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim());

function Drafting({ data }: { readonly data: FormData }): ReactNode {
  const t = useCandidatesTexts();
  const navigate = useNavigate();
  const { jobRole } = getRouteApi('/requisitions/new').useSearch();
  const wanted = data.jobRoles.nodes.find((one) => one.id === jobRole || one.currentVersion?.id === jobRole);
  const form = useForm<Fields>({
    defaultValues: {
      jobRoleVersionId: wanted?.currentVersion?.id ?? '',
      overlayKeys: [],
      title: '',
      openings: 1,
      location: '',
      employmentType: '',
      initiativeName: '',
    },
  });
  const [create, running] = useCommand(CreateRequisition);
  const submit = form.handleSubmit(async (fields) => {
    const { jobRoleVersionId, overlayKeys, employmentType } = fields;
    const outcome = await create({
      input: {
        jobRoleVersionId,
        overlayKeys,
        title: orNull(fields.title),
        openings: Number(fields.openings),
        location: orNull(fields.location),
        employmentType: employmentType === '' ? null : employmentType,
        initiativeName: orNull(fields.initiativeName),
      },
    });
    if (outcome.ok) {
      notifyDone(t('created'));
      return navigate({
        to: '/requisitions/$requisitionId',
        params: { requisitionId: outcome.value.requisition.id },
        search: { tab: 'plan' },
      });
    }
    const { problem } = outcome;
    const field = FIELDS.find((name) => problem.field === `input.${name}`);
    if (field === undefined) notifyProblem(problem);
    else form.setError(field, { message: problem.message }, { shouldFocus: true });
  });
  const [version, overlays] = form.watch(['jobRoleVersionId', 'overlayKeys']);
  return (
    <div className={styles.sides}>
      <form className={styles.form} onSubmit={(e) => void submit(e)} noValidate>
        <RoleFields form={form} data={data} />
        <PlaceFields form={form} />
        <div>
          <Button type="submit" loading={running}>
            {t('createDraft')}
          </Button>
        </div>
      </form>
      <RequisitionAsks jobRoleVersionId={version} overlayKeys={overlays} />
    </div>
  );
}

interface FieldsProps {
  readonly form: UseFormReturn<Fields>;
}

function RoleFields({ form, data }: FieldsProps & { readonly data: FormData }): ReactNode {
  const t = useCandidatesTexts();
  const { errors } = form.formState;
  const options = data.jobRoles.nodes.flatMap(({ currentVersion: v }) =>
    v == null ? [] : [{ value: v.id, label: t('jobRoleOption', { title: v.title, number: v.number }) }],
  );
  return (
    <>
      <Controller
        control={form.control}
        name="jobRoleVersionId"
        rules={{ required: t('needJobRole') }}
        render={({ field }) => (
          <Select
            {...field}
            label={t('jobRole')}
            description={t('jobRoleHint')}
            data={options}
            value={field.value === '' ? null : field.value}
            onChange={(value) => field.onChange(value ?? '')}
            searchable
            nothingFoundMessage={t('jobRoleNone')}
            error={errors.jobRoleVersionId?.message}
            withAsterisk
          />
        )}
      />
      <Controller
        control={form.control}
        name="overlayKeys"
        render={({ field }) => (
          <Checkbox.Group
            label={t('overlays')}
            description={t('overlaysHint')}
            value={field.value}
            onChange={field.onChange}
            error={errors.overlayKeys?.message}
          >
            <div className={styles.checks}>
              {data.overlays.map((overlay) => (
                <Checkbox
                  key={overlay.key}
                  value={overlay.key}
                  label={overlay.name}
                  description={overlay.appliesWhen}
                />
              ))}
            </div>
          </Checkbox.Group>
        )}
      />
    </>
  );
}

function PlaceFields({ form }: FieldsProps): ReactNode {
  const t = useCandidatesTexts();
  const { errors } = form.formState;
  const whole = (value: number | string): true | string =>
    (Number.isInteger(Number(value)) && Number(value) >= 1) || t('needOpenings');
  return (
    <>
      <TextInput
        label={t('titleField')}
        description={t('titleHint')}
        error={errors.title?.message}
        {...form.register('title')}
      />
      <div className={styles.row}>
        <Controller
          control={form.control}
          name="openings"
          rules={{ validate: whole }}
          render={({ field }) => (
            <NumberInput
              {...field}
              label={t('openings')}
              min={1}
              max={1000}
              error={errors.openings?.message}
              withAsterisk
            />
          )}
        />
        <Controller
          control={form.control}
          name="employmentType"
          render={({ field }) => (
            <Select
              {...field}
              label={t('employment')}
              data={EMPLOYMENTS.map((value) => ({ value, label: employmentWord(value) }))}
              value={field.value === '' ? null : field.value}
              onChange={(value) => field.onChange(value ?? '')}
              error={errors.employmentType?.message}
            />
          )}
        />
      </div>
      <TextInput label={t('location')} error={errors.location?.message} {...form.register('location')} />
      <TextInput
        label={t('initiative')}
        description={t('initiativeHint')}
        error={errors.initiativeName?.message}
        {...form.register('initiativeName')}
      />
    </>
  );
}
