/** Why this file exists: one skill that the draft asks for: its level on the anchors, weight, must-have, evidence, interview stages. */
import type { KeyboardEvent, ReactNode } from 'react';
import { Checkbox, NativeSelect } from '@mantine/core';
import { IconChevronDown, IconX } from '@tabler/icons-react';
import { notifyDone } from '../../app/notify.js';
import { LevelCards } from '../../ui/level-cards.js';
import { Rungs } from '../../ui/rungs.js';
import { useJobRoleTexts } from '../job-roles.texts.js';
import { evidenceWord, LEVELS, weightWord } from '../words.js';
import { useBuilderTexts } from './builder.texts.js';
import { dropRequirements, setRequirement, type DraftRequirement } from './draft.js';
import type { LibrarySkill } from './framework.js';
import { RowStages } from './row-stages.js';
import { useScope } from './scope.js';
import styles from './builder.module.css';

export const rowButtonId = (skillKey: string): string => `level-of-${skillKey}`;

interface RequirementRowProps {
  readonly requirement: DraftRequirement;
  readonly isOpen: boolean;
  readonly onOpen: () => void;
  readonly onMove: (by: -1 | 1) => void;
}

export function RequirementRow({ requirement: r, isOpen, onOpen, onMove }: RequirementRowProps): ReactNode {
  const t = useBuilderTexts();
  const { skills, change } = useScope();
  const skill = skills.get(r.skillKey);
  const name = skill?.name ?? r.skillKey;
  const at = skill?.levels.find((l) => l.level === r.level);
  const press = (event: KeyboardEvent): void => {
    const by = ({ ArrowUp: -1, ArrowDown: 1 } as const)[event.key as 'ArrowUp' | 'ArrowDown'];
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    onMove(by);
  };
  const remove = (): void => {
    change((d) => dropRequirements(d, [r.skillKey]));
    notifyDone(t('removed', { skill: name }), () => change((d) => restored(d, r)));
  };
  return (
    <li className={styles.row} onKeyDown={press}>
      <div className={styles.rowMain}>
        <div className={styles.rowName}>
          <b>{name}</b>
          <span className="muted small-text">{skill?.category.name ?? t('unknownSkill')}</span>
        </div>
        <div className={styles.choices}>
          <button
            type="button"
            id={rowButtonId(r.skillKey)}
            className={styles.levelButton}
            aria-expanded={isOpen}
            aria-label={t('chooseLevel', { skill: name, level: r.level, name: at?.name ?? '' })}
            onClick={onOpen}
          >
            <Rungs level={r.level} />
            <span className="num">{r.level}</span>
            <span>{at?.name}</span>
            <IconChevronDown size={14} aria-hidden data-open={isOpen} />
          </button>
          <RowChoices requirement={r} name={name} />
        </div>
        <button
          type="button"
          className={`icon-button ${styles.remove}`}
          aria-label={t('remove', { skill: name })}
          onClick={remove}
        >
          <IconX aria-hidden />
        </button>
      </div>
      <p className={styles.anchor}>{at?.indicators.join('. ')}</p>
      {isOpen && skill !== undefined ? <OpenRow requirement={r} skill={skill} onMove={onMove} /> : null}
    </li>
  );
}

/** Puts a skill back that was just taken out, unless it is there again. */
const restored = <D extends { readonly requirements: readonly DraftRequirement[] }>(
  draft: D,
  r: DraftRequirement,
): D =>
  draft.requirements.some((one) => one.skillKey === r.skillKey)
    ? draft
    : { ...draft, requirements: [...draft.requirements, r] };

function RowChoices({
  requirement: r,
  name,
}: {
  readonly requirement: DraftRequirement;
  readonly name: string;
}): ReactNode {
  const t = useBuilderTexts();
  const words = useJobRoleTexts();
  const { change } = useScope();
  const set = (how: Parameters<typeof setRequirement>[2]): void => change((d) => setRequirement(d, r.skillKey, how));
  const options = (option: 'weightOption' | 'evidenceOption', word: (n: number) => Parameters<typeof words>[0]) =>
    LEVELS.map((n) => ({
      value: String(n),
      label: t(option, { number: n, word: words(word(n)).toLocaleLowerCase() }),
    }));
  return (
    <>
      <NativeSelect
        size="xs"
        className={styles.weight}
        aria-label={t('weightOf', { skill: name })}
        data={options('weightOption', weightWord)}
        value={String(r.weight)}
        onChange={(event) => set({ weight: Number(event.currentTarget.value) })}
      />
      <NativeSelect
        size="xs"
        className={styles.evidence}
        aria-label={t('evidenceOf', { skill: name })}
        data={options('evidenceOption', evidenceWord)}
        value={String(r.minEvidenceClass)}
        onChange={(event) => set({ minEvidenceClass: Number(event.currentTarget.value) })}
      />
      <Checkbox
        size="xs"
        label={t('mustShort')}
        aria-label={t('mustOf', { skill: name })}
        checked={r.isMustHave}
        onChange={(event) => set({ isMustHave: event.currentTarget.checked })}
      />
    </>
  );
}

interface OpenRowProps {
  readonly requirement: DraftRequirement;
  readonly skill: LibrarySkill;
  readonly onMove: (by: -1 | 1) => void;
}

function OpenRow({ requirement: r, skill, onMove }: OpenRowProps): ReactNode {
  const t = useBuilderTexts();
  const { change } = useScope();
  const needs = skill.prerequisites.filter((p) => p.fromLevel <= r.level);
  return (
    <div className={styles.open}>
      <LevelCards
        label={t('levelOf', { skill: skill.name })}
        name={`level-${skill.key}`}
        value={r.level}
        anchors={skill.levels.map((l) => ({ level: l.level, name: l.name, anchor: l.indicators.join('. ') }))}
        onChange={(level) => change((d) => setRequirement(d, r.skillKey, { level }))}
      />
      {needs.length === 0 ? null : (
        <p className="muted small-text">
          {needs.map((p) => t('implies', { skill: p.skillName, level: p.minLevel })).join('. ')}
        </p>
      )}
      <RowStages requirement={r} name={skill.name} />
      <div className={styles.moves}>
        <button type="button" className={styles.textButton} onClick={() => onMove(-1)}>
          {t('moveUp', { skill: skill.name })}
        </button>
        <button type="button" className={styles.textButton} onClick={() => onMove(1)}>
          {t('moveDown', { skill: skill.name })}
        </button>
      </div>
    </div>
  );
}
