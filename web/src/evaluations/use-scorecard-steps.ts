/** Why this file exists: moves through a scorecard without a mouse: next and previous rating, levels, evidence and back. */
import { useCallback, useState } from 'react';
import { useKeys, type KeyBinding } from '../app/keys.js';
import { VERDICTS, type Content, type SlotRating } from './scorecard-content.js';
import { useScorecardTexts } from './scorecard.texts.js';
import type { AskedSlot } from './scorecard-view.js';

export type GoTo = (index: number, where?: 'level' | 'evidence') => void;

function show(index: number, slots: readonly AskedSlot[]): HTMLElement | null {
  const element = document.getElementById(`slot-${index}`);
  const isFirst = slots[index]?.itemKey !== slots[index - 1]?.itemKey;
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  const top = isFirst ? element?.closest('section') : element;
  top?.scrollIntoView({ block: isFirst ? 'start' : 'center', behavior: calm ? 'instant' : 'smooth' });
  return element;
}

/** The rating that has the attention, and the way to another one. The verdict stands after the last rating. */
export function useSteps(slots: readonly AskedSlot[]): readonly [number, GoTo, (index: number) => void] {
  const [active, setActive] = useState(0);
  const go = useCallback<GoTo>(
    (index, where = 'level') => {
      const next = Math.max(0, Math.min(slots.length, index));
      setActive(next);
      const element = show(next, slots);
      const target =
        where === 'evidence'
          ? element?.querySelector('textarea')
          : (element?.querySelector('input[type=radio]:checked') ?? element?.querySelector('input[type=radio]'));
      if (target instanceof HTMLElement) target.focus({ preventScroll: true });
    },
    [slots],
  );
  return [active, go, setActive];
}

interface StepKeys {
  readonly slots: readonly AskedSlot[];
  /** How many levels the kit has. */
  readonly levels: number;
  readonly active: number;
  readonly go: GoTo;
  readonly rate: (key: string, change: Partial<SlotRating>) => void;
  readonly change: (change: Partial<Pick<Content, 'verdict'>>) => void;
  readonly submit: () => void;
}

export function useStepKeys({ slots, levels, active, go, rate, change, submit }: StepKeys): void {
  const t = useScorecardTexts();
  const slot = slots[active];
  const setLevel = (level: number): void => {
    if (slot !== undefined) rate(slot.key, { level, isNotAssessed: false });
    const verdict = VERDICTS[level - 1];
    if (slot === undefined && verdict !== undefined) change({ verdict });
    document.getElementById(`slot-${active}-${level}`)?.focus({ preventScroll: true });
  };
  const bindings: KeyBinding[] = Array.from({ length: levels }, (_, at) => ({
    keys: String(at + 1),
    label: t('keyLevel', { level: at + 1 }),
    run: () => setLevel(at + 1),
  }));
  bindings.push(
    {
      keys: '0',
      label: t('keyNotAssessed'),
      run: () => {
        if (slot !== undefined) rate(slot.key, { level: null, isNotAssessed: true });
      },
    },
    { keys: 'j', label: t('keyNext'), run: () => go(active + 1) },
    { keys: 'k', label: t('keyPrevious'), run: () => go(active - 1) },
    { keys: 'n', label: t('keyWrite'), run: () => go(active, 'evidence') },
    { keys: 'Escape', label: t('keyBack'), run: () => go(active), whileTyping: true },
    {
      keys: 'Mod+Enter',
      label: t('keySubmit'),
      run: (event) => {
        if (!event.repeat) submit();
      },
      whileTyping: true,
    },
  );
  useKeys(bindings);
}
