/** Why this file exists: who stands side by side is chosen by name, two to five at a time. */
import type { ReactNode } from 'react';
import { Chip } from '@mantine/core';
import { stageWord } from '../candidates/candidate-words.js';
import { useCompareTexts } from './compare-texts.js';
import { idOf, nameOf, type Compared } from './compare-types.js';
import styles from './compare.module.css';

interface CompareChoiceProps {
  readonly all: readonly Compared[];
  readonly chosen: readonly Compared[];
  readonly most: number;
  readonly onChange: (ids: readonly string[]) => void;
}

export function CompareChoice({ all, chosen, most, onChange }: CompareChoiceProps): ReactNode {
  const t = useCompareTexts();
  const ids = chosen.map(idOf);
  const isFull = ids.length >= most;
  const toggle = (id: string, on: boolean): void =>
    onChange(all.map(idOf).filter((one) => (one === id ? on : ids.includes(one))));
  return (
    <div className={styles.choice} role="group" aria-label={t('choose')}>
      {all.map((one) => {
        const id = idOf(one);
        const on = ids.includes(id);
        return (
          <Chip
            key={id}
            checked={on}
            disabled={!on && isFull}
            onChange={(next) => toggle(id, next)}
            size="sm"
            variant="outline"
          >
            {nameOf(one)}, {one.application == null ? null : stageWord(one.application.stage)}
          </Chip>
        );
      })}
      {isFull ? <span className="muted small-text">{t('chooseMost')}</span> : null}
    </div>
  );
}
