/** Why this file exists: what the draft asks for, row by row, in the order in which people read it. */
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { EmptyState } from '../../ui/empty-state.js';
import { useJobRoleTexts } from '../job-roles.texts.js';
import { useBuilderTexts } from './builder.texts.js';
import { moveRequirement, type Draft } from './draft.js';
import { Part } from './purpose.js';
import { RequirementRow, rowButtonId } from './requirement-row.js';
import { useScope } from './scope.js';
import styles from './builder.module.css';

interface RequirementListProps {
  readonly draft: Draft;
  readonly onAdd: () => void;
}

export function RequirementList({ draft, onAdd }: RequirementListProps): ReactNode {
  const t = useBuilderTexts();
  const words = useJobRoleTexts();
  const { skills, change } = useScope();
  const [open, setOpen] = useState<string | null>(null);
  const [told, setTold] = useState('');
  const moved = useRef<string | null>(null);
  useEffect(() => {
    if (moved.current === null) return;
    document.getElementById(rowButtonId(moved.current))?.focus();
    moved.current = null;
  });
  const move = (skillKey: string, by: -1 | 1): void => {
    const place = draft.requirements.findIndex((r) => r.skillKey === skillKey) + 1 + by;
    if (place < 1 || place > draft.requirements.length) return;
    moved.current = skillKey;
    change((d) => moveRequirement(d, skillKey, by));
    setTold(t('moved', { skill: skills.get(skillKey)?.name ?? skillKey, place, all: draft.requirements.length }));
  };
  return (
    <Part
      id="part-requirements"
      title={words('requirements')}
      hint={t('requirementsHint')}
      side={
        <Button size="xs" leftSection={<IconPlus size={15} aria-hidden />} onClick={onAdd}>
          {t('addSkills')}
        </Button>
      }
    >
      <div className="visually-hidden" role="status">
        {told}
      </div>
      {draft.requirements.length === 0 ? (
        <EmptyState
          small
          title={t('noSkills')}
          action={
            <Button variant="default" onClick={onAdd}>
              {t('addSkills')}
            </Button>
          }
        >
          {t('noSkillsBody')}
        </EmptyState>
      ) : (
        <ol className={styles.rows}>
          {draft.requirements.map((r) => (
            <RequirementRow
              key={r.skillKey}
              requirement={r}
              isOpen={open === r.skillKey}
              onOpen={() => setOpen((now) => (now === r.skillKey ? null : r.skillKey))}
              onMove={(by) => move(r.skillKey, by)}
            />
          ))}
        </ol>
      )}
    </Part>
  );
}
