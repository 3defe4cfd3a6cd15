/** Why this file exists: where the hours of a plan go, against the target that at least half of them is practice. */
import type { ReactNode } from 'react';
import type { PlanLeversFragment } from '../gql/graphql.js';
import { number, percent } from '../app/format.js';
import { usePlanTexts } from './plan.texts.js';
import styles from './plan.module.css';

export function LeverReport({ report }: { readonly report: PlanLeversFragment }): ReactNode {
  const t = usePlanTexts();
  const whole = report.totalHours;
  return (
    <section className="section" aria-labelledby="plan-levers">
      <h2 id="plan-levers">{t('levers')}</h2>
      <p>
        {t('leversLead', { practice: number(report.practiceHours), total: number(whole) })}{' '}
        <span className={report.isBelowTarget ? styles.gap : styles.met}>
          {report.practiceShare == null ? null : `${percent(report.practiceShare)}. `}
          {report.isBelowTarget ? t('leversBelow') : t('leversMet')}
        </span>
      </p>
      <table className={`table ${styles.levers}`}>
        <thead>
          <tr>
            <th scope="col">{t('lever')}</th>
            <th scope="col">{t('columnShare')}</th>
            <th scope="col" className="right">
              {t('hours')}
            </th>
          </tr>
        </thead>
        <tbody>
          {report.levers.map(({ lever, hours }) => (
            <tr key={lever}>
              <th scope="row">{t(`lever_${lever}`)}</th>
              <td>
                <span className={styles.share}>
                  <i style={{ width: `${whole === 0 ? 0 : (hours / whole) * 100}%` }} aria-hidden />
                </span>
                <span className="num">{whole === 0 ? '–' : percent(hours / whole)}</span>
              </td>
              <td className="right">{number(hours, 1)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
