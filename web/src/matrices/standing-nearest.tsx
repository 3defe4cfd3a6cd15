/** Why this file exists: the next rung on each ladder, with the missing must-haves in words before any percentage. */
import type { ReactNode } from 'react';
import { Button } from '@mantine/core';
import { percent } from '../app/format.js';
import { gapsOf, nextRung, onTrack, type StandingFit, type StandingLine } from './standing-model.js';
import { useStandingTexts } from './standing-texts.js';
import styles from './standing.module.css';

interface StandingNearestProps {
  readonly fits: readonly StandingFit[];
  readonly onLook: (jobRoleVersionId: string) => void;
}

export function StandingNearest({ fits, onLook }: StandingNearestProps): ReactNode {
  const t = useStandingTexts();
  const rungs = [
    { ladder: t('ladderResearch'), next: nextRung(onTrack(fits, 'RESEARCH')) },
    { ladder: t('ladderProduction'), next: nextRung(onTrack(fits, 'PRODUCTION')) },
  ];
  return (
    <section aria-labelledby="standing-nearest">
      <h2 id="standing-nearest">{t('nearest')}</h2>
      {rungs.map(({ ladder, next }) => (
        <div key={ladder} className={styles.near}>
          <p className="muted small-text">{t('nearestOn', { ladder: ladder.toLowerCase() })}</p>
          {next === undefined ? <p>{t('nearestReady')}</p> : <Near fit={next} onLook={onLook} />}
        </div>
      ))}
    </section>
  );
}

const SHOWN = 4;

function Near({ fit, onLook }: { readonly fit: StandingFit; readonly onLook: (id: string) => void }): ReactNode {
  const t = useStandingTexts();
  const { floors } = gapsOf(fit);
  return (
    <>
      <h3>{t('rungTitle', { rung: fit.rung, title: fit.title })}</h3>
      <p className={styles.floors}>{t('missing', { count: floors.length, total: fit.mustHaveTotal })}</p>
      <ul className={styles.words}>
        {floors.slice(0, SHOWN).map((line) => (
          <li key={line.skillKey}>
            <MissingWords line={line} />
          </li>
        ))}
        {floors.length <= SHOWN ? null : <li>{t('missingMore', { count: floors.length - SHOWN })}</li>}
      </ul>
      <p className="muted num">
        {t('shown')}: {percent(fit.demonstrated)}. {t('columnFit')}:{' '}
        {fit.fit == null ? t('shareNone') : percent(fit.fit)}.
      </p>
      <Button
        variant="default"
        size="compact-sm"
        onClick={() => onLook(fit.jobRoleVersionId)}
        aria-label={`${t('look')}: ${fit.title}`}
      >
        {t('look')}
      </Button>
    </>
  );
}

export function MissingWords({ line }: { readonly line: StandingLine }): ReactNode {
  const t = useStandingTexts();
  const values = { skill: line.skillName, required: line.required, held: line.held ?? '' };
  if (line.held == null) return t('missingUnknown', values);
  return line.status === 'EVIDENCE_TOO_WEAK' ? t('missingWeak', values) : t('missingBelow', values);
}
