/** Why this file exists: what somebody can do, skill by skill: verified, said of themselves, asked by their job role. */
import { useMemo, type ReactNode } from 'react';
import { Button } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { graphql, readFragment } from '../gql/index.js';
import type { SkillsProfileQuery as SkillsProfileData } from '../gql/graphql.js';
import { day, instant } from '../app/format.js';
import { Loadable, Missing, useRead } from '../app/reads.js';
import { useSession } from '../app/session.js';
import { EmptyState } from '../ui/empty-state.js';
import { Go } from '../ui/go.js';
import { Page } from '../ui/page.js';
import { Block } from '../ui/skeleton.js';
import { SkillsDrawer } from './skills-drawer.js';
import { SkillsFacts } from './skills-facts.js';
import { SkillsFilters } from './skills-filters.js';
import { SkillsEntry, SkillsList } from './skills-list.js';
import { filterRows, rowsOf, sectionsOf } from './skills-model.js';
import type { SkillsSearch } from './skills-routes.js';
import { useSkillsTexts } from './skills-texts.js';
import styles from './skills.module.css';

const SkillsTarget = graphql(`
  fragment SkillsTarget on JobRoleVersion {
    id
    title
    effectiveRequirements {
      skillKey
      level
      isMustHave
      minEvidenceClass
    }
  }
`);

const SkillsProfileQuery = graphql(`
  query SkillsProfile($personId: ID!, $asOf: Day, $knownAt: Instant) {
    person(id: $personId) {
      id
      displayName
      jobRoleVersion {
        ...SkillsTarget
      }
    }
    profile(personId: $personId, asOf: $asOf, knownAt: $knownAt) {
      asOf
      knownAt
      knownSkills
      allSkills
      entries {
        ...SkillsEntry
      }
    }
  }
`);

export type ChangeSkillsSearch = (next: Partial<SkillsSearch>, options?: { readonly replace?: boolean }) => void;

interface SkillsViewProps {
  readonly personId: string;
  readonly isOwn: boolean;
  readonly search: SkillsSearch;
  readonly change: ChangeSkillsSearch;
}

const own = getRouteApi('/skills');
export function MySkillsPage(): ReactNode {
  const { person } = useSession();
  const search = own.useSearch();
  const navigate = own.useNavigate();
  if (person == null) return <Missing />;
  const change: ChangeSkillsSearch = (next, options) =>
    void navigate({ search: (before) => ({ ...before, ...next }), replace: options?.replace ?? false });
  return <SkillsView personId={person.id} isOwn search={search} change={change} />;
}

const others = getRouteApi('/people/$personId/skills');
export function PersonSkillsPage(): ReactNode {
  const { person } = useSession();
  const { personId } = others.useParams();
  const search = others.useSearch();
  const navigate = others.useNavigate();
  const change: ChangeSkillsSearch = (next, options) =>
    void navigate({ search: (before) => ({ ...before, ...next }), replace: options?.replace ?? false });
  return <SkillsView personId={personId} isOwn={person?.id === personId} search={search} change={change} />;
}

function SkillsView({ personId, isOwn, search, change }: SkillsViewProps): ReactNode {
  const t = useSkillsTexts();
  const variables = {
    personId,
    asOf: search.asOf ?? null,
    knownAt: search.knownAt === undefined ? null : `${search.knownAt}T23:59:59.999Z`,
  };
  const read = useRead(SkillsProfileQuery, variables);
  return (
    <Loadable of={read} skeleton={<SkillsSkeleton title={isOwn ? t('mine') : ' '} />}>
      {(data) => (
        <Loaded data={data} again={read.again} personId={personId} isOwn={isOwn} search={search} change={change} />
      )}
    </Loadable>
  );
}

function SkillsSkeleton({ title }: { readonly title: string }): ReactNode {
  return (
    <Page title={title} lead={<Block height={20} width={420} />}>
      <Block height={38} width={520} />
      <div style={{ height: 24 }} />
      <Block height={36} />
      <div style={{ height: 28 }} />
      <Block height={420} />
    </Page>
  );
}

interface LoadedProps extends SkillsViewProps {
  readonly data: SkillsProfileData;
  readonly again: () => void;
}

function Loaded({ data, again, personId, isOwn, search, change }: LoadedProps): ReactNode {
  const t = useSkillsTexts();
  const { person, profile } = data;
  const target = readFragment(SkillsTarget, person?.jobRoleVersion);
  const entries = useMemo(() => (profile?.entries ?? []).map((e) => readFragment(SkillsEntry, e)), [profile]);
  const rows = useMemo(() => rowsOf(entries, target), [entries, target]);
  if (person == null || profile == null) return <Missing />;
  const filter = { show: search.show ?? 'all', text: search.text ?? '', category: search.category ?? '' } as const;
  const shown = filterRows(rows, filter);
  const counts = { known: profile.knownSkills, all: profile.allSkills };
  const isToday = search.asOf === undefined && search.knownAt === undefined;
  const clear = (): void => change({ show: undefined, text: undefined, category: undefined });
  return (
    <Page
      title={isOwn ? t('mine') : t('of', { name: person.displayName })}
      crumbs={
        isOwn
          ? []
          : [
              { label: t('people'), to: '/people' },
              { label: person.displayName, to: `/people/${personId}` },
            ]
      }
      lead={target == null ? t('lead', counts) : t('leadTarget', { ...counts, jobRole: target.title })}
      actions={
        <Button component={Go} to={isOwn ? '/standing' : `/standing?person=${personId}`} variant="default">
          {isOwn ? t('standing') : t('theirStanding')}
        </Button>
      }
    >
      {target == null ? <NoTarget isOwn={isOwn} /> : <SkillsFacts rows={rows} />}
      <SkillsFilters rows={rows} search={search} change={change} />
      {isToday ? null : (
        <p className={`banner info ${styles.time}`} role="status">
          <span>
            {t('timeOn', {
              on: day(profile.asOf),
              known: instant(profile.knownAt, { weekday: undefined, year: 'numeric' }),
            })}
          </span>
          <Button size="compact-sm" variant="default" onClick={() => change({ asOf: undefined, knownAt: undefined })}>
            {t('timeClear')}
          </Button>
        </p>
      )}
      {shown.length > 0 ? (
        <SkillsList sections={sectionsOf(shown, t('allCategories'))} onOpen={(skill) => change({ skill })} />
      ) : (
        <EmptyState
          small
          title={t('noneTitle')}
          action={
            <Button variant="default" onClick={clear}>
              {t('clear')}
            </Button>
          }
        >
          {t('noneBody')}
        </EmptyState>
      )}
      <SkillsDrawer
        row={rows.find(({ key }) => key === search.skill) ?? null}
        jobRole={target?.title ?? null}
        personId={personId}
        isOwn={isOwn && isToday}
        write={search.write ?? null}
        change={change}
        onChanged={again}
      />
    </Page>
  );
}

function NoTarget({ isOwn }: { readonly isOwn: boolean }): ReactNode {
  const t = useSkillsTexts();
  return (
    <div className={`panel padded ${styles.noTarget}`}>
      <div>
        <h2>{t('noTargetTitle')}</h2>
        <p className="muted">{isOwn ? t('noTargetBody') : t('noTargetBodyOther')}</p>
      </div>
      {isOwn ? (
        <Button component={Go} to="/standing">
          {t('noTargetAction')}
        </Button>
      ) : null}
    </div>
  );
}
