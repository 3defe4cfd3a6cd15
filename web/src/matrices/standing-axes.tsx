/** Why this file exists: the two axes as a picture: both ladders climb, each in its own direction, and somebody stands between them. */
import { useCallback, type ReactNode } from 'react';
import { percent } from '../app/format.js';
import { Chart } from '../ui/chart.js';
import type { Colours } from '../ui/chart-canvas.js';
import { onTrack, type StandingFit } from './standing-model.js';
import { useStandingTexts } from './standing-texts.js';
import styles from './standing.module.css';

export interface AxisValue {
  readonly position?: number | null;
  readonly coverage?: number | null;
}

interface StandingAxesProps {
  readonly name: string;
  readonly research: AxisValue;
  readonly production: AxisValue;
  readonly fits: readonly StandingFit[];
}

type Point = readonly [number, number, string];

const pointsOf = (fits: readonly StandingFit[], track: StandingFit['track']): readonly Point[] =>
  onTrack(fits, track).map((f) => [(f.askedResearch ?? 0) * 100, (f.askedProduction ?? 0) * 100, String(f.rung)]);

const named = { show: true, formatter: (p: { data: Point }) => p.data[2], fontSize: 11 } as const;

function ladder(points: readonly Point[], color: string, colours: Colours, type: 'solid' | 'dashed') {
  return {
    type: 'line',
    data: points,
    symbol: 'circle',
    symbolSize: 17,
    lineStyle: { color, width: 1.5, type },
    itemStyle: { color: colours.surface, borderColor: color, borderWidth: 1.5 },
    label: { ...named, position: 'inside', color: colours.ink },
    silent: true,
  };
}

export function StandingAxes({ name, research, production, fits }: StandingAxesProps): ReactNode {
  const t = useStandingTexts();
  const x = research.position;
  const y = production.position;
  const option = useCallback(
    (c: Colours) => {
      const axis = (title: string) => ({
        type: 'value',
        min: 0,
        max: 80,
        interval: 20,
        name: title,
        nameLocation: 'middle',
        nameTextStyle: { color: c['ink-2'], fontSize: 12 },
        axisLabel: { color: c['ink-3'], formatter: '{value} %' },
        splitLine: { lineStyle: { color: c.line } },
        axisLine: { show: true, lineStyle: { color: c['line-2'] } },
        axisTick: { show: false },
      });
      const here = x == null && y == null ? [] : [[(x ?? 0) * 100, (y ?? 0) * 100, name]];
      return {
        grid: { left: 62, right: 18, top: 14, bottom: 48 },
        xAxis: { ...axis(t('axisResearch')), nameGap: 30 },
        yAxis: { ...axis(t('axisProduction')), nameGap: 44 },
        series: [
          ladder(pointsOf(fits, 'RESEARCH'), c.above, c, 'solid'),
          ladder(pointsOf(fits, 'PRODUCTION'), c.accent, c, 'solid'),
          {
            ...ladder(pointsOf(fits, 'HYBRID'), c['ink-3'], c, 'dashed'),
            symbol: 'roundRect',
            lineStyle: { width: 0 },
          },
          {
            type: 'scatter',
            data: here,
            symbol: 'diamond',
            symbolSize: 18,
            itemStyle: { color: c.ink },
            label: { ...named, position: 'top', color: c.ink, fontWeight: 600, fontSize: 12.5 },
            silent: true,
          },
        ],
      };
    },
    [fits, name, x, y, t],
  );
  const hasPlace = x != null || y != null;
  return (
    <section aria-labelledby="standing-position">
      <h2 id="standing-position">{t('position')}</h2>
      <Chart option={option} height={360} label={t('chart', { name })} />
      <ul className={styles.legend}>
        <li data-line="research">{t('ladderResearch')}</li>
        <li data-line="production">{t('ladderProduction')}</li>
        <li data-line="hybrid">{t('ladderHybrid')}</li>
      </ul>
      <p className="muted small-text">
        {hasPlace
          ? t('positionLead', {
              research: percent(x ?? 0),
              production: percent(y ?? 0),
              researchKnown: percent(research.coverage ?? 0),
              productionKnown: percent(production.coverage ?? 0),
            })
          : t('positionNone')}
      </p>
    </section>
  );
}
