/** Why this file exists: a person or a member is chosen by typing; the server finds them, so that organisations of any size can be searched. */
import { useState, type ReactNode, type Ref } from 'react';
import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useRead } from '../app/reads.js';
import { graphql } from '../gql/index.js';
import { usePeopleTexts } from './people.texts.js';

export interface Chosen {
  readonly id: string;
  readonly name: string;
}

interface RecordSelectProps {
  readonly label: string;
  /** What an empty field means, like "Reports to nobody". */
  readonly empty: string;
  readonly value: Chosen | null;
  readonly onChange: (value: Chosen | null) => void;
  readonly error?: string | undefined;
  /** Somebody who cannot be chosen, like the person themselves. */
  readonly without?: string | undefined;
  readonly inputRef?: Ref<HTMLInputElement>;
}

interface BareProps extends RecordSelectProps {
  readonly found: readonly Chosen[];
  readonly hasMore: boolean;
  readonly onSearch: (text: string) => void;
}

function BareSelect(props: BareProps): ReactNode {
  const { label, empty, value, onChange, error, without, inputRef, found, hasMore, onSearch } = props;
  const t = usePeopleTexts();
  const known = value === null || found.some((f) => f.id === value.id) ? found : [value, ...found];
  return (
    <Select
      ref={inputRef}
      label={label}
      placeholder={empty}
      description={hasMore ? t('moreExist') : undefined}
      searchable
      clearable
      clearButtonProps={{ 'aria-label': `${t('clear')}: ${label}` }}
      comboboxProps={{ withinPortal: false }}
      error={error}
      nothingFoundMessage={t('noneFoundTitle')}
      data={known.filter((f) => f.id !== without).map((f) => ({ value: f.id, label: f.name }))}
      value={value?.id ?? null}
      filter={({ options }) => options}
      onSearchChange={onSearch}
      onChange={(id) => {
        const choice = known.find((f) => f.id === id);
        onChange(choice ?? null);
      }}
    />
  );
}

const PeopleToChoose = graphql(`
  query PeopleToChoose($text: String) {
    people(first: 30, filter: { text: $text }) {
      nodes {
        id
        displayName
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

/** What was typed, unless it is the name of what is chosen already: then everything is offered. */
const searched = (typed: string, value: Chosen | null): string | null =>
  typed.trim() === '' || typed === value?.name ? null : typed;

export function PersonSelect(props: RecordSelectProps): ReactNode {
  const [typed, setTyped] = useState('');
  const [text] = useDebouncedValue(searched(typed, props.value), 200);
  const { data } = useRead(PeopleToChoose, { text });
  const found = (data?.people.nodes ?? []).map((p) => ({ id: p.id, name: p.displayName }));
  return (
    <BareSelect {...props} found={found} hasMore={data?.people.pageInfo.hasNextPage ?? false} onSearch={setTyped} />
  );
}

const MembersToChoose = graphql(`
  query MembersToChoose($text: String) {
    members(first: 30, text: $text) {
      nodes {
        id
        displayName
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

export function MemberSelect(props: RecordSelectProps): ReactNode {
  const [typed, setTyped] = useState('');
  const [text] = useDebouncedValue(searched(typed, props.value), 200);
  const { data } = useRead(MembersToChoose, { text });
  const found = (data?.members.nodes ?? []).map((m) => ({ id: m.id, name: m.displayName }));
  return (
    <BareSelect {...props} found={found} hasMore={data?.members.pageInfo.hasNextPage ?? false} onSearch={setTyped} />
  );
}
