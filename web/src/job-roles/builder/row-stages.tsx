/** Why this file exists: in which interview stages a skill is assessed, with the items that the kit has for it. */
import type { ReactNode } from 'react';
import { Checkbox } from '@mantine/core';
import { useBuilderTexts } from './builder.texts.js';
import { setRequirement, type DraftRequirement } from './draft.js';
import { itemsFor } from './kit.js';
import { useScope } from './scope.js';
import styles from './builder.module.css';

interface RowStagesProps {
  readonly requirement: DraftRequirement;
  readonly name: string;
}

export function RowStages({ requirement: r, name }: RowStagesProps): ReactNode {
  const t = useBuilderTexts();
  const { kit, rung, change } = useScope();
  if (kit === null) return <p className="muted small-text">{t('noKitStages')}</p>;
  const items = itemsFor(kit, r.skillKey, rung);
  const set = (chosen: readonly string[]): void =>
    change((d) =>
      setRequirement(d, r.skillKey, { stages: kit.stages.map((s) => s.key).filter((key) => chosen.includes(key)) }),
    );
  return (
    <Checkbox.Group
      label={t('stages')}
      aria-label={t('stagesOf', { skill: name })}
      value={[...r.stages]}
      onChange={set}
    >
      <div className={styles.stages}>
        {kit.stages.map((stage) => {
          const count = items.filter((i) => i.stageKey === stage.key).length;
          return (
            <Checkbox
              key={stage.key}
              size="xs"
              value={stage.key}
              label={count === 0 ? stage.name : t('stageItems', { stage: stage.name, count })}
            />
          );
        })}
      </div>
    </Checkbox.Group>
  );
}
