/** Why this file exists: what is read before any cell: floors in words, attainment with its parts, verdicts by name, missing scorecards. */
import type { ReactNode } from 'react';
import { IconAlertTriangle, IconCircleCheck, IconHelpCircle, IconUserCheck } from '@tabler/icons-react';
import { list, percent } from '../app/format.js';
import { useCompareTexts } from './compare-texts.js';
import { cellOf, idOf, missingOf, type Compared } from './compare-types.js';
import styles from './compare.module.css';
import { useDecisionTexts, verdictWord } from './decision-texts.js';

export function CompareFacts({ candidates }: { readonly candidates: readonly Compared[] }): ReactNode {
  const t = useCompareTexts();
  const rows: readonly (readonly [string, string | null, (one: Compared) => ReactNode])[] = [
    [t('rowFloors'), t('rowFloorsHint'), (one) => <Floors of={one} />],
    [t('rowFit'), t('rowFitHint'), (one) => <Attainment of={one} />],
    [t('rowVerdicts'), t('rowVerdictsHint'), (one) => <Verdicts of={one} />],
    [t('rowScorecards'), null, (one) => <Scorecards of={one} />],
  ];
  return (
    <tbody className={styles.facts}>
      {rows.map(([title, hint, draw]) => (
        <tr key={title}>
          <th scope="row">
            {title}
            {hint === null ? null : <span className={styles.under}>{hint}</span>}
          </th>
          {candidates.map((one) => (
            <td key={idOf(one)}>{draw(one)}</td>
          ))}
        </tr>
      ))}
    </tbody>
  );
}

interface OfProps {
  readonly of: Compared;
}

/** Ready only when every must-have was shown; no percentage has a say in it. */
function Floors({ of }: OfProps): ReactNode {
  const t = useCompareTexts();
  const words = useDecisionTexts();
  if (of.comparison == null) return <p>{of.withheld == null ? t('progressNone') : words(`withheld_${of.withheld}`)}</p>;
  const { mustHaves, missingMustHaves: missing, unassessedMustHaves: unknown } = of.comparison.fit;
  const told = (key: string): string => {
    const cell = cellOf(of, key);
    return cell === undefined
      ? key
      : cell.carriedLevel == null
        ? cell.skill.name
        : t('floorShown', { skill: cell.skill.name, shown: cell.carriedLevel, asked: cell.requiredLevel });
  };
  const isReady = mustHaves > 0 && missing.length === 0 && unknown.length === 0;
  const isHired = of.application?.stage === 'HIRED';
  const state = isReady ? 'ready' : isHired ? 'hiredOpen' : missing.length > 0 ? 'notReady' : 'unknown';
  const Icon = {
    ready: IconCircleCheck,
    hiredOpen: IconUserCheck,
    notReady: IconAlertTriangle,
    unknown: IconHelpCircle,
  }[state];
  return (
    <>
      <span className={{ ready: 'pill ok', hiredOpen: 'pill', notReady: 'pill gap', unknown: 'pill warn' }[state]}>
        <Icon size={14} stroke={2} aria-hidden /> {t(state)}
      </span>
      <FloorList title={t('mustMissing', { count: missing.length })} names={missing.map(told)} isGap />
      <FloorList title={t('mustUnknown', { count: unknown.length })} names={unknown.map(told)} />
      <p className={styles.under}>{t('mustOf', { count: mustHaves })}</p>
    </>
  );
}

interface FloorListProps {
  readonly title: string;
  readonly names: readonly string[];
  readonly isGap?: boolean;
}

function FloorList({ title, names, isGap = false }: FloorListProps): ReactNode {
  if (names.length === 0) return null;
  return (
    <div className={styles.floors}>
      <b className={isGap ? styles.warn : undefined}>{title}</b>
      <ul>
        {names.map((name) => (
          <li key={name}>{name}</li>
        ))}
      </ul>
    </div>
  );
}

function Attainment({ of }: OfProps): ReactNode {
  const t = useCompareTexts();
  if (of.comparison == null) return <span className={styles.quiet}>{t('waits')}</span>;
  const { share, coverage, mustHaveCoverage, missingMustHaves } = of.comparison.fit;
  if (share == null) return <span className={styles.quiet}>{t('fitNone')}</span>;
  return (
    <ul className={styles.parts}>
      <li>{t('fitShare', { share: percent(share) })}</li>
      <li>{t('fitCoverage', { coverage: percent(coverage) })}</li>
      {mustHaveCoverage == null ? null : <li>{t('fitMust', { coverage: percent(mustHaveCoverage) })}</li>}
      {missingMustHaves.length === 0 ? null : <li className={styles.warn}>{t('fitNeverAlone')}</li>}
    </ul>
  );
}

function Verdicts({ of }: OfProps): ReactNode {
  const t = useCompareTexts();
  if (of.comparison == null) return <span className={styles.quiet}>{t('waits')}</span>;
  return (
    <ul className={styles.parts}>
      {of.comparison.verdicts.map((one) => (
        <li key={`${one.person?.id ?? ''}${one.verdict}`}>
          {one.person?.displayName}: <b>{verdictWord(one.verdict)}</b>
          {one.isAmended ? ` (${t('amended')})` : null}
          {one.isInfluenced ? ` (${t('influenced')})` : null}
        </li>
      ))}
    </ul>
  );
}

function Scorecards({ of }: OfProps): ReactNode {
  const t = useCompareTexts();
  const { due, submitted } = of.progress ?? { due: 0, submitted: 0 };
  const missing = missingOf(of);
  return (
    <>
      <span className="num">{due === 0 ? t('progressNone') : t('progress', { due, submitted })}</span>
      {missing.length === 0 ? null : <p className={styles.warn}>{t('missing', { names: list(missing) })}</p>}
    </>
  );
}
