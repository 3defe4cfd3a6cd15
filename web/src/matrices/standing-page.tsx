/** Why this file exists: where somebody stands on both ladders, floors first, and what any job role would still ask. */
import { useMemo, type ReactNode } from 'react';
import { Button, Chip } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { graphql, readFragment } from '../gql/index.js';
import type { StandingPageQuery as StandingPageData } from '../gql/graphql.js';
import { Loadable, Missing, useRead } from '../app/reads.js';
import { useSession } from '../app/session.js';
import { Go } from '../ui/go.js';
import { Page } from '../ui/page.js';
import { Block } from '../ui/skeleton.js';
import { StandingAxes } from './standing-axes.js';
import { StandingExplore } from './standing-explore.js';
import { StandingFit } from './standing-fit.js';
import { nextRung, onTrack, otherTrack } from './standing-model.js';
import { StandingNearest } from './standing-nearest.js';
import { StandingRungs } from './standing-rungs.js';
import { useStandingTexts } from './standing-texts.js';
import styles from './standing.module.css';

const StandingPageQuery = graphql(`
  query StandingPage($personId: ID!, $overlays: [String!]) {
    person(id: $personId) {
      id
      displayName
      jobRoleVersion {
        id
        jobRole {
          id
          track
        }
      }
    }
    whereIStand(personId: $personId, overlayKeys: $overlays) {
      research {
        position
        coverage
      }
      production {
        position
        coverage
      }
      fits {
        ...StandingFit
      }
    }
    overlays {
      key
      name
    }
    jobRoles(first: 100) {
      nodes {
        id
        track
        rung
        currentVersion {
          id
          title
        }
      }
    }
  }
`);

const route = getRouteApi('/standing');

export function StandingPage(): ReactNode {
  const t = useStandingTexts();
  const { person } = useSession();
  const search = route.useSearch();
  const personId = search.person ?? person?.id ?? '';
  const overlays = useMemo(() => (search.overlays ?? '').split(',').filter((k) => k !== ''), [search.overlays]);
  const read = useRead(StandingPageQuery, { personId, overlays }, { pause: personId === '' });
  if (personId === '') return <Missing />;
  return (
    <Loadable of={read} skeleton={<StandingSkeleton title={t('mine')} />}>
      {(data) => <Loaded data={data} overlays={overlays} isOwn={personId === person?.id} />}
    </Loadable>
  );
}

const StandingSkeleton = ({ title }: { readonly title: string }): ReactNode => (
  <Page title={title} lead={<Block height={20} width={420} />}>
    <Block height={32} width={480} />
    <div style={{ height: 28 }} />
    <div className={styles.two}>
      <Block height={420} />
      <Block height={420} />
    </div>
  </Page>
);

interface LoadedProps {
  readonly data: StandingPageData;
  readonly overlays: readonly string[];
  readonly isOwn: boolean;
}

function Loaded({ data, overlays, isOwn }: LoadedProps): ReactNode {
  const t = useStandingTexts();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const standing = data.whereIStand;
  const fits = useMemo(() => (standing?.fits ?? []).map((f) => readFragment(StandingFit, f)), [standing]);
  const person = data.person;
  if (standing == null || person == null) return <Missing />;
  const other = otherTrack(person.jobRoleVersion?.jobRole?.track);
  const roles = data.jobRoles.nodes.flatMap(({ currentVersion: v, track }) => (v == null ? [] : [{ ...v, track }]));
  const offered = nextRung(onTrack(fits, other)) ?? fits[0];
  const chosen = search.role ?? offered?.jobRoleVersionId ?? roles[0]?.id ?? null;
  const choose = (role: string): void => {
    void navigate({ search: (before) => ({ ...before, role, way: undefined }), resetScroll: false });
    requestAnimationFrame(() => document.getElementById('standing-explore')?.focus());
  };
  return (
    <Page
      title={isOwn ? t('mine') : t('of', { name: person.displayName })}
      crumbs={
        isOwn
          ? []
          : [
              { label: t('people'), to: '/people' },
              { label: person.displayName, to: `/people/${person.id}` },
            ]
      }
      lead={t('lead')}
      actions={
        <Button component={Go} to={isOwn ? '/skills' : `/people/${person.id}/skills`} variant="default">
          {isOwn ? t('skills') : t('theirSkills')}
        </Button>
      }
    >
      <Overlays all={data.overlays} chosen={overlays} />
      <div className={styles.two}>
        <StandingAxes
          name={isOwn ? t('you') : person.displayName}
          research={standing.research}
          production={standing.production}
          fits={fits}
        />
        <StandingNearest fits={fits} onLook={choose} />
      </div>
      <StandingRungs
        fits={fits}
        research={standing.research}
        production={standing.production}
        heldId={person.jobRoleVersion?.id ?? null}
        chosen={chosen}
        onLook={choose}
      />
      <StandingExplore
        person={person}
        heldId={person.jobRoleVersion?.id ?? null}
        isOwn={isOwn}
        roles={roles}
        chosen={chosen}
        known={fits.find((f) => f.jobRoleVersionId === chosen)}
        overlays={overlays}
        isWayShown={search.way === 'shown'}
        onChoose={choose}
        onWay={(isShown) =>
          void navigate({
            search: (before) => ({ ...before, way: isShown ? 'shown' : undefined }),
            resetScroll: false,
          })
        }
      />
    </Page>
  );
}

interface OverlaysProps {
  readonly all: StandingPageData['overlays'];
  readonly chosen: readonly string[];
}

function Overlays({ all, chosen }: OverlaysProps): ReactNode {
  const t = useStandingTexts();
  const navigate = route.useNavigate();
  if (all.length === 0) return null;
  const change = (keys: string[]): void =>
    void navigate({
      search: (before) => ({ ...before, overlays: keys.length === 0 ? undefined : keys.join(',') }),
      replace: true,
      resetScroll: false,
    });
  return (
    <fieldset className={styles.overlays}>
      <legend>{t('overlays')}</legend>
      <Chip.Group multiple value={[...chosen]} onChange={change}>
        {all.map(({ key, name }) => (
          <Chip key={key} value={key} size="xs" variant="outline">
            {name}
          </Chip>
        ))}
      </Chip.Group>
      <span className="muted small-text">{t('overlaysHint')}</span>
    </fieldset>
  );
}
