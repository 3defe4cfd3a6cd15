/** Why this file exists: a page tells the shell where it stands. */
import { useSyncExternalStore } from 'react';

export interface Crumb {
  readonly label: string;
  /** Address of the page; absent for the last one and for plain group names. */
  readonly to?: string;
}

let crumbs: readonly Crumb[] = [];
const listeners = new Set<() => void>();

export function setCrumbs(next: readonly Crumb[]): void {
  crumbs = next;
  for (const listener of listeners) listener();
}

export const useCrumbs = (): readonly Crumb[] =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => crumbs,
  );
