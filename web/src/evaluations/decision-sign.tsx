/** Why this file exists: the last look before a decision that is taken once; of two at the same moment one stands and the other is told. */
import { useState, type ReactNode } from 'react';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useCommand } from '../app/commands.js';
import { notifyDone } from '../app/notify.js';
import { useSession } from '../app/session.js';
import { graphql } from '../gql/index.js';
import { Confirm } from '../ui/confirm.js';
import type { DecisionFieldsOf, DecisionFormOf } from './decision-form.js';
import { reasonWord, useDecisionTexts } from './decision-texts.js';
import type { DecidedApplication } from './decision-types.js';
import styles from './decision.module.css';

const Decide = graphql(`
  mutation EvaluationsDecide($input: DecideInput!) {
    decide(input: $input) {
      __typename
      ... on DecideSuccess {
        application {
          id
          ...EvaluationsDecision
        }
      }
      ...CommandProblem
    }
  }
`);

interface DecisionSignProps {
  readonly form: DecisionFormOf;
  readonly of: DecidedApplication;
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly again: () => void;
}

const FIELDS: readonly (keyof DecisionFieldsOf)[] = ['outcome', 'reasonCodes', 'reason', 'conditions'];

export function DecisionSign({ form, of, opened, onClose, again }: DecisionSignProps): ReactNode {
  const t = useDecisionTexts();
  const { member } = useSession();
  const [wrong, setWrong] = useState<string | null>(null);
  const [run, running] = useCommand(Decide);
  const fields = form.getValues();
  const { outcome, reasonCodes, reason, conditions, dissent } = fields;
  const leave = (): void => {
    setWrong(null);
    onClose();
  };
  const sign = async (): Promise<void> => {
    if (outcome === '') return;
    const answer = await run({
      input: {
        applicationId: of.id,
        version: of.version,
        outcome,
        reasonCodes,
        reason,
        conditions: conditions.trim() === '' ? null : conditions,
        dissent: dissent.map(({ personId, text }) => ({ personId, text })),
      },
    });
    if (answer.ok) {
      notifyDone(t('decided'));
      leave();
      again();
      return;
    }
    const field = FIELDS.find((name) => answer.problem.field?.startsWith(`input.${name}`) === true);
    if (field === undefined) {
      setWrong(answer.problem.message);
      return;
    }
    leave();
    form.setError(field, { message: answer.problem.message }, { shouldFocus: true });
  };
  const after = (): void => {
    const changed = wrong !== null;
    leave();
    if (changed) again();
  };
  return (
    <Confirm
      opened={opened}
      title={t('signTitle')}
      action={t('signDo', { name: member.displayName })}
      running={running}
      disabled={wrong !== null}
      onConfirm={() => void sign()}
      onClose={after}
    >
      <p>
        {t('signBody', {
          name: of.candidate?.displayName ?? '',
          outcome: t(outcome === 'ACCEPT' ? 'accepted' : 'declined'),
        })}
      </p>
      <ul className={styles.points}>
        {reasonCodes.map((code) => (
          <li key={code}>{reasonWord(code)}</li>
        ))}
      </ul>
      <p className={styles.words}>{reason}</p>
      <p className="muted">{dissent.length === 0 ? t('signNoDissent') : t('signDissent', { count: dissent.length })}</p>
      {wrong === null ? null : (
        <p className="banner" role="alert">
          <IconAlertTriangle size={17} aria-hidden />
          <span>{wrong}</span>
        </p>
      )}
    </Confirm>
  );
}
