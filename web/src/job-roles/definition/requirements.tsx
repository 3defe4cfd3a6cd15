/** Why this file exists: what a version asks for, by category, at the level that holds under the chosen overlays, each raise with its reason. */
import { useState, type ReactNode } from 'react';
import { graphql, readFragment, type FragmentType } from '../../gql/index.js';
import type { RequirementsVersionFragment } from '../../gql/graphql.js';
import { Go } from '../../ui/go.js';
import { Rungs } from '../../ui/rungs.js';
import { Segmented } from '../../ui/segmented.js';
import { useJobRoleTexts } from '../job-roles.texts.js';
import { evidenceWord, weightWord } from '../words.js';
import { useDefinitionTexts } from './definition.texts.js';
import styles from './definition.module.css';

export const RequirementsVersion = graphql(`
  fragment RequirementsVersion on JobRoleVersion {
    id
    requirements {
      skillKey
      isMustHave
    }
    effectiveRequirements(overlays: $overlays) {
      skillKey
      level
      baseLevel
      weight
      isMustHave
      minEvidenceClass
      stages
      skill {
        id
        name
        category {
          key
          name
          order
        }
        levels {
          level
          name
          indicators
        }
      }
      reasons {
        overlayKey
        overlayName
        why
        fromLevel
        toLevel
        madeMustHave
      }
    }
  }
`);
export type Asked = RequirementsVersionFragment['effectiveRequirements'][number];
type Filter = 'all' | 'musts' | 'raised';

export function Requirements({
  version: ref,
}: {
  readonly version: FragmentType<typeof RequirementsVersion>;
}): ReactNode {
  const t = useDefinitionTexts();
  const words = useJobRoleTexts();
  const version = readFragment(RequirementsVersion, ref);
  const [filter, setFilter] = useState<Filter>('all');
  const asked = version.effectiveRequirements;
  const isRaised = asked.some((r) => r.reasons.length > 0);
  const chosen = filter === 'raised' && !isRaised ? 'all' : filter;
  const shown = asked.filter((r) => chosen === 'all' || (chosen === 'musts' ? r.isMustHave : r.reasons.length > 0));
  return (
    <section className="section">
      <div className="section-head">
        <h2>{words('requirements')}</h2>
        <span className="muted num">
          {t('skillsAndMusts', { musts: asked.filter((r) => r.isMustHave).length, all: asked.length })}
        </span>
        <Segmented
          label={t('show')}
          value={chosen}
          onChange={setFilter}
          options={[
            { value: 'all', label: t('all') },
            { value: 'musts', label: t('mustsOnly') },
            ...(isRaised ? [{ value: 'raised' as const, label: t('raisedOnly') }] : []),
          ]}
        />
      </div>
      <Change version={version} />
      <div className="table-scroll" tabIndex={0} role="region" aria-label={words('requirements')}>
        <table className={`table ${styles.table}`} style={{ minWidth: 640 }}>
          <thead>
            <tr>
              <th scope="col">{words('skillTitle')}</th>
              <th scope="col">{words('levelTitle')}</th>
              <th scope="col">{words('weightTitle')}</th>
              <th scope="col">{words('evidenceTitle')}</th>
            </tr>
          </thead>
          {byCategory(shown).map(([name, rows]) => (
            <tbody key={name}>
              <tr>
                <th scope="rowgroup" colSpan={4} className={styles.category}>
                  {name}
                </th>
              </tr>
              {rows.map((r) => (
                <Row key={r.skillKey} asked={r} />
              ))}
            </tbody>
          ))}
        </table>
      </div>
    </section>
  );
}

/** In the order of the categories; within one, in the author's order. */
function byCategory(rows: readonly Asked[]): readonly (readonly [string, readonly Asked[]])[] {
  const groups = new Map<string, { order: number; rows: Asked[] }>();
  for (const row of rows) {
    const name = row.skill?.category.name ?? row.skillKey;
    const group = groups.get(name) ?? { order: row.skill?.category.order ?? Number.MAX_SAFE_INTEGER, rows: [] };
    group.rows.push(row);
    groups.set(name, group);
  }
  return [...groups].sort(([, a], [, b]) => a.order - b.order).map(([name, group]) => [name, group.rows] as const);
}

/** What the overlays do to the whole, in one sentence; nothing without overlays. */
function Change({ version }: { readonly version: RequirementsVersionFragment }): ReactNode {
  const t = useDefinitionTexts();
  const asked = version.effectiveRequirements;
  const touched = asked.filter((r) => r.reasons.length > 0);
  if (touched.length === 0) return null;
  const before = version.requirements.filter((r) => r.isMustHave).length;
  const after = asked.filter((r) => r.isMustHave).length;
  const added = touched.filter((r) => r.baseLevel == null).length;
  return (
    <p className={`${styles.change} banner info`} role="status">
      <span>
        <b>{before === after ? t('mustsStay', { after }) : t('mustsChange', { before, after })}</b>{' '}
        {t('changeParts', {
          raised: t('raised', { count: touched.length - added }),
          added: t('added', { count: added }),
        })}
      </span>
    </p>
  );
}

function Row({ asked }: { readonly asked: Asked }): ReactNode {
  const t = useDefinitionTexts();
  const words = useJobRoleTexts();
  const at = asked.skill?.levels.find((l) => l.level === asked.level);
  const isRaised = asked.baseLevel !== asked.level && asked.reasons.length > 0;
  return (
    <tr>
      <th scope="row">
        <Go to={`/library/skills/${asked.skillKey}`}>{asked.skill?.name ?? asked.skillKey}</Go>{' '}
        {asked.isMustHave ? <span className="pill ok">{words('mustHave')}</span> : null}
        <span className={styles.anchor}>{at?.indicators.join('. ')}</span>
        {asked.reasons.length === 0 ? null : (
          <ul className={styles.reasons}>
            {asked.reasons.map((r) => (
              <li key={r.overlayKey}>
                <b>{`${r.overlayName}: ${whatChanged(r, t)}.`}</b> {r.why}
              </li>
            ))}
          </ul>
        )}
      </th>
      <td className={styles.level}>
        <Rungs level={asked.level} /> <span className="num">{asked.level}</span>{' '}
        {isRaised ? (
          <span className={styles.raised}>
            {asked.baseLevel == null ? t('new') : t('from', { level: asked.baseLevel })}
          </span>
        ) : null}
        <small>{at?.name}</small>
      </td>
      <td>{words(weightWord(asked.weight))}</td>
      <td>
        {words(evidenceWord(asked.minEvidenceClass))}
        {asked.stages.length === 0 ? <span className={styles.anchor}>{t('evidenceOnly')}</span> : null}
      </td>
    </tr>
  );
}

function whatChanged(r: Asked['reasons'][number], t: ReturnType<typeof useDefinitionTexts>): string {
  const level =
    r.fromLevel == null
      ? t('askedNew', { to: r.toLevel })
      : r.fromLevel === r.toLevel
        ? null
        : t('levelUp', { from: r.fromLevel, to: r.toLevel });
  const parts = [level, r.madeMustHave ? t('madeMustHave') : null].filter((p) => p !== null);
  return parts.length === 0 ? t('weightUp') : parts.join(', ');
}
