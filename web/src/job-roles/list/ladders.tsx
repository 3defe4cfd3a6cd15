/** Why this file exists: both ladders side by side, rung by rung, with the job roles that join them in between. */
import type { ReactNode } from 'react';
import { Link } from '@tanstack/react-router';
import { graphql } from '../../gql/index.js';
import type { JobRolesLaddersQuery as LaddersData, Track } from '../../gql/graphql.js';
import { Loadable, useRead } from '../../app/reads.js';
import { Block } from '../../ui/skeleton.js';
import { useJobRoleTexts } from '../job-roles.texts.js';
import { LEVELS } from '../words.js';
import { useListTexts } from './list.texts.js';
import styles from './list.module.css';

const JobRolesLaddersQuery = graphql(`
  query JobRolesLadders {
    ladders {
      key
      name
      track
      promise
    }
    jobRoles(first: 100) {
      nodes {
        id
        key
        track
        rung
        ladder {
          key
        }
        currentVersion {
          id
        }
        newestVersion {
          id
          title
          state
          requirements {
            skillKey
            isMustHave
          }
        }
      }
    }
  }
`);
type Place = LaddersData['jobRoles']['nodes'][number];
type Ladder = LaddersData['ladders'][number];

const COLUMNS: readonly Track[] = ['RESEARCH', 'HYBRID', 'PRODUCTION'];

export function Ladders(): ReactNode {
  const read = useRead(JobRolesLaddersQuery, {});
  return (
    <Loadable of={read} skeleton={<Block height={620} />}>
      {({ ladders, jobRoles }) => <Drawn ladders={ladders} places={jobRoles.nodes} />}
    </Loadable>
  );
}

function Drawn({
  ladders,
  places,
}: {
  readonly ladders: readonly Ladder[];
  readonly places: readonly Place[];
}): ReactNode {
  const t = useListTexts();
  const standing = places.filter((p) => p.ladder != null);
  const off = places.filter((p) => p.ladder == null);
  return (
    <>
      <div className={styles.ladders}>
        <span />
        {COLUMNS.map((track) => (
          <LadderHead key={track} ladder={ladders.find((l) => l.track === track)} track={track} />
        ))}
        {LEVELS.toReversed().map((rung) => (
          <RungRow key={rung} rung={rung} places={standing.filter((p) => p.rung === rung)} />
        ))}
      </div>
      {off.length === 0 ? null : (
        <section className={styles.off} aria-labelledby="off-ladder">
          <h2 id="off-ladder">{t('offLadder')}</h2>
          {off.map((place) => (
            <Step key={place.id} place={place} />
          ))}
        </section>
      )}
    </>
  );
}

function LadderHead({ ladder, track }: { readonly ladder: Ladder | undefined; readonly track: Track }): ReactNode {
  if (ladder === undefined) return <span />;
  return (
    <div className={styles.ladderHead}>
      <h2>
        <span className={styles.mark} data-track={track} />
        {ladder.name}
      </h2>
      <p>{ladder.promise}</p>
    </div>
  );
}

function RungRow({ rung, places }: { readonly rung: number; readonly places: readonly Place[] }): ReactNode {
  const t = useListTexts();
  const on = (track: Track): readonly Place[] => places.filter((p) => p.track === track);
  const [left, right] = [on('RESEARCH')[0]?.currentVersion?.id, on('PRODUCTION')[0]?.currentVersion?.id];
  return (
    <section className={styles.place} aria-label={t('rungTitle', { rung })}>
      <div className={styles.number}>
        <span className="visually-hidden">{t('rungTitle', { rung })}</span>
        <span aria-hidden>{rung}</span>
      </div>
      <Rail track="RESEARCH" places={on('RESEARCH')} />
      <div className={`${styles.cell} ${styles.between}`}>
        {on('HYBRID').map((place) => (
          <Step key={place.id} place={place} hybrid />
        ))}
        {left === undefined || right === undefined ? null : (
          <Link to="/job-roles/compare" search={{ left, right }} className={styles.compare}>
            {t('compareRung', { rung })}
          </Link>
        )}
      </div>
      <Rail track="PRODUCTION" places={on('PRODUCTION')} />
    </section>
  );
}

function Rail({ track, places }: { readonly track: Track; readonly places: readonly Place[] }): ReactNode {
  const t = useListTexts();
  return (
    <div className={`${styles.cell} ${styles.rail}`} data-track={track} data-empty={places.length === 0}>
      {places.length === 0 ? <span className="muted small-text">{t('emptyRung')}</span> : null}
      {places.map((place) => (
        <Step key={place.id} place={place} />
      ))}
    </div>
  );
}

function Step({ place, hybrid = false }: { readonly place: Place; readonly hybrid?: boolean }): ReactNode {
  const words = useJobRoleTexts();
  const version = place.newestVersion;
  if (version == null) return null;
  const musts = version.requirements.filter((r) => r.isMustHave).length;
  return (
    <Link
      to="/job-roles/$jobRoleId"
      params={{ jobRoleId: place.id }}
      className={hybrid ? `${styles.step} ${styles.hybrid}` : styles.step}
    >
      <b>{version.title}</b>
      <span>
        {`${place.key} · ${words('mustHaveCount', { count: musts })}`}
        {place.currentVersion == null ? ` · ${words('draft')}` : ''}
      </span>
    </Link>
  );
}
