/** Why this file exists: all requisitions that the reader may see: state, stage counts, days open, and whether each serves an initiative. */
import { useRef, useState, type ReactNode } from 'react';
import { Button, Select, TextInput } from '@mantine/core';
import { IconPlus, IconSearch } from '@tabler/icons-react';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useKeys } from '../app/keys.js';
import { Loadable, useRead } from '../app/reads.js';
import { useSession } from '../app/session.js';
import { graphql } from '../gql/index.js';
import type { CandidatesRequisitionListQuery as ListData } from '../gql/graphql.js';
import { EmptyState } from '../ui/empty-state.js';
import { Go } from '../ui/go.js';
import { Page } from '../ui/page.js';
import { Segmented } from '../ui/segmented.js';
import { Block } from '../ui/skeleton.js';
import { stateWord } from './candidate-words.js';
import { STATES } from './requisition-states.js';
import { useCandidatesTexts } from './candidates.texts.js';
import styles from './requisition-list.module.css';
import { RequisitionTable } from './requisition-table.js';

const ListQuery = graphql(`
  query CandidatesRequisitionList($isMine: Boolean, $state: RequisitionState, $text: String, $first: Int!) {
    requisitions(isMine: $isMine, state: $state, text: $text, first: $first) {
      totalCount
      nodes {
        id
        ...CandidatesRequisitionRow
      }
      pageInfo {
        hasNextPage
      }
    }
  }
`);

const PAGE = 25;
const route = getRouteApi('/requisitions');

export function RequisitionListPage(): ReactNode {
  const t = useCandidatesTexts();
  const { may, grants } = useSession();
  const navigate = useNavigate();
  const search = route.useSearch();
  const [first, setFirst] = useState(PAGE);
  const runs = grants.includes('HIRING_MANAGER');
  const isMine = (search.whose ?? (runs ? 'mine' : 'all')) === 'mine';
  const read = useRead(ListQuery, {
    isMine: isMine ? true : null,
    state: search.state ?? null,
    text: search.text ?? null,
    first,
  });
  const mayCreate = may('requisition:create');
  useKeys(mayCreate ? [{ keys: 'c', label: t('keyNew'), run: () => void navigate({ to: '/requisitions/new' }) }] : []);
  const create = (
    <Button component={Go} to="/requisitions/new" leftSection={<IconPlus size={16} aria-hidden />}>
      {t('newRequisition')}
    </Button>
  );
  return (
    <Page title={t('requisitions')} lead={t('listLead')} actions={mayCreate ? create : undefined}>
      <h2 className="visually-hidden">{t('listLabel')}</h2>
      <Filters runs={runs} isMine={isMine} />
      <Loadable of={read} skeleton={<Block height={260} />}>
        {(data) => (
          <Listed data={data} isMine={isMine} mayCreate={mayCreate} onMore={() => setFirst((n) => n + PAGE)} />
        )}
      </Loadable>
    </Page>
  );
}

function Filters({ runs, isMine }: { readonly runs: boolean; readonly isMine: boolean }): ReactNode {
  const t = useCandidatesTexts();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const field = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState(search.text ?? '');
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useKeys([{ keys: '/', label: t('keyFind'), run: () => field.current?.focus() }]);
  const type = (value: string): void => {
    setTyped(value);
    clearTimeout(timer.current);
    timer.current = setTimeout(
      () =>
        void navigate({
          search: (s) => ({ ...s, text: value.trim() === '' ? undefined : value.trim() }),
          replace: true,
        }),
      250,
    );
  };
  return (
    <div className={styles.filters}>
      <TextInput
        ref={field}
        aria-label={t('find')}
        placeholder={t('find')}
        leftSection={<IconSearch size={15} aria-hidden />}
        value={typed}
        onChange={(e) => type(e.currentTarget.value)}
      />
      {runs ? (
        <Segmented
          label={t('whose')}
          value={isMine ? 'mine' : 'all'}
          onChange={(whose) => void navigate({ search: (s) => ({ ...s, whose }), replace: true })}
          options={[
            { value: 'mine', label: t('mine') },
            { value: 'all', label: t('everybodys') },
          ]}
        />
      ) : null}
      <Select
        aria-label={t('stateFilter')}
        placeholder={t('anyState')}
        data={STATES.map((value) => ({ value, label: stateWord(value) }))}
        value={search.state ?? null}
        onChange={(state) => void navigate({ search: (s) => ({ ...s, state: state ?? undefined }), replace: true })}
        clearable
        clearButtonProps={{ 'aria-label': t('anyState') }}
        w={150}
      />
    </div>
  );
}

interface ListedProps {
  readonly data: ListData;
  readonly isMine: boolean;
  readonly mayCreate: boolean;
  readonly onMore: () => void;
}

function Listed({ data, isMine, mayCreate, onMore }: ListedProps): ReactNode {
  const t = useCandidatesTexts();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { nodes, pageInfo } = data.requisitions;
  if (nodes.length > 0) {
    return (
      <>
        <RequisitionTable rows={nodes} />
        {pageInfo.hasNextPage ? (
          <Button variant="default" mt="md" onClick={onMore}>
            {t('showMore')}
          </Button>
        ) : null}
      </>
    );
  }
  const isFiltered = search.text !== undefined || search.state !== undefined;
  if (isFiltered) {
    const clear = (): void => void navigate({ search: (s) => ({ ...s, text: undefined, state: undefined }) });
    return (
      <EmptyState
        small
        title={t('emptyTitle')}
        action={
          <Button variant="default" onClick={clear}>
            {t('clearFilters')}
          </Button>
        }
      >
        {t('emptyFilter')}
      </EmptyState>
    );
  }
  const start = mayCreate ? (
    <Button component={Go} to="/requisitions/new">
      {t('newRequisition')}
    </Button>
  ) : null;
  return (
    <EmptyState small title={t('emptyTitle')} action={start}>
      {t(isMine ? 'emptyMine' : 'emptyOthers')}
    </EmptyState>
  );
}
