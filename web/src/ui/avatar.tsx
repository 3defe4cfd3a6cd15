/** Why this file exists: a person's initials in a colour of their own; decoration, since the name always stands beside it. */
import type { CSSProperties, ReactNode } from 'react';

const HUES = [168, 28, 205, 84, 330, 262, 48, 190];

const initialsOf = (name: string): string =>
  name
    .split(/\s+/)
    .map((word) => word[0] ?? '')
    .slice(0, 2)
    .join('');

function hueOf(name: string): number {
  let hash = 0;
  for (const letter of name) hash = (hash * 31 + (letter.codePointAt(0) ?? 0)) >>> 0;
  return HUES[hash % HUES.length] ?? 168;
}

/** @param size edge length in CSS pixels */
export function Avatar({ name, size = 24 }: { readonly name: string; readonly size?: number }): ReactNode {
  const hue = hueOf(name);
  const style: CSSProperties = {
    width: size,
    height: size,
    fontSize: Math.round(size * 0.4),
    background: `light-dark(hsl(${hue} 36% 88%), hsl(${hue} 24% 24%))`,
    color: `light-dark(hsl(${hue} 45% 24%), hsl(${hue} 40% 82%))`,
  };
  return (
    <span className="avatar" aria-hidden style={style}>
      {initialsOf(name)}
    </span>
  );
}
