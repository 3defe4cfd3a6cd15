/** Why this file exists: the three figures above the matrix; a group too small for figures gets the reason in their place. */
import type { ReactNode } from 'react';
import { number, percent } from '../app/format.js';
import { SMALLEST_GROUP, THIN, type Figures } from './matrix-model.js';
import { useMatrixTexts } from './matrix.texts.js';
import styles from './matrix.module.css';

function Figure({
  label,
  value,
  of,
}: {
  readonly label: string;
  readonly value: string;
  readonly of: string;
}): ReactNode {
  return (
    <div>
      <dt>{label}</dt>
      <dd className="num">
        {value}
        <small>{of}</small>
      </dd>
    </div>
  );
}

export function MatrixFigures({ figures }: { readonly figures: Figures }): ReactNode {
  const t = useMatrixTexts();
  const { people, met, thin, notAssessed } = figures;
  if (people < SMALLEST_GROUP) return <p className={styles.small}>{t('smallGroup', { least: SMALLEST_GROUP })}</p>;
  const share = (value: number | null): string => (value === null ? t('figureNone') : percent(value));
  return (
    <dl className={styles.figures} aria-label={t('figures')}>
      <Figure label={t('figureMet')} value={share(met)} of={t('figureMetOf')} />
      <Figure
        label={t('figureThin')}
        value={thin === null ? t('figureNone') : number(thin)}
        of={t('figureThinOf', { share: percent(THIN) })}
      />
      <Figure label={t('figureUnknown')} value={share(notAssessed)} of={t('figureUnknownOf')} />
    </dl>
  );
}
