/** Why this file exists: one version of the framework: read, compared with another, and edited while it is a draft. */
import { useState, type ReactNode } from 'react';
import { Button, Select } from '@mantine/core';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { Loadable, Missing, useRead } from '../app/reads.js';
import { useSession } from '../app/session.js';
import { graphql, readFragment, type FragmentType } from '../gql/index.js';
import { Page } from '../ui/page.js';
import { Segmented } from '../ui/segmented.js';
import { CategoryForm } from './category-form.js';
import { DraftSkills } from './draft-skills.js';
import { FrameworkDiff } from './framework-diff.js';
import type { VersionSearch } from './frameworks.routes.js';
import { useFrameworksTexts } from './frameworks.texts.js';
import { StatePill } from './library-versions.js';
import { SkillsByCategory } from './skills-by-category.js';
import { VersionActions } from './version-actions.js';

const VersionQuery = graphql(`
  query FrameworkVersionPage($id: ID!, $from: ID!, $compare: Boolean!) {
    frameworkVersion(id: $id) {
      ...VersionView
    }
    frameworkVersions(first: 100) {
      nodes {
        id
        number
        title
      }
    }
    frameworkDiff(from: $from, to: $id) @include(if: $compare) {
      ...FrameworkDiff
    }
    other: frameworkVersion(id: $from) @include(if: $compare) {
      id
      ...SkillNames
    }
  }
`);

const VersionView = graphql(`
  fragment VersionView on FrameworkVersion {
    id
    number
    title
    state
    version
    basedOnId
    categories {
      key
    }
    ...SkillsByCategory
    ...SkillNames
    ...VersionActions
    ...DraftSkills
  }
`);

export function VersionPage(): ReactNode {
  const { versionId } = useParams({ from: '/library/versions/$versionId' });
  const search = useSearch({ from: '/library/versions/$versionId' });
  const from = search.with;
  const compare = search.view === 'compare' && from !== undefined;
  const read = useRead(VersionQuery, { id: versionId, from: from ?? versionId, compare });
  return (
    <Loadable of={read}>
      {({ frameworkVersion, frameworkVersions, frameworkDiff, other }) =>
        frameworkVersion == null ? (
          <Missing />
        ) : (
          <Version
            key={versionId}
            version={frameworkVersion}
            others={frameworkVersions.nodes.filter((v) => v.id !== versionId)}
            again={read.again}
          >
            {(view) => <FrameworkDiff diff={frameworkDiff ?? null} from={other ?? null} to={view} />}
          </Version>
        )
      }
    </Loadable>
  );
}

interface VersionProps {
  readonly version: FragmentType<typeof VersionView>;
  readonly others: readonly { readonly id: string; readonly number: number; readonly title: string }[];
  readonly again: () => void;
  /** The comparison, drawn when it is asked for. */
  readonly children: (view: ReturnType<typeof useVersionView>) => ReactNode;
}

const useVersionView = (reference: FragmentType<typeof VersionView>) => readFragment(VersionView, reference);

function Version({ version: reference, others, again, children }: VersionProps): ReactNode {
  const t = useFrameworksTexts();
  const { may } = useSession();
  const version = useVersionView(reference);
  const search = useSearch({ from: '/library/versions/$versionId' });
  const navigate = useNavigate({ from: '/library/versions/$versionId' });
  const go = (next: Partial<VersionSearch>): void =>
    void navigate({ search: (known) => ({ ...known, ...next }), replace: true });
  const base = version.basedOnId ?? others.at(-1)?.id;
  const isEditable = version.state === 'DRAFT' && may('framework:update');
  return (
    <Page
      title={t('version', { number: version.number })}
      crumbs={[{ label: t('title'), to: '/library' }]}
      lead={
        <>
          <StatePill state={version.state} /> {version.title}
          {isEditable ? <span style={{ display: 'block', marginTop: 4 }}>{t('draftHint')}</span> : null}
        </>
      }
      actions={<VersionActions version={version} again={again} />}
    >
      <div className="section-head">
        <Segmented
          label={t('view')}
          value={search.view ?? 'skills'}
          onChange={(view) =>
            go(view === 'compare' ? { view, with: search.with ?? base } : { view: undefined, with: undefined })
          }
          options={[
            { value: 'skills', label: t('viewSkills') },
            { value: 'compare', label: t('viewCompare') },
          ]}
        />
        {isEditable && search.view !== 'compare' ? <AddCategory version={version} again={again} /> : null}
        {search.view === 'compare' ? (
          <OtherVersion others={others} value={search.with ?? null} onChange={(id) => go({ with: id ?? undefined })} />
        ) : null}
      </div>
      {search.view === 'compare' ? (
        children(version)
      ) : isEditable ? (
        <DraftSkills version={version} filter={search} onFilter={go} again={again} />
      ) : (
        <SkillsByCategory
          version={version}
          filter={search}
          onFilter={go}
          addressOf={(key) => `/library/skills/${key}?version=${version.id}`}
        />
      )}
    </Page>
  );
}

interface AddCategoryProps {
  readonly version: { readonly id: string; readonly version: number };
  readonly again: () => void;
}

function AddCategory({ version, again }: AddCategoryProps): ReactNode {
  const t = useFrameworksTexts();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button variant="default" onClick={() => setOpen(true)}>
        {t('addCategory')}
      </Button>
      {open ? <CategoryForm category={null} draft={version} again={again} onClose={() => setOpen(false)} /> : null}
    </>
  );
}

interface OtherVersionProps {
  readonly others: VersionProps['others'];
  readonly value: string | null;
  readonly onChange: (id: string | null) => void;
}

function OtherVersion({ others, value, onChange }: OtherVersionProps): ReactNode {
  const t = useFrameworksTexts();
  return (
    <Select
      comboboxProps={{ withinPortal: false }}
      aria-label={t('compareWith')}
      placeholder={t('chooseOther')}
      data={others.map((v) => ({ value: v.id, label: `${t('version', { number: v.number })}, ${v.title}` }))}
      value={value}
      allowDeselect={false}
      onChange={onChange}
      style={{ width: 320, maxWidth: '100%' }}
    />
  );
}
