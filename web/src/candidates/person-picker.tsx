/** Why this file exists: an employee is chosen by typing a part of the name; nobody loads the whole directory for it. */
import { useState, type ReactNode } from 'react';
import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useRead } from '../app/reads.js';
import { graphql } from '../gql/index.js';
import { usePipelineTexts } from './pipeline.texts.js';

const PeopleQuery = graphql(`
  query CandidatesPeople($text: String) {
    people(filter: { text: $text }, first: 20) {
      nodes {
        id
        displayName
        jobRoleVersion {
          id
          title
        }
      }
    }
  }
`);

export interface Chosen {
  readonly id: string;
  readonly displayName: string;
}

interface PersonPickerProps {
  readonly label: string;
  readonly description?: string;
  readonly value: Chosen | null;
  readonly onChange: (person: Chosen | null) => void;
  readonly error?: string | undefined;
  /** People who are not offered. */
  readonly without?: readonly string[];
  readonly autoFocus?: boolean;
}

export function PersonPicker(props: PersonPickerProps): ReactNode {
  const { label, description, value, onChange, error, without = [], autoFocus } = props;
  const t = usePipelineTexts();
  const [typed, setTyped] = useState(value?.displayName ?? '');
  const [opened, setOpened] = useState(false);
  const [asked] = useDebouncedValue(typed, 200);
  const text = asked.trim() === '' || asked === value?.displayName ? null : asked.trim();
  const { data } = useRead(PeopleQuery, { text }, { pause: !opened && value === null });
  const found = (data?.people.nodes ?? []).filter(({ id }) => !without.includes(id));
  const listed =
    value === null || found.some(({ id }) => id === value.id) ? found : [...found, { ...value, jobRoleVersion: null }];
  return (
    <Select
      label={label}
      description={description}
      placeholder={t('findPerson')}
      data={listed.map((one) => ({ value: one.id, label: one.displayName }))}
      value={value?.id ?? null}
      onChange={(id) => {
        const person = listed.find((one) => one.id === id);
        onChange(person === undefined ? null : { id: person.id, displayName: person.displayName });
      }}
      searchValue={typed}
      onSearchChange={setTyped}
      onDropdownOpen={() => setOpened(true)}
      onFocus={() => setOpened(true)}
      nothingFoundMessage={t('nobody')}
      searchable
      clearable
      error={error}
      data-autofocus={autoFocus === true ? true : undefined}
    />
  );
}
