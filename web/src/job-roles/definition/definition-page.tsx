/** Why this file exists: one job role: what it is for, what it asks, how clear it is, how it reads outside, and its versions. */
import { useEffect, type ReactNode } from 'react';
import { Button } from '@mantine/core';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { graphql, readFragment, type FragmentType } from '../../gql/index.js';
import type { JobRolePageQuery, VersionRowFragment } from '../../gql/graphql.js';
import { Loadable, Missing, useRead } from '../../app/reads.js';
import { Page } from '../../ui/page.js';
import { Segmented } from '../../ui/segmented.js';
import { useJobRoleTexts } from '../job-roles.texts.js';
import { overlaysOf, type RoleSearch } from '../search.js';
import { statePill, stateWord, trackWord } from '../words.js';
import { Actions } from './actions.js';
import { useDefinitionTexts } from './definition.texts.js';
import { Definition, type DefinitionVersion } from './definition.js';
import { DefinitionSkeleton } from './definition-skeleton.js';
import { Texts } from './texts-view.js';
import { VersionRow, Versions } from './versions.js';

const JobRolePageDocument = graphql(`
  query JobRolePage($id: ID!, $versionId: ID!, $pick: Boolean!, $overlays: [String!], $withText: Boolean!) {
    jobRole(id: $id) {
      id
      key
      track
      rung
      ladder {
        key
        name
      }
      currentVersion {
        id
        number
        ...DefinitionVersion @skip(if: $pick)
        ...VersionTexts @include(if: $withText)
      }
      newestVersion {
        id
        number
        state
      }
      versions {
        id
        ...VersionRow
      }
    }
    jobRoleVersion(id: $versionId) @include(if: $pick) {
      id
      number
      jobRole {
        id
      }
      ...DefinitionVersion
      ...VersionTexts @include(if: $withText)
    }
    overlays {
      ...OverlayChoice
    }
    clarityRules {
      key
    }
  }
`);

export type JobRoleOnPage = NonNullable<JobRolePageQuery['jobRole']>;

/** Another job role or version starts afresh; other changes of the address keep what is on the screen until the answer is there. */
export function JobRolePage(): ReactNode {
  const { jobRoleId } = useParams({ from: '/job-roles/$jobRoleId' });
  const { version } = useSearch({ from: '/job-roles/$jobRoleId' });
  return <Opened key={`${jobRoleId} ${version ?? ''}`} jobRoleId={jobRoleId} />;
}

function Opened({ jobRoleId }: { readonly jobRoleId: string }): ReactNode {
  const search = useSearch({ from: '/job-roles/$jobRoleId' });
  const read = useRead(JobRolePageDocument, {
    id: jobRoleId,
    versionId: search.version ?? jobRoleId,
    pick: search.version !== undefined,
    overlays: overlaysOf(search.overlays),
    withText: search.view === 'text',
  });
  return (
    <Loadable of={read} skeleton={<DefinitionSkeleton />}>
      {(data) => (data.jobRole == null ? <Missing /> : <Shown data={data} jobRole={data.jobRole} again={read.again} />)}
    </Loadable>
  );
}

interface ShownProps {
  readonly data: JobRolePageQuery;
  readonly jobRole: JobRoleOnPage;
  readonly again: () => void;
}

function Shown({ data, jobRole, again }: ShownProps): ReactNode {
  const search = useSearch({ from: '/job-roles/$jobRoleId' });
  const navigate = useNavigate({ from: '/job-roles/$jobRoleId' });
  const picked = data.jobRoleVersion?.jobRole?.id === jobRole.id ? data.jobRoleVersion : null;
  const version = search.version === undefined ? jobRole.currentVersion : picked;
  const newest = jobRole.newestVersion?.id;
  const onlyDraft = search.version === undefined && jobRole.currentVersion == null;
  useEffect(() => {
    if (onlyDraft && newest !== undefined)
      void navigate({ search: (now) => ({ ...now, version: newest }), replace: true });
  }, [onlyDraft, newest, navigate]);
  if (onlyDraft && newest !== undefined) return <DefinitionSkeleton />;
  if (version == null) return <Missing />;
  return <Body data={data} jobRole={jobRole} version={version} again={again} />;
}

interface BodyProps extends ShownProps {
  readonly version: NonNullable<JobRoleOnPage['currentVersion'] | JobRolePageQuery['jobRoleVersion']>;
}

function Body({ data, jobRole, version, again }: BodyProps): ReactNode {
  const t = useDefinitionTexts();
  const words = useJobRoleTexts();
  const search = useSearch({ from: '/job-roles/$jobRoleId' });
  const navigate = useNavigate({ from: '/job-roles/$jobRoleId' });
  const row = jobRole.versions.map((ref) => readFragment(VersionRow, ref)).find((v) => v.id === version.id);
  if (row === undefined) return <Missing />;
  const view = search.view ?? 'definition';
  const show = (next: NonNullable<RoleSearch['view']>): void =>
    void navigate({ search: (now) => ({ ...now, view: next === 'definition' ? undefined : next }), replace: true });
  return (
    <Page
      title={row.title}
      crumbs={[{ label: words('jobRoles'), to: '/job-roles' }]}
      lead={
        <span style={{ display: 'flex', gap: 8, flexWrap: 'wrap', alignItems: 'center', marginTop: 3 }}>
          <span className="mono">{jobRole.key}</span>
          <span>{`${words(trackWord[jobRole.track])}, ${words('rung', { rung: jobRole.rung }).toLowerCase()}`}</span>
          <span>{words('versionNumber', { number: version.number })}</span>
          <span className={statePill[row.state]}>{words(stateWord[row.state])}</span>
        </span>
      }
      actions={<Actions jobRole={jobRole} version={row} again={again} />}
    >
      <Other jobRole={jobRole} version={row} />
      <div style={{ marginBottom: 22 }}>
        <Segmented
          label={t('view')}
          value={view}
          onChange={show}
          options={[
            { value: 'definition', label: t('definition') },
            { value: 'text', label: t('text') },
            { value: 'versions', label: `${t('versions')} (${jobRole.versions.length})` },
          ]}
        />
      </div>
      {view === 'definition' ? (
        <Definition
          version={version as FragmentType<typeof DefinitionVersion>}
          overlays={data.overlays}
          rules={data.clarityRules.length}
        />
      ) : null}
      {view === 'text' ? <Texts version={version} overlays={data.overlays} /> : null}
      {view === 'versions' ? <Versions versions={jobRole.versions} /> : null}
    </Page>
  );
}

interface OtherProps {
  readonly jobRole: JobRoleOnPage;
  readonly version: VersionRowFragment;
}

/** Says so when the version on the screen is not the current one. */
function Other({ jobRole, version }: OtherProps): ReactNode {
  const t = useDefinitionTexts();
  const navigate = useNavigate({ from: '/job-roles/$jobRoleId' });
  const current = jobRole.currentVersion;
  if (version.id === current?.id) return null;
  return (
    <div className="banner info" role="status" style={{ marginBottom: 16 }}>
      <span>
        {version.state === 'DRAFT' || current == null
          ? t('draftShown')
          : t('oldVersion', { number: version.number, current: current.number })}
      </span>
      {current == null ? null : (
        <Button
          size="xs"
          variant="default"
          onClick={() => void navigate({ search: (now) => ({ ...now, version: undefined }) })}
        >
          {t('showCurrent')}
        </Button>
      )}
    </div>
  );
}
