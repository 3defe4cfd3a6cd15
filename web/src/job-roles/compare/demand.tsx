/** Why this file exists: how much each of two job roles asks of research and of production, as both subtotals. */
import type { ReactNode } from 'react';
import { graphql, readFragment, type FragmentType } from '../../gql/index.js';
import { number, percent } from '../../app/format.js';
import { useCompareTexts } from './compare.texts.js';
import styles from './compare.module.css';

export const ComparedDemand = graphql(`
  fragment ComparedDemand on JobRoleComparison {
    overlapShare
    leftDemand {
      research
      production
    }
    rightDemand {
      research
      production
    }
  }
`);

interface DemandProps {
  readonly left: string;
  readonly right: string;
  readonly of: FragmentType<typeof ComparedDemand>;
}

export function Demand({ left, right, of: ref }: DemandProps): ReactNode {
  const t = useCompareTexts();
  const { overlapShare, leftDemand, rightDemand } = readFragment(ComparedDemand, ref);
  const most = Math.max(1, ...[leftDemand, rightDemand].flatMap((demand) => [demand.research, demand.production]));
  return (
    <section className="section" aria-labelledby="demand">
      <div className="section-head">
        <div>
          <h2 id="demand">{t('demand')}</h2>
          <p className="muted small-text">{t('demandHint')}</p>
        </div>
        {overlapShare == null ? null : (
          <div className={styles.overlap}>
            <b>{percent(overlapShare)}</b> <span className="muted">{t('overlapHint')}</span>
          </div>
        )}
      </div>
      <table className={styles.demand}>
        <thead>
          <tr>
            <td />
            <th scope="col">{t('researchSide')}</th>
            <th scope="col">{t('productionSide')}</th>
          </tr>
        </thead>
        <tbody>
          {[
            { title: left, demand: leftDemand },
            { title: right, demand: rightDemand },
          ].map(({ title, demand }) => (
            <tr key={title}>
              <th scope="row">{title}</th>
              <Bar value={demand.research} most={most} track="RESEARCH" />
              <Bar value={demand.production} most={most} track="PRODUCTION" />
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

interface BarProps {
  readonly value: number;
  readonly most: number;
  readonly track: 'RESEARCH' | 'PRODUCTION';
}

function Bar({ value, most, track }: BarProps): ReactNode {
  return (
    <td>
      <span className={styles.bar} data-track={track} style={{ width: `calc((100% - 46px) * ${value / most})` }} />
      <span className="num">{number(value)}</span>
    </td>
  );
}
