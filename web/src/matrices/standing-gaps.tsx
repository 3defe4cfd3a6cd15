/** Why this file exists: the gaps to a job role, missing must-haves before everything else. */
import { useState, type ReactNode } from 'react';
import { Button } from '@mantine/core';
import { Go } from '../ui/go.js';
import { LevelTrack } from '../ui/level-track.js';
import { gapsOf, type StandingFit, type StandingLine } from './standing-model.js';
import { useStandingTexts } from './standing-texts.js';
import styles from './standing.module.css';

export function StandingGaps({ fit }: { readonly fit: StandingFit }): ReactNode {
  const t = useStandingTexts();
  const { floors, others } = gapsOf(fit);
  return (
    <>
      <GapTable title={t('floorsFirst')} none={t('floorsNone')} lines={floors} limit={Number.MAX_SAFE_INTEGER} />
      <GapTable title={t('others')} none={t('othersNone')} lines={others} limit={6} />
    </>
  );
}

interface GapTableProps {
  readonly title: string;
  readonly none: string;
  readonly lines: readonly StandingLine[];
  readonly limit: number;
}

function GapTable({ title, none, lines, limit }: GapTableProps): ReactNode {
  const t = useStandingTexts();
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole ? lines : lines.slice(0, limit);
  return (
    <div className={styles.gapBlock}>
      <h3>{title}</h3>
      {lines.length === 0 ? <p className="muted">{none}</p> : null}
      {lines.length === 0 ? null : (
        <table className={`table ${styles.gaps}`}>
          <thead>
            <tr>
              <th scope="col">{t('columnSkill')}</th>
              <th scope="col">{t('columnLevel')}</th>
              <th scope="col" className="right">
                {t('columnNumbers')}
              </th>
              <th scope="col">{t('columnWhy')}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((line) => (
              <Gap key={line.skillKey} line={line} />
            ))}
          </tbody>
        </table>
      )}
      {shown.length === lines.length ? null : (
        <Button variant="default" size="compact-sm" mt="sm" onClick={() => setWhole(true)}>
          {t('showAll', { count: lines.length })}
        </Button>
      )}
    </div>
  );
}

function Gap({ line }: { readonly line: StandingLine }): ReactNode {
  const t = useStandingTexts();
  const held = line.held ?? null;
  const values = { held: held ?? '', required: line.required };
  return (
    <tr>
      <th scope="row">
        <Go to={`/library/skills/${line.skillKey}`} className={styles.skill}>
          {line.skillName}
        </Go>
      </th>
      <td>
        <LevelTrack level={held} target={line.required} label={t(held === null ? 'trackUnknown' : 'track', values)} />
      </td>
      <td className="right">{t(held === null ? 'numbersUnknown' : 'numbers', values)}</td>
      <td className={styles.why}>{why(t, line)}</td>
    </tr>
  );
}

function why(t: ReturnType<typeof useStandingTexts>, line: StandingLine): string {
  if (line.held == null) return t('whyUnknown');
  if (line.status === 'EVIDENCE_TOO_WEAK')
    return t('whyWeak', { held: line.heldEvidenceClass ?? '', asked: line.requiredEvidenceClass });
  return t('whyBelow', { count: line.required - line.held });
}
