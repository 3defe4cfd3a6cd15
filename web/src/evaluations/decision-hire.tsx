/** Why this file exists: an accepted candidate becomes an employee, and what the interviewers saw goes along. */
import { useState, type ReactNode } from 'react';
import { Button, Select, TextInput } from '@mantine/core';
import { Controller, useForm } from 'react-hook-form';
import { useCommand } from '../app/commands.js';
import { day } from '../app/format.js';
import { notifyDone, notifyProblem } from '../app/notify.js';
import { useRead } from '../app/reads.js';
import { useSession } from '../app/session.js';
import { PersonPicker, type Chosen } from '../candidates/person-picker.js';
import { graphql } from '../gql/index.js';
import { Confirm } from '../ui/confirm.js';
import { Go } from '../ui/go.js';
import { DecisionStep } from './decision-step.js';
import { useDecisionTexts } from './decision-texts.js';
import type { DecidedApplication } from './decision-types.js';
import styles from './decision.module.css';

const TeamsQuery = graphql(`
  query EvaluationsHireTeams {
    teams(first: 100) {
      nodes {
        id
        name
      }
    }
  }
`);
const HireCandidate = graphql(`
  mutation EvaluationsHireCandidate($input: HireCandidateInput!) {
    hireCandidate(input: $input) {
      __typename
      ... on HireCandidateSuccess {
        application {
          id
          version
          stage
        }
        person {
          id
          displayName
        }
      }
      ...CommandProblem
    }
  }
`);

interface DecisionHireProps {
  readonly of: DecidedApplication;
  readonly mayHire: boolean;
  readonly again: () => void;
}

export function DecisionHire({ of, mayHire, again }: DecisionHireProps): ReactNode {
  const t = useDecisionTexts();
  const [hired, setHired] = useState<Chosen | null>(null);
  const name = of.candidate?.displayName ?? '';
  if (of.stage !== 'DECIDED' && of.stage !== 'HIRED' && hired === null) return null;
  const at = of.history.findLast((step) => step.toStage === 'HIRED')?.at;
  const isHired = of.stage === 'HIRED' || hired !== null;
  return (
    <div className="noprint">
      <DecisionStep number={4} title={t('stepHire')} state={isHired ? 'done' : 'now'}>
        {hired === null ? null : (
          <div className={styles.form} role="status">
            <p>{t('hiredLead', { name })}</p>
            <div>
              <Button component={Go} to={`/people/${hired.id}`}>
                {t('openProfile', { name })}
              </Button>
            </div>
          </div>
        )}
        {isHired && hired === null ? <p>{at === undefined ? null : t('hiredAlready', { at: day(at) })}</p> : null}
        {!isHired && mayHire ? <HireForm of={of} onHired={setHired} again={again} /> : null}
        {!isHired && !mayHire ? <p className="muted">{t('decisionWaits')}</p> : null}
      </DecisionStep>
    </div>
  );
}

interface HireFormProps {
  readonly of: DecidedApplication;
  readonly onHired: (person: Chosen) => void;
  readonly again: () => void;
}
interface Fields {
  readonly startOn: string;
  readonly teamId: string | null;
  readonly manager: Chosen | null;
}

function useHiring({ of, onHired, again }: HireFormProps) {
  const t = useDecisionTexts();
  const { person } = useSession();
  const [asking, setAsking] = useState(false);
  const [run, running] = useCommand(HireCandidate);
  const isInternal = of.candidate?.isInternal === true;
  const form = useForm<Fields>({
    defaultValues: {
      startOn: '',
      teamId: null,
      manager: person == null || isInternal ? null : { id: person.id, displayName: person.displayName },
    },
  });
  const hire = async (): Promise<void> => {
    const { startOn, teamId, manager } = form.getValues();
    const input = { applicationId: of.id, version: of.version, startOn, teamId, managerId: manager?.id ?? null };
    const outcome = await run({ input });
    setAsking(false);
    if (outcome.ok) {
      notifyDone(t('hired', { name: outcome.value.person.displayName }));
      onHired(outcome.value.person);
    } else if (outcome.problem.field === 'input.startOn') {
      form.setError('startOn', { message: outcome.problem.message }, { shouldFocus: true });
      return;
    } else notifyProblem(outcome.problem);
    again();
  };
  return { form, asking, setAsking, hire, running };
}

function HireForm(props: HireFormProps): ReactNode {
  const t = useDecisionTexts();
  const { of } = props;
  const { form, asking, setAsking, hire, running } = useHiring(props);
  const { data } = useRead(TeamsQuery, {});
  const name = of.candidate?.displayName ?? '';
  const { errors } = form.formState;
  return (
    <form className={styles.form} noValidate onSubmit={(e) => void form.handleSubmit(() => setAsking(true))(e)}>
      <p className="muted">{t('hireLead', { name, role: of.requisition?.jobRoleVersion?.title ?? '' })}</p>
      <TextInput
        type="date"
        label={t('startOn')}
        withAsterisk
        error={errors.startOn?.message}
        {...form.register('startOn', { required: t('needStart') })}
      />
      <Controller
        control={form.control}
        name="teamId"
        render={({ field }) => (
          <Select
            {...field}
            label={t('team')}
            placeholder={t('none')}
            data={(data?.teams.nodes ?? []).map((team) => ({ value: team.id, label: team.name }))}
            clearable
            searchable
          />
        )}
      />
      <Controller
        control={form.control}
        name="manager"
        render={({ field }) => <PersonPicker label={t('manager')} value={field.value} onChange={field.onChange} />}
      />
      <div>
        <Button type="submit">{t('hireDo', { name })}</Button>
      </div>
      <Confirm
        opened={asking}
        title={t('hireTitle', { name })}
        action={t('hireDo', { name })}
        running={running}
        onClose={() => setAsking(false)}
        onConfirm={() => void hire()}
      >
        <p>{t('hireBody')}</p>
      </Confirm>
    </form>
  );
}
