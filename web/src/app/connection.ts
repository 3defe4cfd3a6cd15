/** Why this file exists: whether the server answers; one truth for the banner, the saving of drafts and the retries. */
import { useSyncExternalStore } from 'react';

let connected = navigator.onLine;
const listeners = new Set<() => void>();
let probe: ReturnType<typeof setTimeout> | undefined;

function set(value: boolean): void {
  if (connected === value) return;
  connected = value;
  for (const listener of listeners) listener();
}

async function ask(): Promise<void> {
  try {
    const answer = await fetch('/health/ready', { cache: 'no-store' });
    if (answer.ok) {
      set(true);
      return;
    }
  } catch {
    // still away: asked again below
  }
  probe = setTimeout(() => void ask(), 2_000);
}

/** Called when a request could not reach the server; from then on the server is asked every two seconds until it answers. */
export function lostConnection(): void {
  set(false);
  clearTimeout(probe);
  probe = setTimeout(() => void ask(), 1_000);
}

addEventListener('offline', lostConnection);
addEventListener('online', () => {
  clearTimeout(probe);
  void ask();
});

export const isConnected = (): boolean => connected;
export function onConnectionChange(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
export const useConnected = (): boolean => useSyncExternalStore(onConnectionChange, isConnected);
