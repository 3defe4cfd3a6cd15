/** Why this file exists: what stands beside a definition: clarity, life cycle, implied skills, evidence outside the interviews, occupations. */
import type { ReactNode } from 'react';
import { Link } from '@tanstack/react-router';
import { graphql, readFragment, type FragmentType } from '../../gql/index.js';
import type { RailVersionFragment } from '../../gql/graphql.js';
import { useJobRoleTexts } from '../job-roles.texts.js';
import { LifeCycle } from '../parts/life-cycle.js';
import { useDefinitionTexts } from './definition.texts.js';
import styles from './definition.module.css';

export const RailVersion = graphql(`
  fragment RailVersion on JobRoleVersion {
    id
    timeBox
    clarityReview(overlays: $overlays) {
      rule
      message
      suggestion
    }
    lifeCycle(overlays: $overlays) {
      ...LifeCycleTick
    }
    impliedRequirements {
      skillKey
      level
      namedLevel
      skill {
        id
        name
      }
    }
    evidenceOnlyMustHaves {
      skillKey
      skill {
        id
        name
      }
    }
    entryRequirements {
      skillKey
      level
    }
    occupations {
      esco
      onet
      sfia
    }
    effectiveRequirements(overlays: $overlays) {
      skillKey
      skill {
        id
        name
      }
    }
  }
`);

interface RailProps {
  readonly version: FragmentType<typeof RailVersion>;
  readonly rules: number;
}

export function Rail({ version: ref, rules }: RailProps): ReactNode {
  const t = useDefinitionTexts();
  const words = useJobRoleTexts();
  const version = readFragment(RailVersion, ref);
  const names = new Map(version.effectiveRequirements.map((r) => [r.skillKey, r.skill?.name ?? r.skillKey]));
  return (
    <aside className={styles.rail} aria-label={t('clarity')}>
      <section>
        <h2>{t('clarity')}</h2>
        <p className={styles.hint}>{t('checked', { count: rules })}</p>
        {version.clarityReview.length === 0 ? <span className="pill ok">{t('clarityClear')}</span> : null}
        {version.clarityReview.map((f) => (
          <div key={f.rule} className={styles.finding}>
            <b>{f.message}</b>
            <p>{f.suggestion}</p>
          </div>
        ))}
      </section>
      <section>
        <h2>{words('lifeCycle')}</h2>
        <p className={styles.hint}>{words('lifeCycleHint')}</p>
        <LifeCycle areas={version.lifeCycle} names={names} />
      </section>
      <Further version={version} names={names} />
      <OccupationCodes version={version} />
    </aside>
  );
}

interface FurtherProps {
  readonly version: RailVersionFragment;
  readonly names: ReadonlyMap<string, string>;
}

function Further({ version, names }: FurtherProps): ReactNode {
  const t = useDefinitionTexts();
  return (
    <>
      <Listed
        title={t('evidenceOnlyTitle')}
        hint={t('evidenceOnlyHint')}
        lines={version.evidenceOnlyMustHaves.map((r) => r.skill?.name ?? r.skillKey)}
      />
      <Listed
        title={t('implied')}
        hint={t('impliedHint')}
        lines={version.impliedRequirements.map((r) =>
          t('impliedLine', { skill: r.skill?.name ?? r.skillKey, level: r.level }),
        )}
      />
      <Listed
        title={t('entry')}
        hint={t('entryHint')}
        lines={version.entryRequirements.map((r) =>
          t('impliedLine', { skill: names.get(r.skillKey) ?? r.skillKey, level: r.level }),
        )}
      />
      {version.entryRequirements.length === 0 ? null : (
        <Link to="/job-roles/bridge" search={{ from: version.id, to: version.id, entry: true }}>
          {t('ownBridge')}
        </Link>
      )}
      {version.timeBox == null ? null : <Listed title={t('timeBox')} lines={[version.timeBox]} />}
    </>
  );
}

interface ListedProps {
  readonly title: string;
  readonly hint?: string;
  readonly lines: readonly string[];
}

/** A section of the rail; left out when it has nothing to say. */
function Listed({ title, hint, lines }: ListedProps): ReactNode {
  if (lines.length === 0) return null;
  return (
    <section>
      <h2>{title}</h2>
      {hint === undefined ? null : <p className={styles.hint}>{hint}</p>}
      <ul className={styles.plain}>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </section>
  );
}

function OccupationCodes({ version }: { readonly version: RailVersionFragment }): ReactNode {
  const t = useDefinitionTexts();
  const { esco, onet, sfia } = version.occupations;
  const rows = [
    { name: t('esco'), codes: esco },
    { name: t('onet'), codes: onet },
    { name: t('sfia'), codes: sfia },
  ].filter((r) => r.codes.length > 0);
  return (
    <section>
      <h2>{t('occupations')}</h2>
      <p className={styles.hint}>{t('occupationsHint')}</p>
      {rows.length === 0 ? <p className="muted">{t('noOccupations')}</p> : null}
      <dl className={styles.codes}>
        {rows.map((r) => (
          <div key={r.name} style={{ display: 'contents' }}>
            <dt>{r.name}</dt>
            <dd>{r.codes.join(', ')}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
