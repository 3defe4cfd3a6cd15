/** Why this file exists: what the colours and marks of the matrix mean. */
import type { ReactNode } from 'react';
import type { MatrixView } from './matrix-rows.js';
import { useMatrixTexts } from './matrix.texts.js';
import styles from './matrix.module.css';

const Swatch = ({ colour, children }: { readonly colour: string; readonly children?: ReactNode }): ReactNode => (
  <span className={styles.swatch} style={{ background: `var(--${colour})` }}>
    {children}
  </span>
);

const pips = (count: number): ReactNode => (
  <svg width="15" height="13" aria-hidden>
    {Array.from({ length: count }, (_, i) => (
      <rect
        key={i}
        x={7.5 - (count * 4 - 2) / 2 + i * 4 - 0.5}
        y="7"
        width="2"
        height="2"
        fill={`var(--${count > 2 ? 'surface' : 'ink'})`}
      />
    ))}
  </svg>
);

function LevelLegend({ names }: { readonly names: readonly string[] }): ReactNode {
  const t = useMatrixTexts();
  return (
    <>
      <li>
        {t('legendLow', { name: names[0] ?? '' })}
        <span className={styles.swatches}>
          {[1, 2, 3, 4, 5].map((level) => (
            <Swatch key={level} colour={`h${level}`} />
          ))}
        </span>
        {t('legendHigh', { name: names[4] ?? '' })}
      </li>
      <li>
        <span className={styles.dash} />
        {t('legendTwoBelow')}
      </li>
    </>
  );
}

function GapLegend(): ReactNode {
  const t = useMatrixTexts();
  return (
    <>
      <li>
        {t('legendBelow', { count: 4 })}
        <span className={styles.swatches}>
          {[4, 3, 2, 1].map((by) => (
            <Swatch key={by} colour={`g${by}`}>
              {pips(by)}
            </Swatch>
          ))}
        </span>
        {t('legendBelow', { count: 1 })}
      </li>
      <li>
        <Swatch colour="met" />
        {t('legendMet')}
      </li>
      <li>
        <Swatch colour="above">
          <svg width="8" height="6" aria-hidden>
            <path d="M1 5l3-4 3 4z" fill="var(--ink)" />
          </svg>
        </Swatch>
        {t('legendAbove')}
      </li>
    </>
  );
}

export function MatrixLegend({
  view,
  names,
}: {
  readonly view: MatrixView;
  readonly names: readonly string[];
}): ReactNode {
  const t = useMatrixTexts();
  return (
    <ul className={styles.legend} aria-label={t('legend')}>
      {view === 'level' ? <LevelLegend names={names} /> : <GapLegend />}
      <li>
        <span className={styles.ring} />
        {t('legendNotAssessed')}
      </li>
      <li>
        <span className={styles.dot} />
        {view === 'level' ? t('legendUnknown') : t('legendNothing')}
      </li>
    </ul>
  );
}
