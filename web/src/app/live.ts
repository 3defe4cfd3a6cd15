/** Why this file exists: the server tells a visible window that something may have changed which waits for its reader; where it cannot, the window asks when it is looked at again. */

const FIRST_MS = 1_000;
const LONGEST_MS = 300_000;
/** After something that concerned one person; and after something that concerned all, who must not ask at the same moment. */
const SOON_MS = 200;
const SPREAD_MS = 3_000;

/**
 * Listens while the window is visible, since a browser keeps few connections to one server.
 * @param changed  asks anew for what is shown
 * @returns a function that ends it
 */
export function listen(changed: () => void): () => void {
  let source: EventSource | null = null;
  let again: ReturnType<typeof setTimeout> | undefined;
  let asking: ReturnType<typeof setTimeout> | undefined;
  let failures = 0;

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
    const opened = new EventSource('/events');
    source = opened;
    opened.onopen = () => {
      ask(failures === 0 ? SOON_MS : SPREAD_MS); // what happened before it listened was told to nobody
      failures = 0;
    };
    opened.addEventListener('notice', ({ data }) => ask(data === 'ALL' ? SPREAD_MS : SOON_MS));
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
    changed();
    failures = 0;
    open();
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
