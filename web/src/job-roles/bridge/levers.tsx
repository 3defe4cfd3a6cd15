/** Why this file exists: where the hours of a bridge go, as one bar and as a table of the same numbers. */
import type { ReactNode } from 'react';
import { graphql, readFragment, type FragmentType } from '../../gql/index.js';
import { number, percent } from '../../app/format.js';
import { useBridgeTexts } from './bridge.texts.js';
import styles from './bridge.module.css';

export const BridgeLevers = graphql(`
  fragment BridgeLevers on Bridge {
    totalHours
    hoursByLever {
      lever
      hours
    }
  }
`);

export function Levers({ bridge: ref }: { readonly bridge: FragmentType<typeof BridgeLevers> }): ReactNode {
  const t = useBridgeTexts();
  const { hoursByLever, totalHours } = readFragment(BridgeLevers, ref);
  const rows = hoursByLever.toSorted((a, b) => b.hours - a.hours);
  if (totalHours === 0) return null;
  return (
    <section className="section" aria-labelledby="levers">
      <h2 id="levers">{t('levers')}</h2>
      <p className="muted small-text">{t('leverHint')}</p>
      <div className={styles.bar} aria-hidden>
        {rows.map((r, i) => (
          <span key={r.lever} data-part={i} style={{ flexGrow: r.hours }} />
        ))}
      </div>
      <table className={`table ${styles.levers}`}>
        <thead>
          <tr>
            <th scope="col">{t('lever')}</th>
            <th scope="col" className="right">
              {t('hours')}
            </th>
            <th scope="col" className="right">
              {t('share')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((r, i) => (
            <tr key={r.lever}>
              <th scope="row">
                <span className={styles.swatch} data-part={i} aria-hidden />
                {t(r.lever)}
              </th>
              <td className="right">{t('hoursOf', { hours: number(r.hours) })}</td>
              <td className="right">{percent(r.hours / totalHours)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
