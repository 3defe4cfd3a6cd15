/** Why this file exists: the skills matrix of everybody within reach, and what they cover together. */
import { useMemo, type ReactNode } from 'react';
import { Button } from '@mantine/core';
import { day, number } from '../app/format.js';
import { Loadable, Refused, useRead } from '../app/reads.js';
import { useSession } from '../app/session.js';
import { graphql } from '../gql/index.js';
import type { MatrixQuery as MatrixData } from '../gql/graphql.js';
import { EmptyState } from '../ui/empty-state.js';
import { Page } from '../ui/page.js';
import { Segmented } from '../ui/segmented.js';
import { Block } from '../ui/skeleton.js';
import { CoverageView } from './coverage-view.js';
import { MatrixCells } from './matrix-cells.js';
import { MatrixFigures } from './matrix-figures.js';
import { MatrixLegend } from './matrix-legend.js';
import { useMatrixSearch, useMatrixState } from './matrix-state.js';
import { MatrixToolbar, MatrixViews } from './matrix-toolbar.js';
import { useMatrixTexts } from './matrix.texts.js';
import styles from './matrix.module.css';

const MatrixQuery = graphql(`
  query Matrix($asOf: Day, $overlayKeys: [String!], $teamId: ID) {
    skillsMatrix(asOf: $asOf, overlayKeys: $overlayKeys, teamId: $teamId) {
      asOf
      peopleCount
      skillKeys
      skillNames
      levelNames
      categories {
        key
        name
        skillCount
      }
      teams {
        id
        name
      }
      personIds
      personNames
      personTeams
      jobRoleKeys
      jobRoleTitles
      levels
      required
      coverage {
        skillKey
        asked
        met
        unknown
        askedReason
        known
      }
      lifeCycle {
        area
        isCovered
        needs {
          skillKey
          level
          holders
        }
      }
    }
    overlays {
      key
      name
    }
    myPerson {
      id
      directReports {
        id
      }
    }
  }
`);

export type MatrixAnswer = NonNullable<MatrixData['skillsMatrix']>;

/** These see rows; others see figures of the group that they ask for. */
const SEE_ROWS = ['HIRING_MANAGER', 'PEOPLE_MANAGER', 'WORKFORCE_PLANNER', 'AUDITOR'];

export function MatrixPage(): ReactNode {
  const t = useMatrixTexts();
  const [search] = useMatrixSearch();
  const { grants } = useSession();
  const seesRows = grants.some((grant) => SEE_ROWS.includes(grant));
  const variables = {
    asOf: search.asOf ?? null,
    overlayKeys: search.overlay === undefined ? null : [search.overlay],
    teamId: seesRows ? null : (search.team ?? null),
  };
  const read = useRead(MatrixQuery, variables);
  return (
    <Loadable of={read} skeleton={<Skeleton title={t('title')} />}>
      {({ skillsMatrix, overlays, myPerson }) =>
        skillsMatrix == null && read.refusal !== undefined ? (
          <Refused refusal={read.refusal} again={read.again} />
        ) : skillsMatrix == null ? (
          <Nobody />
        ) : (
          <Loaded answer={skillsMatrix} overlays={overlays} directReports={myPerson?.directReports ?? NOBODY} />
        )
      }
    </Loadable>
  );
}

function Skeleton({ title }: { readonly title: string }): ReactNode {
  return (
    <Page title={title} width="full">
      <div className={styles.bar}>
        <Block height={30} width="70%" />
      </div>
      <div className={styles.grid}>
        <Block height={800} />
      </div>
    </Page>
  );
}

function Nobody(): ReactNode {
  const t = useMatrixTexts();
  const [search, change] = useMatrixSearch();
  return (
    <EmptyState
      title={t('noPeopleTitle')}
      action={
        <Button variant="default" onClick={() => change({ asOf: undefined, team: undefined })}>
          {t('today')}
        </Button>
      }
    >
      {t('noPeople', { day: day(search.asOf ?? new Date().toISOString()) })}
    </EmptyState>
  );
}

const NOBODY: readonly { readonly id: string }[] = [];

interface LoadedProps {
  readonly answer: MatrixAnswer;
  readonly directReports: typeof NOBODY;
  readonly overlays: MatrixData['overlays'];
}

function Loaded({ answer, overlays, directReports }: LoadedProps): ReactNode {
  const t = useMatrixTexts();
  const [search, change] = useMatrixSearch();
  const reports = useMemo(() => directReports.map(({ id }) => id), [directReports]);
  const state = useMatrixState(answer, search, reports);
  const figuresOnly = answer.personIds.length === 0;
  const tab = figuresOnly ? 'coverage' : (search.tab ?? 'matrix');
  const tabs = [
    { value: 'matrix', label: t('tabMatrix') },
    { value: 'coverage', label: t('tabCoverage') },
  ] as const;
  const count = figuresOnly ? answer.peopleCount : state.matrix.people.length;
  const facts = {
    count,
    people: number(state.people.length),
    skills: state.columns.skills.length,
    day: day(answer.asOf),
  };
  const lead = figuresOnly || state.people.length === count ? t('leadAll', { ...facts, count }) : t('lead', facts);
  return (
    <Page
      title={t('title')}
      width="full"
      lead={
        <>
          {lead}
          {search.asOf === undefined ? null : ` ${t('past')}`}
          {figuresOnly ? ` ${t('figuresOnly')}` : null}
        </>
      }
      actions={figuresOnly ? null : <MatrixFigures figures={state.figures} />}
    >
      {figuresOnly ? null : (
        <div className={styles.bar}>
          <Segmented
            label={t('tabs')}
            value={tab}
            options={tabs}
            onChange={(next) => change({ tab: next === 'coverage' ? 'coverage' : undefined })}
          />
          {tab === 'matrix' ? <MatrixViews state={state} change={change} /> : null}
          <span className={styles.spacer} />
          {tab === 'matrix' ? <MatrixLegend view={state.view} names={answer.levelNames} /> : null}
        </div>
      )}
      <MatrixToolbar
        hasReports={reports.length > 0}
        state={state}
        search={search}
        change={change}
        overlays={overlays}
        isCoverage={tab === 'coverage'}
      />
      {tab === 'coverage' ? (
        <CoverageView answer={answer} state={state} />
      ) : (
        <MatrixCells levelNames={answer.levelNames} state={state} search={search} change={change} />
      )}
    </Page>
  );
}
