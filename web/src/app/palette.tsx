/** Why this file exists: Ctrl or Cmd and K finds people, skills, job roles, requisitions and pages from anywhere. */
import { useEffect, useMemo, useState, type ReactNode } from 'react';
import { useDebouncedValue } from '@mantine/hooks';
import { Spotlight, spotlight, type SpotlightActionGroupData } from '@mantine/spotlight';
import '@mantine/spotlight/styles.css';
import { IconSearch } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { graphql } from '../gql/index.js';
import { useCoreTexts } from './core-texts.js';
import { navigationFor } from './navigation.js';
import { useRead } from './reads.js';
import { useSession } from './session.js';

const FindQuery = graphql(`
  query Find($text: String!, $people: Boolean!, $jobRoles: Boolean!, $requisitions: Boolean!, $skills: Boolean!) {
    people(first: 6, filter: { text: $text }) @include(if: $people) {
      nodes {
        id
        displayName
        jobRoleVersion {
          id
          title
        }
      }
    }
    jobRoles(first: 6, filter: { text: $text }) @include(if: $jobRoles) {
      nodes {
        id
        currentVersion {
          id
          title
        }
        newestVersion {
          id
          title
        }
      }
    }
    requisitions(first: 6, text: $text) @include(if: $requisitions) {
      nodes {
        id
        title
      }
    }
    frameworkVersion @include(if: $skills) {
      id
      skills {
        id
        key
        name
      }
    }
  }
`);

/** @param searches how often it was asked for; each time it opens */
export function Palette({ searches }: { readonly searches: number }): ReactNode {
  const t = useCoreTexts();
  useEffect(() => spotlight.open(), [searches]);
  const session = useSession();
  const navigate = useNavigate();
  const [text, setText] = useState('');
  const [asked] = useDebouncedValue(text.trim(), 150);
  const { may } = session;
  const { data } = useRead(
    FindQuery,
    {
      text: asked,
      people: may('directory:read'),
      jobRoles: may('job-role:read'),
      requisitions: may('requisition:read'),
      skills: may('framework:read'),
    },
    { pause: asked.length < 2 },
  );
  const actions = useMemo<SpotlightActionGroupData[]>(() => {
    const go = (to: string) => () => void navigate({ to });
    const pages = navigationFor(session)
      .flatMap((g) => g.items)
      .filter((i) => t(i.label).toLowerCase().includes(text.trim().toLowerCase()))
      .map((i) => ({ id: i.to, label: t(i.label), onClick: go(i.to) }));
    if (asked.length < 2 || data === undefined) return [{ group: t('groupGo'), actions: pages }];
    const wanted = asked.toLowerCase();
    const skills = (data.frameworkVersion?.skills ?? [])
      .filter((s) => s.name.toLowerCase().includes(wanted))
      .slice(0, 6);
    const groups: SpotlightActionGroupData[] = [
      { group: t('groupGo'), actions: pages },
      {
        group: t('groupPeople'),
        actions: (data.people?.nodes ?? []).map((p) => ({
          id: p.id,
          label: p.displayName,
          description: p.jobRoleVersion?.title ?? '',
          onClick: go(`/people/${p.id}`),
        })),
      },
      {
        group: t('groupSkills'),
        actions: skills.map((s) => ({ id: s.id, label: s.name, onClick: go(`/library/skills/${s.key}`) })),
      },
      {
        group: t('groupJobRoles'),
        actions: (data.jobRoles?.nodes ?? []).map((r) => ({
          id: r.id,
          label: (r.currentVersion ?? r.newestVersion)?.title ?? '',
          onClick: go(`/job-roles/${r.id}`),
        })),
      },
      {
        group: t('groupRequisitions'),
        actions: (data.requisitions?.nodes ?? []).map((r) => ({
          id: r.id,
          label: r.title,
          onClick: go(`/requisitions/${r.id}`),
        })),
      },
    ];
    return groups.filter((g) => g.actions.length > 0);
  }, [asked, data, navigate, session, t, text]);
  return (
    <Spotlight
      actions={actions}
      query={text}
      onQueryChange={setText}
      filter={(_query, given) => given}
      nothingFound={asked.length < 2 ? t('typeMore') : t('nothingFound')}
      shortcut={null}
      scrollable
      maxHeight={420}
      attributes={{ content: { 'aria-label': t('search') } }}
      yOffset="16vh"
      centered={false}
      overlayProps={{ blur: 0, backgroundOpacity: 0.35 }}
      searchProps={{
        placeholder: t('searchPlaceholder'),
        'aria-label': t('search'),
        leftSection: <IconSearch size={17} stroke={1.6} aria-hidden />,
      }}
    />
  );
}
