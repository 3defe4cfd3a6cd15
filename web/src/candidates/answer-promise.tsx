/** Why this file exists: the hiring manager promises an applicant the next answer by a day. */
import { useState, type ReactNode } from 'react';
import { Button, Group, TextInput } from '@mantine/core';
import { useCommand } from '../app/commands.js';
import { today } from '../app/format.js';
import { notifyDone, notifyProblem } from '../app/notify.js';
import { graphql, readFragment, type FragmentType } from '../gql/index.js';
import { useLinkTexts } from './public-links.texts.js';

export const AnswerPromiseFields = graphql(`
  fragment AnswerPromiseFields on Application {
    id
    version
    stage
    answerPromise {
      answerOn
    }
  }
`);
const PromiseAnswer = graphql(`
  mutation PromiseAnswer($input: PromiseAnswerInput!) {
    promiseAnswer(input: $input) {
      __typename
      ... on PromiseAnswerSuccess {
        application {
          id
          ...AnswerPromiseFields
        }
      }
      ...CommandProblem
    }
  }
`);

export function AnswerPromise({
  application,
}: {
  readonly application: FragmentType<typeof AnswerPromiseFields>;
}): ReactNode {
  const t = useLinkTexts();
  const { id: applicationId, version, stage, answerPromise } = readFragment(AnswerPromiseFields, application);
  const [answerOn, setAnswerOn] = useState(answerPromise?.answerOn ?? '');
  const [fault, setFault] = useState<string | null>(null);
  const [promise, running] = useCommand(PromiseAnswer);
  if (stage === 'WITHDRAWN') return null;
  const save = async (): Promise<void> => {
    setFault(null);
    const outcome = await promise({ input: { applicationId, version, answerOn } });
    if (outcome.ok) notifyDone(t('promiseSaved'));
    else if (outcome.problem.field === 'input.answerOn') setFault(outcome.problem.message);
    else notifyProblem(outcome.problem);
  };
  return (
    <Group align="end" gap="xs">
      <TextInput
        type="date"
        label={t('promise')}
        description={t('promiseHint')}
        value={answerOn}
        min={today()}
        onChange={(event) => setAnswerOn(event.currentTarget.value)}
        error={fault}
      />
      <Button
        variant="default"
        loading={running}
        disabled={answerOn === '' || answerOn === answerPromise?.answerOn}
        onClick={() => void save()}
      >
        {t('promiseSave')}
      </Button>
    </Group>
  );
}
