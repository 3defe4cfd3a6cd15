/** Why this file exists: what a new plan is made from; a bridge also asks for its deployment, and every plan can ask a mentor. */
import { useState, type ReactNode } from 'react';
import { Button, Chip, NumberInput, Select, TextInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import type { GrowthNewQuery as GrowthNewData } from '../gql/graphql.js';
import { useCommand, type CommandProblem } from '../app/commands.js';
import { number } from '../app/format.js';
import { notifyDone, notifyProblem } from '../app/notify.js';
import { useGrowthTexts } from './growth.texts.js';
import { MentorPicker, type ChosenMentor } from './mentor-picker.js';
import type { Preview } from './new-plan-preview.js';
import { CreatePlan, NameMentor } from './plan.commands.js';
import styles from './growth.module.css';

export interface NewPlanValues {
  /** A text while it is being typed. */
  readonly hours: number | string;
  readonly startOn: string;
  readonly deploymentName: string;
  readonly deploymentOn: string;
  readonly mentor: ChosenMentor | null;
}

interface NewPlanFormProps {
  readonly data: GrowthNewData;
  readonly personId: string;
  readonly target: string | null;
  readonly overlays: readonly string[];
  readonly values: NewPlanValues;
  readonly preview: Preview | null;
  readonly onValues: (next: Partial<NewPlanValues>) => void;
  readonly onTarget: (jobRoleVersionId: string | undefined) => void;
  readonly onOverlays: (keys: string[]) => void;
  /** What the plan would be: beside the fields, and before the way to save it. */
  readonly children: ReactNode;
}

type Field = 'target' | 'hours' | 'startOn' | 'deploymentOn';
const FIELD_OF: Readonly<Record<string, Field>> = {
  'input.targetJobRoleVersionId': 'target',
  'input.protectedHoursPerWeek': 'hours',
  'input.startOn': 'startOn',
  'input.deploymentOn': 'deploymentOn',
};

export const areHours = (hours: number | string): hours is number =>
  typeof hours === 'number' && hours >= 0.25 && hours <= 168;

function faultsOf(t: ReturnType<typeof useGrowthTexts>, target: string | null, values: NewPlanValues) {
  const faults = new Map<Field, string>();
  if (target === null) faults.set('target', t('targetMissing'));
  if (!areHours(values.hours)) faults.set('hours', t('hoursWrong'));
  if (values.startOn === '') faults.set('startOn', t('startMissing'));
  else if (values.deploymentOn !== '' && values.deploymentOn < values.startOn)
    faults.set('deploymentOn', t('deploymentEarly'));
  return faults;
}

/** Keeps the plan, asks the mentor, and goes to the plan's own page. */
function useKeep({ personId, target, overlays, values }: NewPlanFormProps) {
  const t = useGrowthTexts();
  const navigate = useNavigate();
  const [create, creating] = useCommand(CreatePlan);
  const [nameMentor, naming] = useCommand(NameMentor);
  const keep = async (): Promise<CommandProblem | null> => {
    const outcome = await create({
      input: {
        personId,
        targetJobRoleVersionId: target ?? '',
        overlayKeys: [...overlays],
        protectedHoursPerWeek: Number(values.hours),
        startOn: values.startOn,
        deploymentName: values.deploymentName.trim() === '' ? null : values.deploymentName.trim(),
        deploymentOn: values.deploymentOn === '' ? null : values.deploymentOn,
      },
    });
    if (!outcome.ok) return outcome.problem;
    const { id: planId, version } = outcome.value.growthPlan;
    const asked =
      values.mentor === null ? null : await nameMentor({ input: { planId, version, mentorId: values.mentor.id } });
    if (asked?.ok === false)
      notifyProblem({ ...asked.problem, message: t('keptWithoutMentor', { message: asked.problem.message }) });
    else notifyDone(values.mentor === null ? t('kept') : t('keptAsked', { name: values.mentor.name }));
    await navigate({ to: '/growth/$planId', params: { planId }, search: {} });
    return null;
  };
  return [keep, creating || naming] as const;
}

export function NewPlanForm(props: NewPlanFormProps): ReactNode {
  const t = useGrowthTexts();
  const { target, values, preview } = props;
  const [faults, setFaults] = useState<ReadonlyMap<Field, string>>(new Map());
  const [keep, keeping] = useKeep(props);
  /** What was said about a field holds until the field changes. */
  const forget = (...fields: readonly string[]): void =>
    setFaults((before) => new Map([...before].filter(([field]) => !fields.includes(field))));
  const parts: PartProps = {
    ...props,
    faults,
    onTarget: (id) => {
      forget('target');
      props.onTarget(id);
    },
    onValues: (next) => {
      forget(...Object.keys(next), ...('startOn' in next ? ['deploymentOn'] : []));
      props.onValues(next);
    },
  };
  const send = async (): Promise<void> => {
    const found = faultsOf(t, target, values);
    setFaults(found);
    const [first] = found.keys();
    if (first !== undefined) {
      document.getElementById(`new-plan-${first}`)?.focus();
      return;
    }
    const problem = await keep();
    if (problem === null) return;
    const field = problem.field === null ? undefined : FIELD_OF[problem.field];
    if (field === undefined) notifyProblem(problem);
    else setFaults(new Map([[field, problem.message]]));
  };
  return (
    <form
      className={`${styles.columns} ${styles.made}`}
      noValidate
      aria-label={t('newTitle')}
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <div className={styles.form}>
        <Target {...parts} />
        <Time {...parts} />
        {preview?.isBridge === true ? <Deployment {...parts} /> : null}
        <Mentor {...parts} />
      </div>
      {props.children}
      <div className={styles.keep}>
        <Button type="submit" loading={keeping}>
          {t('keep')}
        </Button>
        <span className="muted small-text">{t('keepHint')}</span>
      </div>
    </form>
  );
}

type PartProps = Omit<NewPlanFormProps, 'children'> & { readonly faults: ReadonlyMap<Field, string> };

function Target({ data, target, overlays, faults, onTarget, onOverlays }: PartProps): ReactNode {
  const t = useGrowthTexts();
  const roles = data.jobRoles.nodes.flatMap(({ currentVersion: v, track, rung }) =>
    v == null ? [] : [{ value: v.id, label: v.title, track, rung }],
  );
  const groups = (['RESEARCH', 'PRODUCTION', 'HYBRID'] as const)
    .map((track) => ({
      group: t(`track${track}`),
      items: roles.filter((r) => r.track === track).toSorted((a, b) => a.rung - b.rung),
    }))
    .filter(({ items }) => items.length > 0);
  return (
    <>
      <Select
        id="new-plan-target"
        label={t('target')}
        data={groups}
        value={target}
        onChange={(value) => onTarget(value ?? undefined)}
        searchable
        openOnFocus={false}
        error={faults.get('target')}
      />
      {data.overlays.length === 0 ? null : (
        <fieldset className={styles.overlays}>
          <legend>{t('overlays')}</legend>
          <Chip.Group multiple value={[...overlays]} onChange={onOverlays}>
            {data.overlays.map(({ key, name }) => (
              <Chip key={key} value={key} size="xs" variant="outline">
                {name}
              </Chip>
            ))}
          </Chip.Group>
          <span className="muted small-text">{t('overlaysHint')}</span>
        </fieldset>
      )}
    </>
  );
}

function Time({ values, preview, faults, onValues }: PartProps): ReactNode {
  const t = useGrowthTexts();
  const hint = preview === null ? t('hoursHintPlain') : t('hoursHint', { weekly: number(preview.weeklyHours, 1) });
  return (
    <div className={styles.pair}>
      <NumberInput
        id="new-plan-hours"
        label={t('hours')}
        description={hint}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        min={0.25}
        max={168}
        value={values.hours}
        onChange={(hours) => onValues({ hours })}
        error={faults.get('hours')}
      />
      <TextInput
        id="new-plan-startOn"
        type="date"
        label={t('startOn')}
        value={values.startOn}
        onChange={(e) => onValues({ startOn: e.currentTarget.value })}
        error={faults.get('startOn')}
      />
    </div>
  );
}

function Deployment({ values, faults, onValues }: PartProps): ReactNode {
  const t = useGrowthTexts();
  return (
    <fieldset className={styles.group}>
      <legend>{t('deploymentTitle')}</legend>
      <p className="muted small-text">{t('deploymentHint')}</p>
      <div className={styles.pair}>
        <TextInput
          label={t('deploymentName')}
          maxLength={200}
          value={values.deploymentName}
          onChange={(e) => onValues({ deploymentName: e.currentTarget.value })}
        />
        <TextInput
          id="new-plan-deploymentOn"
          type="date"
          label={t('deploymentOn')}
          min={values.startOn}
          value={values.deploymentOn}
          onChange={(e) => onValues({ deploymentOn: e.currentTarget.value })}
          error={faults.get('deploymentOn')}
        />
      </div>
    </fieldset>
  );
}

function Mentor({ personId, preview, values, onValues }: PartProps): ReactNode {
  const t = useGrowthTexts();
  if (preview === null || preview.goals.length === 0) return null;
  const needs = preview.goals.toSorted(
    (a, b) => Number(b.isAsked) - Number(a.isAsked) || b.toLevel - b.fromLevel - (a.toLevel - a.fromLevel),
  );
  return (
    <fieldset className={styles.group}>
      <legend>{t('mentorTitle')}</legend>
      <MentorPicker
        personId={personId}
        needs={needs}
        value={values.mentor}
        onChange={(mentor) => onValues({ mentor })}
        name="new-plan-mentor"
      />
      {values.mentor === null ? null : <p>{t('mentorChosen', { name: values.mentor.name })}</p>}
    </fieldset>
  );
}
