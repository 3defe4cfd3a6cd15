/** Why this file exists: the skills by category, each against its target, with its evidence and its state. */
import type { ReactNode } from 'react';
import { graphql } from '../gql/index.js';
import { day } from '../app/format.js';
import { LevelTrack } from '../ui/level-track.js';
import type { SkillsRow, SkillsSection } from './skills-model.js';
import { useSkillsTexts } from './skills-texts.js';
import styles from './skills.module.css';

export const SkillsEntry = graphql(`
  fragment SkillsEntry on ProfileEntry {
    skillKey
    skill {
      id
      name
      category {
        key
        name
        order
      }
    }
    level
    selfLevel
    proposedLevel
    expiredLevel
    freshness
    freshUntil
    expiresOn
    evidenceClass
    source
    isExempt
    assessment {
      id
    }
    returnedAssessment {
      id
      proposedLevel
      events {
        seq
        state
        reason
      }
    }
  }
`);

interface SkillsListProps {
  readonly sections: readonly SkillsSection[];
  readonly onOpen: (skillKey: string) => void;
}

export function SkillsList({ sections, onOpen }: SkillsListProps): ReactNode {
  const t = useSkillsTexts();
  return sections.map((section) => (
    <section key={section.key} className="section" aria-labelledby={`skills-${section.key}`}>
      <div className="section-head">
        <h2 id={`skills-${section.key}`}>{section.name}</h2>
        <span className="muted num">
          {section.asked === 0 ? t('sectionNone') : t('sectionCount', { met: section.met, asked: section.asked })}
        </span>
      </div>
      <table className={`table ${styles.table}`}>
        <thead>
          <tr>
            <th scope="col">{t('columnSkill')}</th>
            <th scope="col">{t('columnLevel')}</th>
            <th scope="col" className="right">
              {t('columnNumbers')}
            </th>
            <th scope="col">{t('columnSelf')}</th>
            <th scope="col">{t('columnEvidence')}</th>
            <th scope="col">{t('columnState')}</th>
          </tr>
        </thead>
        <tbody>
          {section.rows.map((row) => (
            <Row key={row.key} row={row} onOpen={onOpen} />
          ))}
        </tbody>
      </table>
    </section>
  ));
}

function Row({ row, onOpen }: { readonly row: SkillsRow; readonly onOpen: (skillKey: string) => void }): ReactNode {
  const t = useSkillsTexts();
  const { entry, asked } = row;
  return (
    <tr className={styles.row}>
      <th scope="row">
        <button type="button" className={styles.open} onClick={() => onOpen(row.key)} data-skill={row.key}>
          {row.name}
        </button>
        {asked?.isMustHave === true ? <span className={styles.must}>{t('mustHave')}</span> : null}
      </th>
      <td>
        <LevelTrack level={entry.level ?? null} target={asked?.level ?? null} label={trackLabel(t, row)} />
      </td>
      <td className={`right ${styles.numbers}`}>
        <Numbers row={row} />
      </td>
      <td className={entry.selfLevel == null ? styles.blank : styles.self}>
        {entry.selfLevel == null ? null : t('selfLevel', { level: entry.selfLevel })}
      </td>
      <td className={styles.evidence}>
        <Freshness row={row} />
      </td>
      <td className={styles.state}>
        <State row={row} />
      </td>
    </tr>
  );
}

type Tell = ReturnType<typeof useSkillsTexts>;

function trackLabel(t: Tell, { entry, asked }: SkillsRow): string {
  if (entry.level == null) return asked === undefined ? t('trackNothing') : t('trackUnknown', { target: asked.level });
  return asked === undefined
    ? t('trackNoTarget', { level: entry.level })
    : t('trackVerified', { level: entry.level, target: asked.level });
}

function Numbers({ row: { entry, asked, standing } }: { readonly row: SkillsRow }): ReactNode {
  const t = useSkillsTexts();
  if (entry.level == null)
    return asked === undefined ? null : <span className={styles.gap}>{t('targetOnly', { target: asked.level })}</span>;
  if (asked === undefined) return t('numbersOnly', { level: entry.level });
  return (
    <span className={standing === 'below' ? styles.gap : undefined}>
      {t('numbers', { level: entry.level, target: asked.level })}
    </span>
  );
}

function Freshness({ row: { entry, asked } }: { readonly row: SkillsRow }): ReactNode {
  const t = useSkillsTexts();
  if (entry.expiredLevel != null && entry.level == null)
    return <span className={styles.gap}>{t('expired', { level: entry.expiredLevel })}</span>;
  if (entry.evidenceClass == null) return null;
  const isWeak = asked !== undefined && asked.isMustHave && entry.evidenceClass < asked.minEvidenceClass;
  return (
    <>
      {t(`class${entry.evidenceClass}` as 'class1')}
      {isWeak ? <span className={styles.gap}>, {t('weakClass', { value: asked.minEvidenceClass })}</span> : null}
      <span className={styles.until} data-stale={entry.freshness === 'STALE'}>
        {freshWords(t, entry)}
      </span>
      {entry.expiresOn == null ? null : (
        <span className={styles.until}>{t('expiresOn', { day: day(entry.expiresOn) })}</span>
      )}
    </>
  );
}

function freshWords(t: Tell, { freshness, freshUntil }: SkillsRow['entry']): string {
  const month = { day: undefined, month: 'short', year: 'numeric' } as const;
  if (freshUntil == null) return t('staleNoDay');
  return t(freshness === 'STALE' ? 'stale' : 'freshUntil', { day: day(freshUntil, month) });
}

function State({ row: { entry } }: { readonly row: SkillsRow }): ReactNode {
  const t = useSkillsTexts();
  if (entry.isExempt) return <span className="pill">{t('stateExempt')}</span>;
  if (entry.proposedLevel != null)
    return <span className="pill warn">{t('stateProposed', { level: entry.proposedLevel })}</span>;
  if (entry.returnedAssessment != null) return <span className="pill gap">{t('stateReturned')}</span>;
  if (entry.level != null) return <span className="pill ok">{t('stateConfirmed')}</span>;
  return <span className="pill">{t('stateUnknown')}</span>;
}
