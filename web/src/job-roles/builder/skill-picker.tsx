/** Why this file exists: chooses skills of the library for the draft, several at once. */
import { useMemo, useState, type ReactNode } from 'react';
import { Button, Checkbox, Drawer, NativeSelect, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { notifyDone } from '../../app/notify.js';
import { useJobRoleTexts } from '../job-roles.texts.js';
import { LEVELS } from '../words.js';
import { useBuilderTexts } from './builder.texts.js';
import { askFor, dropRequirements, type Draft } from './draft.js';
import type { Framework, LibrarySkill } from './framework.js';
import { useScope } from './scope.js';
import styles from './builder.module.css';

interface SkillPickerProps {
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly framework: Framework;
  readonly draft: Draft;
}

export function SkillPicker({ opened, onClose, framework, draft }: SkillPickerProps): ReactNode {
  const t = useBuilderTexts();
  return (
    <Drawer opened={opened} onClose={onClose} title={t('pickerTitle')} position="right" size={520}>
      {opened ? <Picker framework={framework} draft={draft} onClose={onClose} /> : null}
    </Drawer>
  );
}

function Picker({ framework, draft, onClose }: Omit<SkillPickerProps, 'opened'>): ReactNode {
  const t = useBuilderTexts();
  const words = useJobRoleTexts();
  const { rung, stagesFor, change } = useScope();
  const [text, setText] = useState('');
  const [category, setCategory] = useState('');
  const [level, setLevel] = useState(Math.min(3, Math.max(2, rung)));
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const asked = useMemo(() => new Map(draft.requirements.map((r) => [r.skillKey, r.level])), [draft.requirements]);
  const shown = found(framework, text, category);
  const toggle = (key: string): void =>
    setChosen((now) => (now.includes(key) ? now.filter((k) => k !== key) : [...now, key]));
  const add = (): void => {
    change((d) => chosen.reduce((now, key) => askFor(now, { skillKey: key, level, stages: stagesFor(key) }), d));
    notifyDone(t('pickerAdded', { count: chosen.length, level }), () => change((d) => dropRequirements(d, chosen)));
    onClose();
  };
  return (
    <div className={styles.picker}>
      <div className={styles.pickerFilters}>
        <TextInput
          data-autofocus
          aria-label={t('pickerSearch')}
          placeholder={t('pickerSearch')}
          leftSection={<IconSearch size={15} stroke={1.7} aria-hidden />}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <NativeSelect
          aria-label={t('pickerCategory')}
          value={category}
          onChange={(event) => setCategory(event.currentTarget.value)}
          data={[
            { value: '', label: t('pickerAll') },
            ...framework.categories.map((c) => ({ value: c.key, label: c.name })),
          ]}
        />
      </div>
      <div className={styles.pickerList}>
        {shown.length === 0 ? <p className="muted">{t('pickerNone')}</p> : null}
        {shown.map((skill) => (
          <PickerRow
            key={skill.key}
            skill={skill}
            askedAt={asked.get(skill.key) ?? null}
            checked={chosen.includes(skill.key)}
            onToggle={() => toggle(skill.key)}
          />
        ))}
      </div>
      <div className={styles.pickerFoot}>
        <NativeSelect
          label={t('pickerLevel')}
          value={String(level)}
          onChange={(event) => setLevel(Number(event.currentTarget.value))}
          data={LEVELS.map((n) => ({ value: String(n), label: words('level', { level: n }) }))}
        />
        <Button disabled={chosen.length === 0} onClick={add}>
          {chosen.length === 0 ? t('pickerAddNone') : t('pickerAdd', { count: chosen.length })}
        </Button>
      </div>
    </div>
  );
}

/** By category, then name; the words may stand in the name or the definition. */
function found({ skills, categories }: Framework, text: string, category: string): readonly LibrarySkill[] {
  const wanted = text.trim().toLowerCase();
  const order = new Map(categories.map((c) => [c.key, c.order]));
  return skills
    .filter((s) => category === '' || s.category.key === category)
    .filter((s) => `${s.name} ${s.definition}`.toLowerCase().includes(wanted))
    .toSorted(
      (a, b) => (order.get(a.category.key) ?? 0) - (order.get(b.category.key) ?? 0) || a.name.localeCompare(b.name),
    );
}

interface PickerRowProps {
  readonly skill: LibrarySkill;
  readonly askedAt: number | null;
  readonly checked: boolean;
  readonly onToggle: () => void;
}

function PickerRow({ skill, askedAt, checked, onToggle }: PickerRowProps): ReactNode {
  const t = useBuilderTexts();
  const share = (of: number): string => of.toFixed(1);
  return (
    <Checkbox
      className={styles.pickerRow}
      checked={checked || askedAt !== null}
      disabled={askedAt !== null}
      onChange={onToggle}
      label={skill.name}
      description={
        <>
          <span>{skill.definition}</span>
          <span className={styles.pickerNote}>
            {askedAt === null
              ? `${skill.category.name} · ${t('tracks', { research: share(skill.affinityResearch), production: share(skill.affinityProduction) })}`
              : t('pickerIn', { level: askedAt })}
          </span>
        </>
      }
    />
  );
}
