/** Why this file exists: a team is chosen, or made on the spot when it does not exist yet. */
import { useState, type ReactNode, type Ref } from 'react';
import { Button, Select, TextInput } from '@mantine/core';
import { useCommand } from '../app/commands.js';
import { useCoreTexts } from '../app/core-texts.js';
import { notifyDone } from '../app/notify.js';
import { graphql } from '../gql/index.js';
import { usePeopleTexts } from './people.texts.js';

const AddTeam = graphql(`
  mutation AddTeam($input: AddTeamInput!) {
    addTeam(input: $input) {
      __typename
      ... on AddTeamSuccess {
        team {
          id
          name
        }
      }
      ...CommandProblem
    }
  }
`);

interface TeamSelectProps {
  readonly teams: readonly { readonly id: string; readonly name: string }[];
  readonly value: string | null;
  readonly onChange: (id: string | null) => void;
  readonly inputRef: Ref<HTMLInputElement>;
  readonly error: string | undefined;
  /** Reads the teams again after one was added. */
  readonly again: () => void;
}

export function TeamSelect({ teams, value, onChange, inputRef, error, again }: TeamSelectProps): ReactNode {
  const t = usePeopleTexts();
  const [isNew, setNew] = useState(false);
  return (
    <div>
      <Select
        ref={inputRef}
        label={t('team')}
        placeholder={t('noTeam')}
        clearable
        clearButtonProps={{ 'aria-label': `${t('clear')}: ${t('team')}` }}
        comboboxProps={{ withinPortal: false }}
        error={error}
        data={teams.map((team) => ({ value: team.id, label: team.name }))}
        value={value}
        onChange={onChange}
      />
      {isNew ? (
        <NewTeam
          onDone={(id) => {
            setNew(false);
            if (id === null) return;
            again();
            onChange(id);
          }}
        />
      ) : (
        <Button variant="subtle" size="compact-sm" mt={4} onClick={() => setNew(true)}>
          {t('newTeam')}
        </Button>
      )}
    </div>
  );
}

function NewTeam({ onDone }: { readonly onDone: (id: string | null) => void }): ReactNode {
  const t = usePeopleTexts();
  const core = useCoreTexts();
  const [name, setName] = useState('');
  const [refused, setRefused] = useState<string | null>(null);
  const [run, running] = useCommand(AddTeam);
  const add = async (): Promise<void> => {
    if (name.trim() === '') {
      setRefused(t('nameRequired'));
      return;
    }
    const outcome = await run({ input: { name: name.trim() } });
    if (!outcome.ok) {
      setRefused(outcome.problem.message);
      return;
    }
    notifyDone(t('teamAdded', { name: outcome.value.team.name }));
    onDone(outcome.value.team.id);
  };
  return (
    <div style={{ display: 'grid', gap: 6, marginTop: 8 }}>
      <TextInput
        label={t('newTeamName')}
        autoFocus
        maxLength={200}
        value={name}
        error={refused}
        onChange={(event) => setName(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return;
          event.preventDefault();
          void add();
        }}
      />
      <div style={{ display: 'flex', gap: 6 }}>
        <Button size="compact-sm" variant="light" loading={running} onClick={() => void add()}>
          {t('addTeam')}
        </Button>
        <Button size="compact-sm" variant="subtle" onClick={() => onDone(null)}>
          {core('cancel')}
        </Button>
      </div>
    </div>
  );
}
