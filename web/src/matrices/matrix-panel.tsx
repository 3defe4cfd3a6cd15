/** Why this file exists: one cell of the matrix opened: the five levels with what can be observed, where the person stands, and on what evidence. */
import type { ReactNode } from 'react';
import { Drawer } from '@mantine/core';
import { day } from '../app/format.js';
import { Loadable, useRead } from '../app/reads.js';
import { useSession } from '../app/session.js';
import { graphql } from '../gql/index.js';
import type { MatrixCellQuery as CellData } from '../gql/graphql.js';
import { Avatar } from '../ui/avatar.js';
import { Go } from '../ui/go.js';
import { Block } from '../ui/skeleton.js';
import { levelAt, NOT_ASKED, NOT_ASSESSED, targetAt, type Matrix } from './matrix-model.js';
import { teamName } from './matrix-describe.js';
import { useMatrixTexts } from './matrix.texts.js';
import styles from './matrix.module.css';

const CellQuery = graphql(`
  query MatrixCell($personId: ID!, $skillKey: String!, $asOf: Day, $profile: Boolean!) {
    frameworkVersion {
      id
      skill(key: $skillKey) {
        id
        definition
        levels {
          level
          name
          indicators
        }
      }
      evidenceTypes {
        key
        name
      }
    }
    profile(personId: $personId, asOf: $asOf) @include(if: $profile) {
      entries {
        skillKey
        source
        validOn
        freshness
        freshUntil
        expiredLevel
        proposedLevel
        assessment {
          id
          evidence {
            id
            typeKey
            title
            link
            occurredOn
          }
        }
      }
    }
  }
`);

type Profile = NonNullable<CellData['profile']>;
type Entry = Profile['entries'][number];
type Version = NonNullable<CellData['frameworkVersion']>;

/** A person and a skill, by their places in the matrix. */
export interface OpenCell {
  readonly person: number;
  readonly skill: number;
}
interface PanelProps {
  readonly matrix: Matrix;
  readonly open: OpenCell | null;
  readonly onClose: () => void;
}

interface LadderProps {
  readonly levels: NonNullable<Version['skill']>['levels'];
  readonly level: number;
  readonly target: number;
}

function Ladder({ levels, level, target }: LadderProps): ReactNode {
  const t = useMatrixTexts();
  return (
    <ol className={styles.ladder} aria-label={t('panelLadder')}>
      {levels.toReversed().map((one) => (
        <li
          key={one.level}
          className={styles.rung}
          data-held={level !== NOT_ASSESSED && level >= one.level}
          data-target={target === one.level}
        >
          <b className="num">{one.level}</b>
          <b>{one.name}</b>
          <span className={styles.marks}>
            {level === one.level ? <span className="pill ok">{t('panelVerified')}</span> : null}
            {target === one.level ? <span className="pill">{t('panelTarget')}</span> : null}
          </span>
          <ul>
            {one.indicators.map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </li>
      ))}
    </ol>
  );
}

function Freshness({ entry }: { readonly entry: Entry }): ReactNode {
  const t = useMatrixTexts();
  const until = entry.freshUntil == null ? null : day(entry.freshUntil);
  if (entry.freshness === 'FRESH') return <span className="pill ok">{t('panelFresh', { day: until ?? '' })}</span>;
  if (entry.freshness === 'STALE')
    return <p className="muted">{until === null ? t('panelStaleNoDate') : t('panelStale', { day: until })}</p>;
  if (entry.freshness === 'EXPIRED' && entry.expiredLevel != null)
    return <p className="muted">{t('panelExpired', { level: entry.expiredLevel })}</p>;
  return null;
}

function Evidence({ entry, version }: { readonly entry: Entry; readonly version: Version }): ReactNode {
  const t = useMatrixTexts();
  const pieces = entry.assessment?.evidence ?? [];
  const nameOf = (key: string): string => version.evidenceTypes.find((e) => e.key === key)?.name ?? key;
  return (
    <section>
      <h3>{t('panelEvidence')}</h3>
      {entry.source == null ? null : (
        <p className="muted">
          {t(`source${entry.source}`)}
          {entry.validOn == null ? null : `. ${t('panelValid', { day: day(entry.validOn) })}`}
        </p>
      )}
      <Freshness entry={entry} />
      {entry.proposedLevel == null ? null : <p>{t('panelWaiting', { level: entry.proposedLevel })}</p>}
      {pieces.length === 0 ? <p className="muted">{t('panelNoEvidence')}</p> : null}
      <ul className={styles.evidence}>
        {pieces.map((piece) => (
          <li key={piece.id}>
            {piece.link == null ? (
              <span>{piece.title}</span>
            ) : (
              <a href={piece.link} target="_blank" rel="noreferrer">
                {piece.title}
              </a>
            )}
            <span className="muted small-text">{`${nameOf(piece.typeKey)}, ${day(piece.occurredOn)}`}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

interface CellProps {
  readonly matrix: Matrix;
  readonly open: OpenCell;
}

function Cell({ matrix, open }: CellProps): ReactNode {
  const t = useMatrixTexts();
  const { may } = useSession();
  const person = matrix.people[open.person];
  const skill = matrix.skills[open.skill];
  const level = levelAt(matrix, open.person, open.skill);
  const target = targetAt(matrix, open.person, open.skill);
  const variables = {
    personId: person?.id ?? '',
    skillKey: skill?.key ?? '',
    asOf: matrix.asOf,
    profile: may('assessment:read'),
  };
  const read = useRead(CellQuery, variables, { pause: person === undefined });
  if (person === undefined || skill === undefined) return null;
  return (
    <div className={styles.panel}>
      <div className={styles.person}>
        <Avatar name={person.name} size={34} />
        <div>
          <b>{person.name}</b>
          <div className="muted">
            {[person.jobRole, teamName(matrix, person.team)].filter((s) => s !== '').join(', ')}
          </div>
        </div>
      </div>
      {level === NOT_ASSESSED ? <p>{t('panelNotAssessed')}</p> : null}
      {target === NOT_ASKED ? <p className="muted">{t('panelNoTarget')}</p> : null}
      <Loadable of={read} skeleton={<Block height={420} />}>
        {({ frameworkVersion, profile }) => {
          const entry = profile?.entries.find(({ skillKey }) => skillKey === skill.key);
          return (
            <>
              <p className="muted">{frameworkVersion?.skill?.definition}</p>
              <Ladder levels={frameworkVersion?.skill?.levels ?? []} level={level} target={target} />
              {entry === undefined || frameworkVersion == null ? (
                <p className="muted">{t('panelHidden')}</p>
              ) : (
                <Evidence entry={entry} version={frameworkVersion} />
              )}
            </>
          );
        }}
      </Loadable>
      <Go to={`/people/${person.id}/skills`}>{t('panelOpen', { name: person.name })}</Go>
    </div>
  );
}

export function MatrixPanel({ matrix, open, onClose }: PanelProps): ReactNode {
  const title = open === null ? '' : matrix.skills[open.skill]?.name;
  return (
    <Drawer
      opened={open !== null}
      onClose={onClose}
      position="right"
      size={420}
      title={title}
      overlayProps={{ backgroundOpacity: 0.12 }}
    >
      {open === null ? null : <Cell matrix={matrix} open={open} />}
    </Drawer>
  );
}
