/** Why this file exists: one requisition: what is wanted, how far its candidates have come, who will assess what; its tabs are part of the address. */
import type { ReactNode } from 'react';
import { Tabs } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { fetchedWhenDrawn } from '../app/later.js';
import { Loadable, Missing, useRead } from '../app/reads.js';
import { useSession } from '../app/session.js';
import { graphql } from '../gql/index.js';
import type { CandidatesRequisitionPageQuery as PageData } from '../gql/graphql.js';
import { REQUISITION_TABS } from './candidates.routes.js';
import { useCandidatesTexts } from './candidates.texts.js';
import { PipelineTab } from './pipeline-tab.js';
import { RequisitionHead } from './requisition-head.js';

const PlanTab = fetchedWhenDrawn(async () => (await import('../evaluations/plan-tab.js')).PlanTab);
const ApplicationDrawer = fetchedWhenDrawn(async () => (await import('./application-drawer.js')).ApplicationDrawer);
const RequisitionPosting = fetchedWhenDrawn(async () => (await import('./requisition-posting.js')).RequisitionPosting);
const RequisitionActivity = fetchedWhenDrawn(
  async () => (await import('./requisition-activity.js')).RequisitionActivity,
);
const RequisitionRequirements = fetchedWhenDrawn(
  async () => (await import('./requisition-requirements.js')).RequisitionRequirements,
);

const PageQuery = graphql(`
  query CandidatesRequisitionPage($id: ID!, $team: Boolean!, $plan: Boolean!) {
    requisition(id: $id) {
      id
      state
      pipeline {
        stage
      }
      hiringManager {
        id
      }
      ...CandidatesRequisitionHead
      ...CandidatesRequisitionPosting
      ...CandidatesRequisitionActivity
      ...CandidatesRequisitionRequirements
      ...EvaluationsPlanRequisition
    }
    overlays {
      key
      name
    }
    applications(requisitionId: $id, first: 100) @include(if: $team) {
      nodes {
        id
        ...CandidatesPipelineApplication
        ...CandidatesActivityApplication
      }
    }
    interviewPlan(requisitionId: $id) @include(if: $team) {
      version
      assessedMustHaves
      coverage {
        requiredLevel
      }
      ...EvaluationsPlan
    }
    suggestedPlan(requisitionId: $id) @include(if: $plan) {
      ...EvaluationsPlanSuggestion
    }
    kits(state: PUBLISHED, first: 100) @include(if: $plan) {
      nodes {
        id
        ...EvaluationsPlanKit
      }
    }
  }
`);

const route = getRouteApi('/requisitions/$requisitionId');
type Tab = (typeof REQUISITION_TABS)[number];

export function RequisitionPage(): ReactNode {
  const { requisitionId } = route.useParams();
  const { tab } = route.useSearch();
  const { may } = useSession();
  const team = may('application:read') && may('interview:read');
  const plan = team && may('interview-kit:read') && tab === 'plan';
  const read = useRead(PageQuery, { id: requisitionId, team, plan });
  return (
    <Loadable of={read}>
      {(data) => (data.requisition == null ? <Missing /> : <Content data={data} again={read.again} />)}
    </Loadable>
  );
}

interface ContentProps {
  readonly data: PageData;
  readonly again: () => void;
}

/** Whose requisition it is decides what can be done; the server decides again. */
function useReach(data: PageData): { readonly isTeam: boolean; readonly mayChange: boolean } {
  const { person, grants, may } = useSession();
  const isOwn = person != null && data.requisition?.hiringManager?.id === person.id;
  return {
    isTeam: data.applications != null && (isOwn || grants.includes('AUDITOR')),
    mayChange: may('requisition:update') && isOwn,
  };
}

function Content({ data, again }: ContentProps): ReactNode {
  const t = useCandidatesTexts();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { isTeam, mayChange } = useReach(data);
  const { requisition } = data;
  if (requisition == null) return null;
  const shown: readonly Tab[] = isTeam ? REQUISITION_TABS : ['posting', 'requirements'];
  const tab = shown.find((one) => one === search.tab) ?? shown[0] ?? 'posting';
  const label: Readonly<Record<Tab, string>> = {
    pipeline: t('tabPipeline'),
    plan: t('tabPlan'),
    requirements: t('tabAsks'),
    posting: t('tabPosting'),
    activity: t('tabActivity'),
  };
  const goTo = (next: string | null): void =>
    void navigate({ search: (s) => ({ ...s, tab: shown.find((one) => one === next) }), replace: true });
  const open = (application: string | undefined): void => void navigate({ search: (s) => ({ ...s, application }) });
  const plan = data.interviewPlan ?? null;
  return (
    <RequisitionHead
      of={requisition}
      overlays={data.overlays}
      plan={plan}
      mayChange={mayChange}
      isTeam={isTeam}
      again={again}
    >
      <Tabs value={tab} onChange={goTo} keepMounted={false}>
        <Tabs.List aria-label={t('tabs')} mb="lg">
          {shown.map((one) => (
            <Tabs.Tab key={one} value={one}>
              {label[one]}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value={tab}>
          <h2 className="visually-hidden">{label[tab]}</h2>
          <TabBody tab={tab} data={data} mayChange={mayChange} again={again} open={open} />
        </Tabs.Panel>
      </Tabs>
      {isTeam ? (
        <ApplicationDrawer
          applicationId={search.application ?? null}
          requisitionId={requisition.id}
          mayChange={mayChange}
          onClose={() => open(undefined)}
          again={again}
        />
      ) : null}
    </RequisitionHead>
  );
}

interface TabBodyProps extends ContentProps {
  readonly tab: Tab;
  readonly mayChange: boolean;
  readonly open: (applicationId: string) => void;
}

function TabBody({ tab, data, mayChange, again, open }: TabBodyProps): ReactNode {
  const { requisition } = data;
  if (requisition == null) return null;
  const applications = data.applications?.nodes ?? [];
  switch (tab) {
    case 'pipeline':
      return (
        <PipelineTab
          requisitionId={requisition.id}
          state={requisition.state}
          applications={applications}
          mayChange={mayChange}
          again={again}
          open={open}
        />
      );
    case 'plan':
      return (
        <PlanTab
          requisition={requisition}
          plan={data.interviewPlan ?? null}
          suggestion={data.suggestedPlan ?? null}
          kits={data.kits?.nodes ?? null}
          mayChange={mayChange}
          again={again}
        />
      );
    case 'requirements':
      return <RequisitionRequirements of={requisition} overlays={data.overlays} />;
    case 'posting':
      return <RequisitionPosting of={requisition} mayChange={mayChange} again={again} />;
    case 'activity':
      return <RequisitionActivity of={requisition} applications={applications} />;
  }
}
