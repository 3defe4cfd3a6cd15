/** Why this file exists: the skills that everything is measured by, the versions they came in, and what they point to outside. */
import type { ReactNode } from 'react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { day } from '../app/format.js';
import { Loadable, useRead } from '../app/reads.js';
import { useSession } from '../app/session.js';
import { graphql } from '../gql/index.js';
import type { LibraryPageQuery } from '../gql/graphql.js';
import { EmptyState } from '../ui/empty-state.js';
import { Page } from '../ui/page.js';
import { Segmented } from '../ui/segmented.js';
import { Adopt } from './adopt.js';
import styles from './frameworks.module.css';
import type { LibrarySearch } from './frameworks.routes.js';
import { useFrameworksTexts } from './frameworks.texts.js';
import { LibraryReferences } from './library-references.js';
import { LibraryVersions } from './library-versions.js';
import { SkillsByCategory } from './skills-by-category.js';

const LibraryQuery = graphql(`
  query LibraryPage($references: Boolean!) {
    frameworkVersion {
      id
      number
      title
      publishedAt
      categories {
        key
      }
      skills {
        id
        key
        name
        references @include(if: $references)
      }
      ...SkillsByCategory
    }
    frameworkVersions(first: 100) {
      nodes {
        id
        ...LibraryVersionRow
      }
    }
    libraryRelease {
      id
      loadedAt
      isAdopted
      asOf
      references @include(if: $references) {
        ...LibraryReferenceRow
      }
    }
  }
`);

type Data = LibraryPageQuery;

export function LibraryPage(): ReactNode {
  const t = useFrameworksTexts();
  const { may } = useSession();
  const search = useSearch({ from: '/library' });
  const read = useRead(LibraryQuery, { references: search.view === 'references' });
  const navigate = useNavigate({ from: '/library' });
  return (
    <Loadable of={read}>
      {(data) => {
        const version = data.frameworkVersion;
        const canAdopt = may('framework:approve') && data.libraryRelease?.isAdopted === false;
        return (
          <Page
            title={t('title')}
            lead={
              version == null
                ? t('leadNone')
                : t('lead', {
                    skills: version.skills.length,
                    categories: version.categories.length,
                    number: version.number,
                    title: version.title,
                    day: version.publishedAt == null ? t('notPublished') : day(version.publishedAt),
                  })
            }
            actions={canAdopt ? <Adopt again={read.again} /> : null}
          >
            {canAdopt && version != null ? (
              <p className={`banner info ${styles.news}`}>
                {t('adoptNews', { day: day(data.libraryRelease?.loadedAt ?? '') })}
              </p>
            ) : null}
            <div style={{ marginBottom: 18 }}>
              <Segmented
                label={t('view')}
                value={search.view ?? 'skills'}
                onChange={(view) => void navigate({ search: view === 'skills' ? {} : { view } })}
                options={[
                  { value: 'skills', label: t('viewSkills') },
                  { value: 'versions', label: t('viewVersions') },
                  { value: 'references', label: t('viewReferences') },
                ]}
              />
            </div>
            <View
              data={data}
              search={search}
              change={(next) => void navigate({ search: (known) => ({ ...known, ...next }), replace: true })}
            />
          </Page>
        );
      }}
    </Loadable>
  );
}

interface ViewProps {
  readonly data: Data;
  readonly search: LibrarySearch;
  readonly change: (next: Partial<LibrarySearch>) => void;
}

function View({ data, search, change }: ViewProps): ReactNode {
  const t = useFrameworksTexts();
  const version = data.frameworkVersion;
  if (search.view === 'versions')
    return <LibraryVersions versions={data.frameworkVersions.nodes} currentId={version?.id ?? null} />;
  if (search.view === 'references')
    return (
      <LibraryReferences
        asOf={data.libraryRelease?.asOf ?? null}
        references={data.libraryRelease?.references ?? []}
        skills={version?.skills ?? []}
        filter={search}
        onFilter={change}
      />
    );
  if (version == null)
    return (
      <EmptyState small title={t('emptyTitle')}>
        {t('emptyBody')}
      </EmptyState>
    );
  return (
    <SkillsByCategory
      version={version}
      filter={search}
      onFilter={change}
      addressOf={(key) => `/library/skills/${key}`}
    />
  );
}
