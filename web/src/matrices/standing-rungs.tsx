/** Why this file exists: every rung of both ladders in numbers; the same numbers as the picture above it. */
import type { ReactNode } from 'react';
import { percent } from '../app/format.js';
import type { AxisValue } from './standing-axes.js';
import { onTrack, TRACKS, type StandingFit } from './standing-model.js';
import { useStandingTexts } from './standing-texts.js';
import styles from './standing.module.css';

interface StandingRungsProps {
  readonly fits: readonly StandingFit[];
  readonly research: AxisValue;
  readonly production: AxisValue;
  /** The job role version that the person holds. */
  readonly heldId: string | null;
  readonly chosen: string | null;
  readonly onLook: (jobRoleVersionId: string) => void;
}

const share = (value: number | null | undefined): string => (value == null ? '–' : percent(value));

export function StandingRungs(props: StandingRungsProps): ReactNode {
  const t = useStandingTexts();
  const names = {
    RESEARCH: t('ladderResearch'),
    PRODUCTION: t('ladderProduction'),
    HYBRID: t('ladderHybrid'),
  };
  return (
    <section className="section" aria-labelledby="standing-rungs">
      <h2 id="standing-rungs">{t('rungs')}</h2>
      <div className="table-scroll" tabIndex={0} role="region" aria-label={t('rungs')}>
        <table className={`table ${styles.rungs}`}>
          <thead>
            <tr>
              <th scope="col">{t('columnRung')}</th>
              <th scope="col" className="right">
                {t('columnFloors')}
              </th>
              <th scope="col">{t('columnReady')}</th>
              <th scope="col" className="right">
                {t('columnShown')}
              </th>
              <th scope="col" className="right">
                {t('columnCoverage')}
              </th>
              <th scope="col" className="right">
                {t('columnResearch')}
              </th>
              <th scope="col" className="right">
                {t('columnProduction')}
              </th>
            </tr>
          </thead>
          <tbody>
            <tr className={styles.youRow}>
              <th scope="row" colSpan={5}>
                {t('youRow')}
              </th>
              <td className="right">{share(props.research.position)}</td>
              <td className="right">{share(props.production.position)}</td>
            </tr>
          </tbody>
          {TRACKS.filter((track) => onTrack(props.fits, track).length > 0).map((track) => (
            <tbody key={track}>
              <tr>
                <th scope="rowgroup" colSpan={7} className={styles.group}>
                  {names[track]}
                </th>
              </tr>
              {onTrack(props.fits, track).map((fit) => (
                <Rung key={fit.jobRoleVersionId} fit={fit} {...props} />
              ))}
            </tbody>
          ))}
        </table>
      </div>
    </section>
  );
}

type RungProps = Pick<StandingRungsProps, 'heldId' | 'chosen' | 'onLook'> & { readonly fit: StandingFit };

function Rung({ fit, heldId, chosen, onLook }: RungProps): ReactNode {
  const t = useStandingTexts();
  return (
    <tr className={styles.rung} data-chosen={fit.jobRoleVersionId === chosen}>
      <th scope="row">
        <button type="button" className={styles.pick} onClick={() => onLook(fit.jobRoleVersionId)}>
          {t('rungTitle', { rung: fit.rung, title: fit.title })}
        </button>
        {fit.jobRoleVersionId === heldId ? <span className={styles.holds}>{t('holds')}</span> : null}
      </th>
      <td className="right">{t('of2', { met: fit.mustHaveMet, total: fit.mustHaveTotal })}</td>
      <td>
        {fit.isReady ? (
          <span className="pill ok">{t('ready')}</span>
        ) : (
          <span className="pill gap">{t('notReady')}</span>
        )}
      </td>
      <td className="right">{percent(fit.demonstrated)}</td>
      <td className="right">{percent(fit.coverage)}</td>
      <td className="right">{share(fit.askedResearch)}</td>
      <td className="right">{share(fit.askedProduction)}</td>
    </tr>
  );
}
