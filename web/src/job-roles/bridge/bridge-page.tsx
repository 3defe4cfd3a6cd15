/** Why this file exists: the way from one job role to another, with its steps, hours and activities. */
import type { ReactNode } from 'react';
import { Button, Checkbox } from '@mantine/core';
import { IconArrowsExchange, IconRoute } from '@tabler/icons-react';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { graphql } from '../../gql/index.js';
import type { JobRoleBridgeQuery } from '../../gql/graphql.js';
import { number, percent } from '../../app/format.js';
import { Loadable, Missing, useRead } from '../../app/reads.js';
import { EmptyState } from '../../ui/empty-state.js';
import { Go } from '../../ui/go.js';
import { Page } from '../../ui/page.js';
import { Segmented } from '../../ui/segmented.js';
import { Block } from '../../ui/skeleton.js';
import { useJobRoleTexts } from '../job-roles.texts.js';
import { TwoRoles } from '../parts/two-roles.js';
import { joinOverlays, overlaysOf, type BridgeSearch } from '../search.js';
import { Activities } from './activities.js';
import { useBridgeTexts } from './bridge.texts.js';
import { Levers } from './levers.js';
import { StepsBySkill } from './steps-by-skill.js';
import { StepsInOrder } from './steps-in-order.js';
import styles from './bridge.module.css';

const JobRoleBridge = graphql(`
  query JobRoleBridge($from: ID!, $to: ID!, $both: Boolean!, $overlays: [String!], $fromEntry: Boolean) {
    jobRoles(first: 100) {
      nodes {
        id
        ...PickedJobRole
      }
    }
    overlays {
      ...OverlayChoice
    }
    from: jobRoleVersion(id: $from) @include(if: $both) {
      id
      title
      entryRequirements {
        skillKey
      }
    }
    to: jobRoleVersion(id: $to) @include(if: $both) {
      id
      title
    }
    bridge(from: $from, to: $to, overlays: $overlays, fromEntry: $fromEntry) @include(if: $both) {
      totalHours
      practiceShare
      goals {
        skillKey
      }
      steps {
        skillKey
        to
      }
      activities {
        activity {
          key
        }
      }
      ...BridgeLevers
      ...BridgeSteps
      ...BridgeActivities
    }
  }
`);
export type BridgeData = NonNullable<JobRoleBridgeQuery['bridge']>;

export function BridgePage(): ReactNode {
  const t = useBridgeTexts();
  const words = useJobRoleTexts();
  const search = useSearch({ from: '/job-roles/bridge' });
  const both = search.from !== undefined && search.to !== undefined;
  const read = useRead(JobRoleBridge, {
    from: search.from ?? '',
    to: search.to ?? '',
    both,
    overlays: overlaysOf(search.overlays),
    fromEntry: search.entry ?? false,
  });
  return (
    <Page
      title={t('title')}
      crumbs={[{ label: words('jobRoles'), to: '/job-roles' }]}
      lead={t('lead')}
      actions={both ? <Next /> : null}
    >
      <Loadable of={read} skeleton={<Block height={820} />}>
        {(data) => (
          <>
            <Choice data={data} />
            <Result data={data} both={both} waiting={read.fetching} />
          </>
        )}
      </Loadable>
    </Page>
  );
}

function Next(): ReactNode {
  const t = useBridgeTexts();
  const { from, to } = useSearch({ from: '/job-roles/bridge' });
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconArrowsExchange size={16} aria-hidden />}
        renderRoot={(props) => <Link to="/job-roles/compare" search={{ left: from, right: to }} {...props} />}
      >
        {t('compare')}
      </Button>
      <Button
        leftSection={<IconRoute size={16} aria-hidden />}
        renderRoot={(props) => <Go to={`/growth/new?target=${to ?? ''}`} {...props} />}
      >
        {t('startPlan')}
      </Button>
    </>
  );
}

function Choice({ data }: { readonly data: JobRoleBridgeQuery }): ReactNode {
  const t = useBridgeTexts();
  const search = useSearch({ from: '/job-roles/bridge' });
  const navigate = useNavigate({ from: '/job-roles/bridge' });
  const go = (change: Partial<BridgeSearch>): void =>
    void navigate({ search: (now) => ({ ...now, ...change }), replace: true, resetScroll: false });
  return (
    <TwoRoles
      jobRoles={data.jobRoles.nodes}
      sides={[
        {
          label: t('from'),
          value: search.from ?? null,
          other: data.from ?? null,
          onChange: (from) => go({ from, entry: undefined }),
        },
        { label: t('to'), value: search.to ?? null, other: data.to ?? null, onChange: (to) => go({ to }) },
      ]}
      onSwap={() => go({ from: search.to, to: search.from, entry: undefined })}
      overlays={{
        overlays: data.overlays,
        on: overlaysOf(search.overlays),
        onChange: (keys) => go({ overlays: joinOverlays(keys) }),
      }}
    >
      {(data.from?.entryRequirements.length ?? 0) > 0 ? (
        <Checkbox
          label={t('entry')}
          checked={search.entry ?? false}
          onChange={(event) => go({ entry: event.currentTarget.checked ? true : undefined })}
        />
      ) : null}
    </TwoRoles>
  );
}

interface ResultProps {
  readonly data: JobRoleBridgeQuery;
  readonly both: boolean;
  readonly waiting: boolean;
}

function Result({ data: { bridge }, both, waiting }: ResultProps): ReactNode {
  const t = useBridgeTexts();
  if (!both)
    return (
      <EmptyState small title={t('chooseTitle')}>
        {t('choose')}
      </EmptyState>
    );
  if (bridge == null) return waiting ? <Block height={600} /> : <Missing />;
  if (bridge.steps.length === 0)
    return (
      <EmptyState small title={t('noneTitle')}>
        {t('none')}
      </EmptyState>
    );
  return (
    <>
      <Totals bridge={bridge} />
      <Levers bridge={bridge} />
      <Ways bridge={bridge} />
    </>
  );
}

function Totals({ bridge }: { readonly bridge: BridgeData }): ReactNode {
  const t = useBridgeTexts();
  const facts = [
    { label: t('steps'), value: number(bridge.steps.length) },
    { label: t('skills'), value: number(bridge.goals.length) },
    { label: t('hours'), value: t('aboutHours', { hours: number(bridge.totalHours) }) },
    ...(bridge.practiceShare == null ? [] : [{ label: t('practice'), value: percent(bridge.practiceShare) }]),
    { label: t('activities'), value: number(bridge.activities.length) },
  ];
  return (
    <div className={`facts section ${styles.totals}`}>
      {facts.map((f) => (
        <div key={f.label} className="fact">
          <div className="label">{f.label}</div>
          <div className="value">{f.value}</div>
        </div>
      ))}
    </div>
  );
}

function Ways({ bridge }: { readonly bridge: BridgeData }): ReactNode {
  const t = useBridgeTexts();
  const { view = 'skills' } = useSearch({ from: '/job-roles/bridge' });
  const navigate = useNavigate({ from: '/job-roles/bridge' });
  const title = { skills: t('steps'), order: t('steps'), activities: t('activities') }[view];
  return (
    <section className="section" aria-labelledby="ways">
      <div className="section-head">
        <h2 id="ways">{title}</h2>
        <Segmented
          label={t('view')}
          value={view}
          onChange={(next) =>
            void navigate({
              search: (now) => ({ ...now, view: next === 'skills' ? undefined : next }),
              replace: true,
              resetScroll: false,
            })
          }
          options={[
            { value: 'skills', label: t('viewSkills') },
            { value: 'order', label: t('viewOrder') },
            { value: 'activities', label: t('viewActivities') },
          ]}
        />
      </div>
      {view === 'skills' ? <StepsBySkill bridge={bridge} /> : null}
      {view === 'order' ? <StepsInOrder bridge={bridge} /> : null}
      {view === 'activities' ? <Activities bridge={bridge} /> : null}
    </section>
  );
}
