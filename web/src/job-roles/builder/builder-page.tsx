/** Why this file exists: opens the draft of a job role for editing, or offers to make one. */
import type { ReactNode } from 'react';
import { Button } from '@mantine/core';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { graphql, readFragment } from '../../gql/index.js';
import type { JobRoleBuilderQuery } from '../../gql/graphql.js';
import { useCommand } from '../../app/commands.js';
import { notifyProblem } from '../../app/notify.js';
import { Loadable, Missing, Refused, useRead } from '../../app/reads.js';
import { useSession } from '../../app/session.js';
import { EmptyState } from '../../ui/empty-state.js';
import { usePageTitle } from '../../ui/page.js';
import { DraftVersion } from '../parts/draft-version.js';
import { useJobRoleTexts } from '../job-roles.texts.js';
import { overlaysOf } from '../search.js';
import { BuilderSkeleton } from './builder-skeleton.js';
import { useBuilderTexts } from './builder.texts.js';
import { Editor } from './editor.js';
import { BuilderFramework, BuilderOtherFramework } from './framework.js';
import { BuilderKit } from './kit.js';
import { BuilderDraft } from './saving.documents.js';

const JobRoleBuilder = graphql(`
  query JobRoleBuilder($id: ID!, $overlays: [String!], $withKits: Boolean!) {
    jobRole(id: $id) {
      id
      key
      track
      rung
      currentVersion {
        id
        number
      }
      newestVersion {
        id
        title
        state
        ...BuilderDraft
        ...BuilderReview
      }
    }
    frameworkVersion {
      id
      ...BuilderFramework
    }
    kits(first: 50, state: PUBLISHED) @include(if: $withKits) {
      nodes {
        id
        ...BuilderKit
      }
    }
    overlays {
      ...OverlayChoice
    }
    clarityRules {
      key
      when
      readsPlans
    }
  }
`);
export type BuilderData = JobRoleBuilderQuery;
export type BuilderJobRole = NonNullable<BuilderData['jobRole']>;

export function JobRoleBuilderPage(): ReactNode {
  const { may } = useSession();
  const { jobRoleId } = useParams({ from: '/job-roles/$jobRoleId/edit' });
  return may('job-role:update') ? <Opened key={jobRoleId} jobRoleId={jobRoleId} /> : <Refused refusal="forbidden" />;
}

function Opened({ jobRoleId }: { readonly jobRoleId: string }): ReactNode {
  const { may } = useSession();
  const search = useSearch({ from: '/job-roles/$jobRoleId/edit' });
  const read = useRead(JobRoleBuilder, {
    id: jobRoleId,
    overlays: overlaysOf(search.overlays),
    withKits: may('interview-kit:read'),
  });
  return (
    <Loadable of={read} skeleton={<BuilderSkeleton />}>
      {(data) =>
        data.jobRole == null ? (
          <Missing />
        ) : data.jobRole.newestVersion?.state === 'DRAFT' ? (
          <WithFramework data={data} jobRole={data.jobRole} again={read.again} />
        ) : (
          <NoDraft jobRole={data.jobRole} again={read.again} />
        )
      }
    </Loadable>
  );
}

interface PartProps {
  readonly data: BuilderData;
  readonly jobRole: BuilderJobRole;
  readonly again: () => void;
}

/** A draft may stand on an older framework version than the current one; then that one is asked for as well. */
function WithFramework({ data, jobRole, again }: PartProps): ReactNode {
  const record = jobRole.newestVersion == null ? null : readFragment(BuilderDraft, jobRole.newestVersion);
  const current = data.frameworkVersion == null ? null : readFragment(BuilderFramework, data.frameworkVersion);
  const wanted = record?.frameworkVersionId ?? '';
  const isCurrent = current?.id === wanted;
  const other = useRead(BuilderOtherFramework, { id: wanted }, { pause: isCurrent || record === null });
  if (record === null || jobRole.newestVersion == null) return <Missing />;
  const kits = (data.kits?.nodes ?? []).map((ref) => readFragment(BuilderKit, ref));
  const shared = { data, jobRole, version: jobRole.newestVersion, record, current, kits, again };
  const key = `${record.id} ${record.frameworkVersionId}`;
  if (isCurrent) return <Editor key={key} {...shared} framework={current} />;
  return (
    <Loadable of={other} skeleton={<BuilderSkeleton />}>
      {({ frameworkVersion }) =>
        frameworkVersion == null ? (
          <Missing />
        ) : (
          <Editor key={key} {...shared} framework={readFragment(BuilderFramework, frameworkVersion)} />
        )
      }
    </Loadable>
  );
}

function NoDraft({ jobRole, again }: Omit<PartProps, 'data'>): ReactNode {
  const t = useBuilderTexts();
  const words = useJobRoleTexts();
  const { may } = useSession();
  const navigate = useNavigate();
  const [draft, running] = useCommand(DraftVersion);
  usePageTitle(t('edit'), [
    { label: words('jobRoles'), to: '/job-roles' },
    { label: jobRole.newestVersion?.title ?? jobRole.key, to: `/job-roles/${jobRole.id}` },
  ]);
  const start = async (): Promise<void> => {
    const outcome = await draft({ input: { jobRoleId: jobRole.id } });
    if (!outcome.ok) notifyProblem(outcome.problem);
    again();
  };
  return (
    <EmptyState
      title={t('noDraftTitle')}
      action={
        <>
          <Button
            variant="default"
            onClick={() => void navigate({ to: '/job-roles/$jobRoleId', params: { jobRoleId: jobRole.id } })}
          >
            {t('openJobRole')}
          </Button>
          {may('job-role:create') ? (
            <Button loading={running} onClick={() => void start()}>
              {t('startDraft')}
            </Button>
          ) : null}
        </>
      }
    >
      {t('noDraft')}
    </EmptyState>
  );
}
