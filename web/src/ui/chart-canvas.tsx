/** Why this file exists: the chart library behind ui/chart.tsx, drawn as SVG so that it prints crisply, in the colours of the scheme. */
import { useEffect, useRef, type ReactNode } from 'react';
import { useComputedColorScheme } from '@mantine/core';
import { LineChart, RadarChart, ScatterChart } from 'echarts/charts';
import { GridComponent, MarkLineComponent, RadarComponent } from 'echarts/components';
import * as echarts from 'echarts/core';
import type { EChartsCoreOption } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';

echarts.use([LineChart, RadarChart, ScatterChart, GridComponent, MarkLineComponent, RadarComponent, SVGRenderer]);

const NAMES = [
  'ink',
  'ink-2',
  'ink-3',
  'line',
  'line-2',
  'accent',
  'clay',
  'surface',
  'sunken',
  'above',
  'met',
] as const;
export type Colours = Readonly<Record<(typeof NAMES)[number], string>>;

export interface ChartProps {
  /** Keep it stable with useCallback; called again when the colour scheme changes. */
  readonly option: (colours: Colours) => EChartsCoreOption;
  /** CSS pixels. */
  readonly height: number;
  /** One sentence that tells what the chart shows and where its numbers stand. */
  readonly label: string;
}

function colours(): Colours {
  const style = getComputedStyle(document.documentElement);
  return Object.fromEntries(NAMES.map((n) => [n, style.getPropertyValue(`--${n}`).trim()])) as Colours;
}

export default function ChartCanvas({ option, height, label }: ChartProps): ReactNode {
  const ref = useRef<HTMLDivElement>(null);
  const scheme = useComputedColorScheme('light');
  useEffect(() => {
    if (ref.current === null) return;
    const element = ref.current;
    const chart = echarts.init(element, null, { renderer: 'svg' });
    const base = { animation: false, textStyle: { fontFamily: "'Geist Variable', sans-serif", fontSize: 12 } };
    const timer = setTimeout(() => chart.setOption({ ...base, ...option(colours()) }), 0);
    const resize = (): void => chart.resize({ animation: { duration: 0 } });
    void document.fonts.ready.then(() => (chart.isDisposed() ? undefined : resize()));
    const observer = new ResizeObserver(resize);
    observer.observe(element);
    addEventListener('beforeprint', resize);
    return () => {
      clearTimeout(timer);
      observer.disconnect();
      removeEventListener('beforeprint', resize);
      chart.dispose();
    };
  }, [option, scheme]);
  return <div role="img" aria-label={label} ref={ref} style={{ width: '100%', height }} />;
}
