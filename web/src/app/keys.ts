/** Why this file exists: keyboard shortcuts that pages declare, the `?` window lists and the user can switch off. */
import { useEffect, useRef, useSyncExternalStore } from 'react';

export interface KeyBinding {
  /** `j`, `?`, `Shift+ArrowRight`, `Mod+Enter` (Ctrl or Cmd), or two letters in a row: `g h`. */
  readonly keys: string;
  readonly label: string;
  readonly run: (event: KeyboardEvent) => void;
  /** Also while a text field has the focus; only for keys with Mod, and Escape. */
  readonly whileTyping?: boolean;
  /** Where the `?` window lists it. */
  readonly everywhere?: boolean;
}

const bindings = new Set<{ readonly current: readonly KeyBinding[] }>();
const STORED = 'twinladder-single-keys';
let singleKeys = localStorage.getItem(STORED) !== 'off';
const listeners = new Set<() => void>();
let waitingFor: { readonly first: string; readonly until: number } | null = null;

export function setSingleKeys(on: boolean): void {
  singleKeys = on;
  localStorage.setItem(STORED, on ? 'on' : 'off');
  for (const listener of listeners) listener();
}
export const useSingleKeys = (): boolean =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => singleKeys,
  );

/** The shortcuts of everything that is on the screen now. */
export const boundKeys = (): readonly KeyBinding[] => [...bindings].flatMap((b) => b.current);

/** Binds keys while the component is on the screen. The newest binding of a key wins. */
export function useKeys(list: readonly KeyBinding[]): void {
  const held = useRef(list);
  useEffect(() => {
    held.current = list;
  });
  useEffect(() => {
    bindings.add(held);
    return () => void bindings.delete(held);
  }, []);
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    target.tagName === 'TEXTAREA' ||
    target.tagName === 'SELECT' ||
    (target instanceof HTMLInputElement && !['radio', 'checkbox', 'button', 'submit', 'range'].includes(target.type)));

function nameOf(event: KeyboardEvent): string {
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  const shift = event.shiftKey && event.key.length > 1 ? 'Shift+' : '';
  return `${event.ctrlKey || event.metaKey ? 'Mod+' : ''}${event.altKey ? 'Alt+' : ''}${shift}${key}`;
}

function find(event: KeyboardEvent, name: string): KeyBinding | undefined {
  const typing = isTyping(event.target);
  const single = name.length === 1;
  return boundKeys()
    .filter((b) => b.keys === name && (!typing || b.whileTyping === true) && (!single || singleKeys))
    .at(-1);
}

function press(event: KeyboardEvent): void {
  if (event.defaultPrevented) return;
  const inDialog = document.querySelector('[role=dialog][aria-modal=true]');
  const name = nameOf(event);
  if (
    inDialog !== null &&
    !(event.target instanceof Node && inDialog.contains(event.target) && name.startsWith('Mod+'))
  )
    return;
  const now = Date.now();
  const pair = waitingFor !== null && waitingFor.until > now ? `${waitingFor.first} ${name}` : null;
  waitingFor = null;
  const found =
    (pair === null || isTyping(event.target) || !singleKeys
      ? undefined
      : boundKeys().findLast((b) => b.keys === pair)) ?? find(event, name);
  if (found !== undefined) {
    event.preventDefault();
    found.run(event);
    return;
  }
  if (name.length === 1 && !isTyping(event.target)) waitingFor = { first: name, until: now + 1_200 };
}

addEventListener('keydown', press);
