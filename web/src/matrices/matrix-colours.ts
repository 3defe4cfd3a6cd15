/** Why this file exists: the canvas draws in the colours of the scheme, read from the same variables as everything else. */

export interface MatrixColours {
  readonly paper: string;
  readonly sunken: string;
  readonly surface: string;
  readonly hover: string;
  readonly line: string;
  readonly line2: string;
  readonly ink: string;
  readonly ink2: string;
  readonly ink3: string;
  readonly accent: string;
  readonly clay: string;
  /** Level 1 to 5 at place 1 to 5; place 0 is the ground. */
  readonly level: readonly string[];
  /** 1 to 4 levels below at place 1 to 4. */
  readonly below: readonly string[];
  readonly met: string;
  readonly above: string;
}

/** @param element where the variables are read; they follow the colour scheme */
export function readColours(element: Element): MatrixColours {
  const style = getComputedStyle(element);
  const of = (name: string): string => style.getPropertyValue(`--${name}`).trim();
  return {
    paper: of('paper'),
    sunken: of('sunken'),
    surface: of('surface'),
    hover: of('hover'),
    line: of('line'),
    line2: of('line-2'),
    ink: of('ink'),
    ink2: of('ink-2'),
    ink3: of('ink-3'),
    accent: of('accent'),
    clay: of('clay'),
    level: ['h0', 'h1', 'h2', 'h3', 'h4', 'h5'].map(of),
    below: ['met', 'g1', 'g2', 'g3', 'g4'].map(of),
    met: of('met'),
    above: of('above'),
  };
}

const channels = (hex: string): readonly number[] => [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16));

/** A colour between two neighbours of a scale. @param at place on the scale, not whole */
export function blend(scale: readonly string[], at: number): string {
  const low = Math.max(0, Math.min(scale.length - 1, Math.floor(at)));
  const high = Math.min(scale.length - 1, low + 1);
  const share = Math.max(0, Math.min(1, at - low));
  const from = channels(scale[low] ?? '#000000');
  const to = channels(scale[high] ?? '#000000');
  return `rgb(${from.map((c, i) => Math.round(c + ((to[i] ?? c) - c) * share)).join(',')})`;
}
