/** Why this file exists: candidates of one requisition side by side: floors in words, cells with their evidence, then debrief and decision. */
import { useState, type ReactNode } from 'react';
import { Button } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { Loadable, Missing, useRead } from '../app/reads.js';
import { graphql, readFragment } from '../gql/index.js';
import type { EvaluationsCompareQuery as Data } from '../gql/graphql.js';
import { EmptyState } from '../ui/empty-state.js';
import { Go } from '../ui/go.js';
import { Page } from '../ui/page.js';
import { Segmented } from '../ui/segmented.js';
import { CompareChoice } from './compare-choice.js';
import { CompareDecide } from './compare-decide.js';
import { CompareEvidence, type Opened } from './compare-evidence.js';
import { CompareTable } from './compare-table.js';
import { useCompareTexts } from './compare-texts.js';
import { cellOf, ComparedFragment, idOf, type Compared, type Requirement } from './compare-types.js';
import styles from './compare.module.css';

const CompareQuery = graphql(`
  query EvaluationsCompare($id: ID!) {
    requisition(id: $id) {
      id
      title
      requirements {
        skillKey
        skillName
        level
        weight
        isMustHave
      }
    }
    compareCandidates(requisitionId: $id) {
      candidates {
        ...EvaluationsCompared
        application {
          id
          ...EvaluationsDecision
        }
      }
    }
    interviewPlan(requisitionId: $id) {
      version
      kit {
        id
        items {
          key
          title
          anchors
        }
      }
    }
    overlays {
      key
      name
    }
  }
`);

const MOST = 5;
const route = getRouteApi('/requisitions/$requisitionId/compare');

export function ComparePage(): ReactNode {
  const { requisitionId } = route.useParams();
  const read = useRead(CompareQuery, { id: requisitionId });
  return (
    <Loadable of={read}>
      {(data) => (data.requisition == null ? <Missing /> : <Content data={data} again={read.again} />)}
    </Loadable>
  );
}

/** Who stands side by side: those named in the address, else those who came as far as interviews. */
function useChosen(all: readonly Compared[]) {
  const { with: named } = route.useSearch();
  const navigate = route.useNavigate();
  const asked = named?.split(',') ?? null;
  const isUnderWay = (one: Compared): boolean =>
    !['APPLIED', 'SCREEN', 'WITHDRAWN'].includes(one.application?.stage ?? 'WITHDRAWN');
  const chosen = all.filter((one) => (asked === null ? isUnderWay(one) : asked.includes(idOf(one)))).slice(0, MOST);
  const choose = (ids: readonly string[]): void =>
    void navigate({ search: (s) => ({ ...s, with: ids.join(',') }), replace: true });
  return { chosen, choose };
}

/** Requirements by weight, must-haves first. */
const ordered = (all: readonly Requirement[]): readonly Requirement[] =>
  [...all].sort((a, b) => Number(b.isMustHave) - Number(a.isMustHave) || b.weight - a.weight);

interface ContentProps {
  readonly data: Data;
  readonly again: () => void;
}

function Content({ data, again }: ContentProps): ReactNode {
  const t = useCompareTexts();
  const { requisition } = data;
  const all = data.compareCandidates.candidates.map((ref) => readFragment(ComparedFragment, ref));
  const { chosen, choose } = useChosen(all);
  const { decide } = route.useSearch();
  const navigate = route.useNavigate();
  const [opened, setOpened] = useState<Opened | null>(null);
  if (requisition == null) return null;
  const crumbs = [
    { label: t('requisitions'), to: '/requisitions' },
    { label: requisition.title, to: `/requisitions/${requisition.id}` },
  ];
  const items = data.interviewPlan?.kit?.items ?? [];
  const applications = data.compareCandidates.candidates.flatMap((one) => one.application ?? []);
  return (
    <Page title={t('title')} crumbs={crumbs} lead={t('lead')} actions={all.length === 0 ? undefined : <ToDecision />}>
      <h2 className="visually-hidden">{t('table')}</h2>
      {all.length === 0 ? (
        <EmptyState
          small
          title={t('noneTitle')}
          action={
            <Button component={Go} to={`/requisitions/${requisition.id}`}>
              {t('toPipeline')}
            </Button>
          }
        >
          {t('none')}
        </EmptyState>
      ) : (
        <>
          <div className={decide === undefined ? undefined : 'noprint'}>
            <CompareChoice all={all} chosen={chosen} most={MOST} onChange={choose} />
            <Compare chosen={chosen} requirements={ordered(requisition.requirements)} onOpen={setOpened} />
          </div>
          <CompareDecide
            candidates={all.filter((one) => one.application?.stage !== 'WITHDRAWN')}
            applications={applications}
            overlays={data.overlays}
            chosen={decide ?? null}
            onChoose={(id) =>
              void navigate({ search: (s) => ({ ...s, decide: id }), replace: true, resetScroll: false })
            }
            again={again}
          />
          <CompareEvidence of={opened} items={items} onClose={() => setOpened(null)} />
        </>
      )}
    </Page>
  );
}

/** The decision stands below a long table; this leads to it. */
function ToDecision(): ReactNode {
  const t = useCompareTexts();
  const go = (): void => {
    const heading = document.getElementById('decide');
    heading?.scrollIntoView({ block: 'start' });
    heading?.focus({ preventScroll: true });
  };
  return (
    <Button variant="default" onClick={go}>
      {t('toDecision')}
    </Button>
  );
}

interface CompareProps {
  readonly chosen: readonly Compared[];
  readonly requirements: readonly Requirement[];
  readonly onOpen: (opened: Opened) => void;
}

function Compare({ chosen, requirements, onOpen }: CompareProps): ReactNode {
  const t = useCompareTexts();
  const { rows = 'must' } = route.useSearch();
  const navigate = route.useNavigate();
  const must = requirements.filter((one) => one.isMustHave);
  const talk = requirements.filter((one) => chosen.some((c) => cellOf(c, one.skillKey)?.needsDiscussion === true));
  const shown = { must, all: requirements, talk }[rows];
  if (chosen.length === 0) {
    return (
      <EmptyState small title={t('noneTitle')}>
        {t('none')}
      </EmptyState>
    );
  }
  return (
    <>
      <div className={styles.bar}>
        <Segmented
          label={t('rows')}
          value={rows}
          onChange={(value) =>
            void navigate({ search: (s) => ({ ...s, rows: value }), replace: true, resetScroll: false })
          }
          options={[
            { value: 'must', label: t('rowsMust', { count: must.length }) },
            { value: 'all', label: t('rowsAll', { count: requirements.length }) },
            { value: 'talk', label: t('rowsTalk', { count: talk.length }) },
          ]}
        />
        <span className="muted small-text noprint">{t('tableHint')}</span>
      </div>
      <p className="muted small-text" style={{ marginBottom: 8 }}>
        {t('tableRule')}
      </p>
      <CompareTable candidates={chosen} requirements={shown} onOpen={onOpen} />
      {shown.length === 0 ? <p className="muted">{t('talkNone')}</p> : null}
    </>
  );
}
