/** Why this file exists: the filters of the matrix, each of them part of the address, and the export. */
import { useRef, type ReactNode } from 'react';
import { Button, Menu, NativeSelect, TextInput } from '@mantine/core';
import { IconArrowDown, IconChevronDown, IconDownload, IconSearch, IconX } from '@tabler/icons-react';
import { useKeys } from '../app/keys.js';
import { notifyDone } from '../app/notify.js';
import { Segmented } from '../ui/segmented.js';
import { csvOf, download, sheetOf, xlsxOf } from './matrix-export.js';
import { MY_REPORTS, type MatrixState } from './matrix-state.js';
import type { MatrixSearch } from './matrix.routes.js';
import { useMatrixTexts } from './matrix.texts.js';
import styles from './matrix.module.css';

interface ToolbarProps {
  readonly state: MatrixState;
  readonly search: MatrixSearch;
  readonly change: (some: Partial<MatrixSearch>) => void;
  readonly overlays: readonly { readonly key: string; readonly name: string }[];
  /** Whether the reader is somebody's manager. */
  readonly hasReports: boolean;
  /** The coverage view has no rows to arrange. */
  readonly isCoverage: boolean;
}

interface PickProps {
  readonly label: string;
  readonly all: string;
  readonly value: string | undefined;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly onChange: (value: string) => void;
}

function Pick({ label, all, value, options, onChange }: PickProps): ReactNode {
  return (
    <NativeSelect
      size="xs"
      w={150}
      aria-label={label}
      value={value ?? ''}
      data={[{ value: '', label: all }, ...options]}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}

/** Job roles of the people, by title. */
function jobRolesOf(state: MatrixState): PickProps['options'] {
  const titles = new Map(state.matrix.people.map(({ jobRoleKey, jobRole }) => [jobRoleKey, jobRole]));
  return [...titles]
    .filter(([key]) => key !== '')
    .map(([value, label]) => ({ value, label }))
    .toSorted((a, b) => a.label.localeCompare(b.label));
}

function Find({ search, change }: Pick<ToolbarProps, 'search' | 'change'>): ReactNode {
  const t = useMatrixTexts();
  const box = useRef<HTMLInputElement>(null);
  useKeys([{ keys: '/', label: t('keyFind'), run: () => box.current?.focus() }]);
  return (
    <TextInput
      ref={box}
      size="xs"
      w={210}
      aria-label={t('find')}
      placeholder={t('findPlaceholder')}
      leftSection={<IconSearch size={14} aria-hidden />}
      value={search.q ?? ''}
      onChange={(event) => change({ q: event.currentTarget.value })}
    />
  );
}

function Filters({ state, search, change, overlays, hasReports }: Omit<ToolbarProps, 'isCoverage'>): ReactNode {
  const t = useMatrixTexts();
  const teams = [
    ...(hasReports ? [{ value: MY_REPORTS, label: t('myReports') }] : []),
    ...state.matrix.teams.map(({ id, name }) => ({ value: id, label: name })),
  ];
  const bands = state.matrix.bands.map(({ key, name }) => ({ value: key, label: name }));
  return (
    <>
      <Pick
        label={t('team')}
        all={t('allTeams')}
        value={search.team}
        options={teams}
        onChange={(team) => change({ team })}
      />
      <Pick
        label={t('jobRole')}
        all={t('allJobRoles')}
        value={search.jobRole}
        options={jobRolesOf(state)}
        onChange={(jobRole) => change({ jobRole })}
      />
      <Pick
        label={t('category')}
        all={t('allCategories')}
        value={search.category}
        options={bands}
        onChange={(category) => change({ category })}
      />
      <Pick
        label={t('overlay')}
        all={t('noOverlay')}
        value={search.overlay}
        options={overlays.map(({ key, name }) => ({ value: key, label: name }))}
        onChange={(overlay) => change({ overlay })}
      />
      <TextInput
        size="xs"
        type="date"
        w={150}
        aria-label={t('asOf')}
        value={search.asOf ?? state.matrix.asOf}
        onChange={(event) => change({ asOf: event.currentTarget.value })}
      />
    </>
  );
}

function Export({ state }: { readonly state: MatrixState }): ReactNode {
  const t = useMatrixTexts();
  const { matrix, columns, view, scene } = state;
  const count = scene.rows.filter(({ kind }) => kind === 'person').length;
  const name = `skills-matrix-${view === 'gap' ? 'gaps' : 'levels'}-${matrix.asOf}`;
  const sheet = () => sheetOf(matrix, scene.rows, columns, view);
  const asCsv = (): void => {
    download(new Blob([csvOf(sheet())], { type: 'text/csv;charset=utf-8' }), `${name}.csv`);
    notifyDone(t('exported'));
  };
  const asXlsx = async (): Promise<void> => {
    download(await xlsxOf(sheet(), view === 'gap' ? t('sheetGaps') : t('sheetLevels')), `${name}.xlsx`);
    notifyDone(t('exported'));
  };
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button
          size="xs"
          variant="default"
          leftSection={<IconDownload size={14} aria-hidden />}
          rightSection={<IconChevronDown size={14} aria-hidden />}
        >
          {t('export')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={asCsv}>{t('exportCsv', { count })}</Menu.Item>
        <Menu.Item onClick={() => void asXlsx()}>{t('exportXlsx')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

/** What to show and in which order. */
export function MatrixViews({ state, change }: Pick<ToolbarProps, 'state' | 'change'>): ReactNode {
  const t = useMatrixTexts();
  const views = [
    { value: 'level', label: t('viewLevel') },
    { value: 'gap', label: t('viewGap') },
  ] as const;
  const orders = [
    { value: 'team', label: t('byTeam') },
    { value: 'none', label: t('byName') },
  ] as const;
  return (
    <>
      <Segmented
        label={t('view')}
        value={state.view}
        options={views}
        onChange={(view) => change({ view: view === 'gap' ? 'gap' : undefined })}
      />
      <Segmented
        label={t('group')}
        value={state.byTeam ? 'team' : 'none'}
        options={orders}
        onChange={(group) => change({ group })}
      />
    </>
  );
}

function Sorted({ state, search, change }: Pick<ToolbarProps, 'state' | 'search' | 'change'>): ReactNode {
  const t = useMatrixTexts();
  const skill = state.matrix.skills.find(({ key }) => key === search.sort)?.name;
  if (skill === undefined) return null;
  return (
    <Button
      size="xs"
      variant="default"
      leftSection={<IconArrowDown size={14} aria-hidden />}
      rightSection={<IconX size={13} aria-hidden />}
      aria-label={t('sortOff', { skill })}
      onClick={() => change({ sort: undefined })}
    >
      {t('sortedBy', { skill })}
    </Button>
  );
}

export function MatrixToolbar({ isCoverage, ...props }: ToolbarProps): ReactNode {
  return (
    <div className={`${styles.bar} noprint`}>
      <Find {...props} />
      <Filters {...props} />
      {isCoverage ? null : (
        <>
          <Sorted {...props} />
          <Export state={props.state} />
        </>
      )}
    </div>
  );
}
