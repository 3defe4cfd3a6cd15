/** Why this file exists: the shape of a profile against the target, and the same numbers as a table, widest weighted gap first. */
import { useCallback, useMemo, useState, type ReactNode } from 'react';
import { Button } from '@mantine/core';
import type { PlanFitFragment } from '../gql/graphql.js';
import { number } from '../app/format.js';
import { Chart } from '../ui/chart.js';
import type { Colours } from '../ui/chart-canvas.js';
import { LevelTrack } from '../ui/level-track.js';
import { byWeightedGap, type FitLine } from './plan-model.js';
import { usePlanTexts } from './plan.texts.js';
import styles from './plan.module.css';

/** More axes than this cannot be read. */
const AXES = 8;

/** Lines of about 14 letters, or long names are cut at the edge. */
function broken(name: string): string {
  const lines: string[] = [];
  for (const word of name.split(' ')) {
    const last = lines.at(-1);
    if (last === undefined || last.length + word.length > 13) lines.push(word);
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  return lines.join('\n');
}

export function PlanGaps({ fit }: { readonly fit: PlanFitFragment }): ReactNode {
  const t = usePlanTexts();
  const lines = useMemo(() => byWeightedGap(fit.lines), [fit]);
  const axes = useMemo(() => lines.slice(0, AXES), [lines]);
  const option = useCallback((c: Colours) => radar(axes, c), [axes]);
  return (
    <div className={`section ${styles.two}`}>
      {axes.length < 3 ? null : (
        <section aria-labelledby="plan-shape">
          <h2 id="plan-shape">{t('shape')}</h2>
          <Chart option={option} height={340} label={t('chart', { count: axes.length })} />
          <p className={styles.legend} aria-hidden>
            <span data-line="now">{t('legendNow')}</span>
            <span data-line="target">{t('legendTarget')}</span>
          </p>
        </section>
      )}
      <GapTable lines={lines} />
    </div>
  );
}

function radar(axes: readonly FitLine[], c: Colours) {
  return {
    radar: {
      radius: '51%',
      splitNumber: 5,
      indicator: axes.map(({ skillName }) => ({ name: broken(skillName), max: 5 })),
      axisName: { color: c['ink-2'], fontSize: 11.5, lineHeight: 14 },
      axisNameGap: 9,
      splitLine: { lineStyle: { color: c['line-2'] } },
      splitArea: { show: false },
      axisLine: { lineStyle: { color: c.line } },
    },
    series: [
      {
        type: 'radar',
        symbol: 'none',
        silent: true,
        data: [
          {
            value: axes.map(({ required }) => required),
            lineStyle: { color: c.clay, width: 1.5, type: [4, 3] },
            areaStyle: { color: c.clay, opacity: 0.05 },
          },
          {
            value: axes.map(({ held }) => held ?? 0),
            symbol: 'circle',
            symbolSize: 5,
            itemStyle: { color: c.accent },
            lineStyle: { color: c.accent, width: 2 },
            areaStyle: { color: c.accent, opacity: 0.16 },
          },
        ],
      },
    ],
  };
}

function GapTable({ lines }: { readonly lines: readonly FitLine[] }): ReactNode {
  const t = usePlanTexts();
  const [isWhole, setWhole] = useState(false);
  const isDone = lines.every(({ status }) => status === 'MET');
  return (
    <section aria-labelledby="plan-left">
      <h2 id="plan-left">{t('left')}</h2>
      {isDone ? <p className="muted">{t('leftNone')}</p> : null}
      <table className={`table ${styles.gaps}`}>
        <thead>
          <tr>
            <th scope="col">{t('columnSkill')}</th>
            <th scope="col">{t('columnLevel')}</th>
            <th scope="col" className="right">
              {t('columnNow')}
            </th>
            <th scope="col" className="right">
              {t('columnTarget')}
            </th>
            <th scope="col" className="right">
              {t('columnWeight')}
            </th>
            <th scope="col" className="right">
              {t('columnGap')}
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line, i) => (
            <Line key={line.skillKey} line={line} isExtra={!isWhole && i >= AXES} />
          ))}
        </tbody>
      </table>
      {lines.length <= AXES ? null : (
        <Button size="compact-sm" variant="default" mt="sm" className="noprint" onClick={() => setWhole(!isWhole)}>
          {isWhole ? t('showFewer') : t('showAll', { count: lines.length })}
        </Button>
      )}
    </section>
  );
}

/** @param isExtra on the screen behind the button, on paper always */
function Line({ line, isExtra }: { readonly line: FitLine; readonly isExtra: boolean }): ReactNode {
  const t = usePlanTexts();
  const held = line.held ?? null;
  const values = { held: held ?? '', required: line.required };
  const gap = line.required - (held ?? 0);
  return (
    <tr className={isExtra ? styles.extra : undefined}>
      <th scope="row">
        {line.skillName} {line.isMustHave ? <span className={styles.must}>{t('mustHave')}</span> : null}
      </th>
      <td>
        <LevelTrack level={held} target={line.required} label={t(held === null ? 'trackUnknown' : 'track', values)} />
      </td>
      <td className="right">{held === null ? <span className="muted">{t('unknown')}</span> : held}</td>
      <td className="right">{line.required}</td>
      <td className="right muted">{number(line.weight, 1)}</td>
      <td className={`right ${line.status === 'MET' ? styles.met : styles.gap}`}>
        {line.status === 'MET' ? t('met') : line.status === 'EVIDENCE_TOO_WEAK' ? t('weak') : gap}
      </td>
    </tr>
  );
}
