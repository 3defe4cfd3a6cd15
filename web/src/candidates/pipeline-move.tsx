/** Why this file exists: a move cannot be taken back, so it is named before it happens and may carry a note for the record. */
import { useState, type ReactNode, type SyntheticEvent } from 'react';
import { Button, Group, Modal, TextInput } from '@mantine/core';
import { useCommand } from '../app/commands.js';
import { useCoreTexts } from '../app/core-texts.js';
import { list } from '../app/format.js';
import { notifyProblem } from '../app/notify.js';
import { graphql } from '../gql/index.js';
import type { ForwardStage } from '../gql/graphql.js';
import { PIPELINE, stageWord } from './candidate-words.js';
import type { PipelineApplication } from './pipeline-card.js';
import { usePipelineTexts } from './pipeline.texts.js';

const MoveApplication = graphql(`
  mutation CandidatesMoveApplication($input: MoveApplicationInput!) {
    moveApplication(input: $input) {
      __typename
      ... on MoveApplicationSuccess {
        application {
          id
          ...CandidatesPipelineApplication
        }
      }
      ...CommandProblem
    }
  }
`);

export interface Move {
  readonly application: PipelineApplication;
  readonly to: ForwardStage;
}

interface PipelineMoveProps {
  readonly move: Move | null;
  readonly onClose: () => void;
  readonly onMoved: (move: Move) => void;
  readonly again: () => void;
}

export function PipelineMove({ move, onClose, onMoved, again }: PipelineMoveProps): ReactNode {
  const t = usePipelineTexts();
  const title =
    move === null
      ? ''
      : t('moveTitle', { name: move.application.candidate?.displayName ?? '', stage: stageWord(move.to) });
  return (
    <Modal opened={move !== null} onClose={onClose} title={title} returnFocus>
      {move === null ? null : <Asking move={move} onClose={onClose} onMoved={onMoved} again={again} />}
    </Modal>
  );
}

function Asking({ move, onClose, onMoved, again }: PipelineMoveProps & { readonly move: Move }): ReactNode {
  const t = usePipelineTexts();
  const core = useCoreTexts();
  const [note, setNote] = useState('');
  const [run, running] = useCommand(MoveApplication);
  const { application, to } = move;
  const at = (stage: string): number => PIPELINE.findIndex((one) => one === stage);
  const skipped = PIPELINE.slice(at(application.stage) + 1, at(to)).map(stageWord);
  const submit = async (event: SyntheticEvent): Promise<void> => {
    event.preventDefault();
    const outcome = await run({
      input: {
        applicationId: application.id,
        version: application.version,
        stage: to,
        note: note.trim() === '' ? null : note,
      },
    });
    if (outcome.ok) onMoved(move);
    else {
      notifyProblem(outcome.problem);
      onClose();
    }
    again();
  };
  return (
    <form onSubmit={(e) => void submit(e)} style={{ display: 'grid', gap: 12 }}>
      <p>
        {t('moveBody')} {skipped.length === 0 ? null : t('moveSkips', { stages: list(skipped) })}
      </p>
      <TextInput
        label={t('moveNote')}
        value={note}
        onChange={(e) => setNote(e.currentTarget.value)}
        maxLength={2000}
        data-autofocus
      />
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose}>
          {core('cancel')}
        </Button>
        <Button type="submit" loading={running}>
          {t('moveDo', { stage: stageWord(to) })}
        </Button>
      </Group>
    </form>
  );
}
