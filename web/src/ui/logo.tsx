/** Why this file exists: the mark: two ladders wound around one spine. */
import type { ReactNode } from 'react';

export function Logo({ size = 20 }: { readonly size?: number }): ReactNode {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="var(--accent)"
      strokeWidth="2"
      strokeLinecap="round"
      aria-hidden
    >
      <path d="M7 2c0 6 10 6 10 10S7 16 7 22" />
      <path d="M17 2c0 6-10 6-10 10s10 4 10 10" opacity=".45" />
      <path d="M8.2 5h7.6M8.2 19h7.6" strokeWidth="1.6" />
    </svg>
  );
}
