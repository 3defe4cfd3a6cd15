/** Why this file exists: two job roles side by side, under the same regulatory contexts. */
import type { ReactNode } from 'react';
import { Button } from '@mantine/core';
import { IconRoute } from '@tabler/icons-react';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { graphql } from '../../gql/index.js';
import type { JobRolesComparedQuery } from '../../gql/graphql.js';
import { Loadable, Missing, useRead } from '../../app/reads.js';
import { EmptyState } from '../../ui/empty-state.js';
import { Page } from '../../ui/page.js';
import { Block } from '../../ui/skeleton.js';
import { useJobRoleTexts } from '../job-roles.texts.js';
import { TwoRoles } from '../parts/two-roles.js';
import { joinOverlays, overlaysOf, type CompareSearch } from '../search.js';
import { ComparedDuties } from './duties.js';
import { useCompareTexts } from './compare.texts.js';
import { Demand } from './demand.js';
import { ComparedSkills } from './skills.js';

const JobRolesCompared = graphql(`
  query JobRolesCompared($left: ID!, $right: ID!, $both: Boolean!, $overlays: [String!]) {
    jobRoles(first: 100) {
      nodes {
        id
        ...PickedJobRole
      }
    }
    overlays {
      ...OverlayChoice
    }
    left: jobRoleVersion(id: $left) @include(if: $both) {
      id
      title
      ...ComparedSide
    }
    right: jobRoleVersion(id: $right) @include(if: $both) {
      id
      title
      ...ComparedSide
    }
    compareJobRoles(left: $left, right: $right, overlays: $overlays) @include(if: $both) {
      ...ComparedDemand
      ...ComparedSkillLists
      ...ComparedDutyLists
    }
  }
`);

export function CompareJobRolesPage(): ReactNode {
  const t = useCompareTexts();
  const words = useJobRoleTexts();
  const search = useSearch({ from: '/job-roles/compare' });
  const both = search.left !== undefined && search.right !== undefined;
  const read = useRead(JobRolesCompared, {
    left: search.left ?? '',
    right: search.right ?? '',
    both,
    overlays: overlaysOf(search.overlays),
  });
  return (
    <Page
      title={t('title')}
      crumbs={[{ label: words('jobRoles'), to: '/job-roles' }]}
      lead={t('lead')}
      actions={
        both ? (
          <Button
            variant="default"
            leftSection={<IconRoute size={16} aria-hidden />}
            renderRoot={(props) => (
              <Link to="/job-roles/bridge" search={{ from: search.left, to: search.right }} {...props} />
            )}
          >
            {t('bridge')}
          </Button>
        ) : null
      }
    >
      <Loadable of={read} skeleton={<Block height={760} />}>
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

function Choice({ data }: { readonly data: JobRolesComparedQuery }): ReactNode {
  const t = useCompareTexts();
  const search = useSearch({ from: '/job-roles/compare' });
  const navigate = useNavigate({ from: '/job-roles/compare' });
  const go = (change: Partial<CompareSearch>): void =>
    void navigate({ search: (now) => ({ ...now, ...change }), replace: true, resetScroll: false });
  return (
    <TwoRoles
      jobRoles={data.jobRoles.nodes}
      sides={[
        { label: t('left'), value: search.left ?? null, other: data.left ?? null, onChange: (left) => go({ left }) },
        {
          label: t('right'),
          value: search.right ?? null,
          other: data.right ?? null,
          onChange: (right) => go({ right }),
        },
      ]}
      onSwap={() => go({ left: search.right, right: search.left })}
      overlays={{
        overlays: data.overlays,
        on: overlaysOf(search.overlays),
        onChange: (keys) => go({ overlays: joinOverlays(keys) }),
      }}
    />
  );
}

interface ResultProps {
  readonly data: JobRolesComparedQuery;
  readonly both: boolean;
  readonly waiting: boolean;
}

function Result({ data, both, waiting }: ResultProps): ReactNode {
  const t = useCompareTexts();
  const { left, right, compareJobRoles: compared } = data;
  if (!both)
    return (
      <EmptyState small title={t('chooseTitle')}>
        {t('choose')}
      </EmptyState>
    );
  if (left == null || right == null || compared == null) return waiting ? <Block height={600} /> : <Missing />;
  if (left.id === right.id)
    return (
      <EmptyState small title={t('chooseTitle')}>
        {t('same')}
      </EmptyState>
    );
  return (
    <>
      <Demand left={left.title} right={right.title} of={compared} />
      <ComparedDuties left={left.title} right={right.title} of={compared} />
      <ComparedSkills left={left} right={right} of={compared} />
    </>
  );
}
