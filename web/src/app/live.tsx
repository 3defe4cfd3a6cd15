/** Why this file exists: the server tells a visible window that something may have changed which waits for its reader; where it cannot, the window asks when it is looked at again. */
import { useEffect } from 'react';

const FIRST_MS = 1_000;
const LONGEST_MS = 300_000;
/** After something that concerned one person; and after something that concerned all, who must not ask at the same moment. */
const SOON_MS = 200;
const SPREAD_MS = 3_000;
/** What is shown was read no longer before this part was loaded. */
const READ_BEFORE_MS = 10_000;

/**
 * Listens while the window is visible, since a browser keeps few connections to one server.
 * @param changed  asks anew for what is shown
 * @returns a function that ends it
 */
function listen(changed: () => void): () => void {
  let source: EventSource | null = null;
  let again: ReturnType<typeof setTimeout> | undefined;
  let asking: ReturnType<typeof setTimeout> | undefined;
  let failures = 0;
  let heardAt = Date.now() - READ_BEFORE_MS;

  const ask = (withinMs: number): void => {
    asking ??= setTimeout(() => {
      asking = undefined;
      changed();
    }, Math.random() * withinMs);
  };
  const close = (): void => {
    clearTimeout(again);
    source?.close();
    source = null;
  };
  const open = (): void => {
    close();
    const opened = new EventSource(`/events?missed=${Math.max(0, Date.now() - heardAt)}`);
    source = opened;
    opened.onopen = () => {
      failures = 0;
      heardAt = Date.now();
    };
    opened.addEventListener('over', close); // the page finds out by itself when it asks for something
    opened.addEventListener('beat', () => (heardAt = Date.now()));
    opened.addEventListener('notice', ({ data }) => {
      heardAt = Date.now();
      ask(data === 'ALL' ? SPREAD_MS : SOON_MS);
    });
    opened.onerror = () => {
      opened.close(); // the browser's own way of coming back knows neither patience nor chance
      const wait = Math.min(FIRST_MS * 2 ** failures++, LONGEST_MS);
      again = setTimeout(open, wait * (0.5 + Math.random()));
    };
  };
  const look = (): void => {
    if (document.visibilityState === 'hidden') {
      close();
      return;
    }
    failures = 0;
    open(); // and is told what it missed
  };
  const focus = (): void => {
    if (source?.readyState !== EventSource.OPEN) changed();
  };
  document.addEventListener('visibilitychange', look);
  addEventListener('focus', focus);
  if (document.visibilityState !== 'hidden') open();
  return () => {
    document.removeEventListener('visibilitychange', look);
    removeEventListener('focus', focus);
    clearTimeout(asking);
    close();
  };
}

/** Draws nothing. @param again  asks anew for what waits */
export function Live({ again }: { readonly again: () => void }): null {
  useEffect(() => {
    let end: (() => void) | undefined;
    const begin = (): void => void (end = listen(again));
    const isIdle = 'requestIdleCallback' in window;
    const waiting = isIdle ? requestIdleCallback(begin, { timeout: 4_000 }) : setTimeout(begin, 1_500);
    return () => {
      if (isIdle) cancelIdleCallback(waiting as number);
      else clearTimeout(waiting);
      end?.();
    };
  }, [again]);
  return null;
}
