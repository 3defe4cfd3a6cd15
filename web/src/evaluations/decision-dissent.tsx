/** Why this file exists: somebody of the panel adds the own dissent after the decision; the decision stands. */
import { useState, type ReactNode, type SyntheticEvent } from 'react';
import { Button, Textarea } from '@mantine/core';
import { useCommand } from '../app/commands.js';
import { notifyDone } from '../app/notify.js';
import { useSession } from '../app/session.js';
import { graphql } from '../gql/index.js';
import { useDecisionTexts } from './decision-texts.js';
import { panelOf, type DecidedApplication } from './decision-types.js';
import styles from './decision.module.css';

const AddDissent = graphql(`
  mutation EvaluationsAddDissent($input: AddDissentInput!) {
    addDissent(input: $input) {
      __typename
      ... on AddDissentSuccess {
        application {
          id
          ...EvaluationsDecision
        }
      }
      ...CommandProblem
    }
  }
`);

interface DecisionDissentProps {
  readonly of: DecidedApplication;
  readonly again: () => void;
}

export function DecisionDissent({ of, again }: DecisionDissentProps): ReactNode {
  const t = useDecisionTexts();
  const { person } = useSession();
  const [opened, setOpened] = useState(false);
  const [text, setText] = useState('');
  const [wrong, setWrong] = useState<string | null>(null);
  const [run, running] = useCommand(AddDissent);
  const sits = panelOf(of).some((seat) => seat.personId === person?.id && seat.hasSubmitted);
  if (!sits || (of.stage !== 'DECIDED' && of.stage !== 'HIRED')) return null;
  const submit = async (event: SyntheticEvent): Promise<void> => {
    event.preventDefault();
    if (text.replace(/\s/g, '').length < 5) {
      setWrong(t('needDissentText'));
      return;
    }
    const outcome = await run({ input: { applicationId: of.id, text } });
    if (!outcome.ok) {
      setWrong(outcome.problem.message);
      return;
    }
    notifyDone(t('dissentSaved'));
    setOpened(false);
    setText('');
    setWrong(null);
    again();
  };
  if (!opened) {
    return (
      <div className="noprint">
        <Button variant="default" onClick={() => setOpened(true)}>
          {t('dissentOwn')}
        </Button>
      </div>
    );
  }
  return (
    <form className={styles.form} noValidate onSubmit={(e) => void submit(e)}>
      <Textarea
        label={t('dissentOwn')}
        description={t('dissentOwnHint')}
        value={text}
        onChange={(e) => setText(e.currentTarget.value)}
        error={wrong}
        autosize
        minRows={3}
        autoFocus
        required
      />
      <div>
        <Button type="submit" loading={running}>
          {t('dissentAdd')}
        </Button>
      </div>
    </form>
  );
}
