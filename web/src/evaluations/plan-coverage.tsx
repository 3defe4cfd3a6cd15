/** Why this file exists: must-have by interview, so that a gap in what is asked is seen before the first candidate comes. */
import type { ReactNode } from 'react';
import { Button } from '@mantine/core';
import { list } from '../app/format.js';
import styles from './plan-tab.module.css';
import { usePlanTexts } from './plan-texts.js';
import type { Plan, Sitting } from './plan-types.js';

interface PlanCoverageProps {
  readonly plan: Plan;
  /** Keys of skills that overlays raised. */
  readonly raised: readonly string[];
  /** Opens the editor for a must-have that nobody assesses; `null` for readers. */
  readonly onMend: ((skillKey: string) => void) | null;
}

export function PlanCoverage({ plan, raised, onMend }: PlanCoverageProps): ReactNode {
  const t = usePlanTexts();
  return (
    <section className="section" aria-labelledby="plan-coverage">
      <h2 id="plan-coverage">{t('coverage')}</h2>
      <p className="muted">{t('coverageLead')}</p>
      <div className="table-scroll" role="region" aria-label={t('coverageLabel')} tabIndex={0}>
        <table className={`table ${styles.coverage}`}>
          <thead>
            <tr>
              <th scope="col">{t('colMustHave')}</th>
              {plan.interviews.map((sitting) => (
                <th key={sitting.id} scope="col">
                  {sitting.title}
                </th>
              ))}
              <th scope="col" className="right">
                {t('colRaters')}
              </th>
            </tr>
          </thead>
          <tbody>
            {plan.coverage.map((row) => (
              <tr key={row.skill.key} data-missing={row.raterCount === 0}>
                <th scope="row">
                  {row.skill.name} <span className="muted num">{t('level', { level: row.requiredLevel })}</span>{' '}
                  {raised.includes(row.skill.key) ? <span className="pill sky">{t('byOverlay')}</span> : null}
                </th>
                {row.cells.map((cell) => (
                  <td key={cell.plannedInterviewId}>
                    <Cell of={cell} sitting={plan.interviews.find((one) => one.id === cell.plannedInterviewId)} />
                  </td>
                ))}
                <td className="right">
                  {row.raterCount > 0 ? row.raterCount : <span className="pill gap">{t('unassessed')}</span>}
                  {row.raterCount === 0 && onMend !== null && row.cells.every((cell) => cell.itemKeys.length === 0) ? (
                    <Button
                      variant="subtle"
                      size="compact-xs"
                      aria-label={t('planItemFor', { skill: row.skill.name })}
                      onClick={() => onMend(row.skill.key)}
                    >
                      {t('planItem')}
                    </Button>
                  ) : null}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

interface CellProps {
  readonly of: Plan['coverage'][number]['cells'][number];
  readonly sitting: Sitting | undefined;
}

function Cell({ of, sitting }: CellProps): ReactNode {
  const t = usePlanTexts();
  if (of.itemKeys.length === 0 || sitting === undefined) {
    return (
      <span className="muted">
        <span aria-hidden>–</span>
        <span className="visually-hidden">{t('cellNone')}</span>
      </span>
    );
  }
  const titles = of.itemKeys.map((key) => sitting.items.find((item) => item.itemKey === key)?.title ?? key);
  const raters = of.raterIds.flatMap(
    (id) => sitting.seats.find((seat) => seat.person?.id === id)?.person?.displayName ?? [],
  );
  return (
    <>
      <div>{list(titles)}</div>
      <div className="muted">{raters.length === 0 ? t('noRater') : list(raters)}</div>
    </>
  );
}
