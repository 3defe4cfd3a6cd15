/** Why this file exists: the filters of the audit log, offered from what the trail really holds. */
import type { ReactNode } from 'react';
import { Select, TextInput } from '@mantine/core';
import { graphql, readFragment, type FragmentType } from '../gql/index.js';
import styles from './audit.module.css';
import type { AuditSearch } from './audit.routes.js';
import { useAuditTexts } from './audit.texts.js';
import { eventWords, inWords } from './event-words.js';

const AuditFiltersData = graphql(`
  fragment AuditFilters on AuditFilters {
    kinds {
      type
      entity
      count
    }
    actors {
      id
      displayName
    }
  }
`);

interface AuditFiltersProps {
  readonly filters: FragmentType<typeof AuditFiltersData>;
  readonly search: AuditSearch;
  readonly onChange: (next: Partial<AuditSearch>) => void;
}

export function AuditFilters({ filters, search, onChange }: AuditFiltersProps): ReactNode {
  const t = useAuditTexts();
  const { kinds, actors } = readFragment(AuditFiltersData, filters);
  const types = [...new Set(kinds.map((k) => k.type))].map((value) => ({ value, label: eventWords(value) }));
  const entities = [...new Set(kinds.map((k) => k.entity))].map((value) => ({ value, label: inWords(value) }));
  return (
    <div className={styles.filters}>
      <Choice
        label={t('type')}
        all={t('allTypes')}
        data={types}
        value={search.type}
        onChange={(type) => onChange({ type })}
      />
      <Choice
        label={t('entity')}
        all={t('allEntities')}
        data={entities}
        value={search.entity}
        onChange={(entity) => onChange({ entity })}
      />
      {actors.length < 2 ? null : (
        <Choice
          label={t('actor')}
          all={t('allActors')}
          data={actors.map((a) => ({ value: a.id, label: a.displayName }))}
          value={search.actor}
          onChange={(actor) => onChange({ actor })}
        />
      )}
      <Day label={t('from')} value={search.from} onChange={(from) => onChange({ from })} />
      <Day label={t('to')} value={search.to} onChange={(to) => onChange({ to })} />
    </div>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly all: string;
  readonly data: readonly { readonly value: string; readonly label: string }[];
  readonly value: string | undefined;
  readonly onChange: (value: string | undefined) => void;
}

function Choice({ label, all, data, value, onChange }: ChoiceProps): ReactNode {
  const t = useAuditTexts();
  return (
    <Select
      comboboxProps={{ withinPortal: false }}
      label={label}
      placeholder={all}
      searchable
      clearable
      clearButtonProps={{ 'aria-label': `${t('clear')}: ${label}` }}
      data={[...data].sort((a, b) => a.label.localeCompare(b.label))}
      value={value ?? null}
      onChange={(next) => onChange(next ?? undefined)}
    />
  );
}

interface DayProps {
  readonly label: string;
  readonly value: string | undefined;
  readonly onChange: (value: string | undefined) => void;
}

const Day = ({ label, value, onChange }: DayProps): ReactNode => (
  <TextInput
    type="date"
    label={label}
    value={value ?? ''}
    onChange={(event) => onChange(event.currentTarget.value === '' ? undefined : event.currentTarget.value)}
  />
);
