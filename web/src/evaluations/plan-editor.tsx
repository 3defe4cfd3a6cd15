/** Why this file exists: what is asked in one interview is chosen from the kit, with what each item rates in sight. */
import { useState, type ReactNode } from 'react';
import { Button, Checkbox, Group, Modal, Select, TextInput } from '@mantine/core';
import { useCoreTexts } from '../app/core-texts.js';
import { list } from '../app/format.js';
import type { Kit } from './plan-kit.js';
import styles from './plan-tab.module.css';
import { usePlanTexts } from './plan-texts.js';
import type { Plan, Sitting } from './plan-types.js';
import { inputOf, type WritePlan } from './plan-write.js';

export interface Editing {
  /** `null` for a new interview. */
  readonly sitting: Sitting | null;
  readonly stageKey: string | null;
  /** The must-have that asked for it: items that rate it are chosen at the start. */
  readonly skillKey?: string;
}
interface Skill {
  readonly key: string;
  readonly name: string;
}

interface PlanEditorProps {
  readonly editing: Editing | null;
  readonly plan: Plan;
  readonly kit: Kit;
  readonly rung: number;
  /** Must-haves that nobody assesses. */
  readonly missing: readonly Skill[];
  readonly write: WritePlan;
  readonly running: boolean;
  readonly onClose: () => void;
}

export function PlanEditor({ editing, onClose, ...rest }: PlanEditorProps): ReactNode {
  const t = usePlanTexts();
  const title = t(editing?.sitting == null ? 'editorNew' : 'editorEdit');
  return (
    <Modal opened={editing !== null} onClose={onClose} title={title} size="lg">
      {editing === null ? null : <Editor {...rest} editing={editing} onClose={onClose} />}
    </Modal>
  );
}

type EditorProps = PlanEditorProps & { readonly editing: Editing };

function useChoice({ editing, kit, rung }: EditorProps) {
  const { sitting, skillKey } = editing;
  const [stageKey, setStage] = useState(editing.stageKey ?? kit.stages[0]?.key ?? '');
  const [title, setTitle] = useState(sitting?.title ?? '');
  const stage = kit.stages.find((one) => one.key === stageKey);
  const offered = kit.items.filter((item) => item.stageKey === stageKey && item.rungs.includes(rung));
  const [chosen, setChosen] = useState<readonly string[]>(
    sitting?.items.map((item) => item.itemKey) ??
      offered
        .filter((item) => item.skills.some((skill) => skill.key === skillKey))
        .slice(0, 1)
        .map((item) => item.key),
  );
  const items = offered.filter((item) => chosen.includes(item.key));
  return {
    stageKey,
    stage,
    title,
    setTitle,
    offered,
    items,
    minutes: items.reduce((sum, item) => sum + item.minutes, 0),
    changeStage: (key: string | null) => {
      setStage(key ?? stageKey);
      setChosen([]);
    },
    toggle: (key: string, on: boolean) => setChosen((all) => (on ? [...all, key] : all.filter((one) => one !== key))),
  };
}

function Editor(props: EditorProps): ReactNode {
  const { editing, plan, kit, missing, write, running, onClose } = props;
  const t = usePlanTexts();
  const core = useCoreTexts();
  const { sitting } = editing;
  const choice = useChoice(props);
  const [wrong, setWrong] = useState<string>();
  const save = async (): Promise<void> => {
    if (choice.items.length === 0) {
      setWrong(t('needItems'));
      return;
    }
    const kept = (itemKey: string): string[] | undefined =>
      sitting?.items.find((item) => item.itemKey === itemKey)?.skills.map((skill) => skill.key);
    const next = {
      id: sitting?.id ?? null,
      stageKey: choice.stageKey,
      title: choice.title.trim() === '' ? null : choice.title,
      minutes: choice.minutes,
      items: choice.items.map((item) => ({
        itemKey: item.key,
        skillKeys: kept(item.key) ?? item.skills.map((skill) => skill.key),
      })),
      seats: sitting === null ? [] : inputOf(sitting).seats,
    };
    const before = plan.interviews.map(inputOf);
    const interviews = sitting === null ? [...before, next] : before.map((one) => (one.id === sitting.id ? next : one));
    if (await write(plan, kit.id, interviews)) onClose();
  };
  return (
    <form
      className={styles.editor}
      noValidate
      onSubmit={(e) => {
        e.preventDefault();
        void save();
      }}
    >
      <Select
        label={t('stage')}
        data={kit.stages.map((one) => ({ value: one.key, label: one.name }))}
        value={choice.stageKey}
        onChange={choice.changeStage}
        disabled={sitting?.isScheduled === true}
        allowDeselect={false}
        data-autofocus
      />
      <TextInput
        label={t('title')}
        description={t('titleHint')}
        value={choice.title}
        onChange={(e) => choice.setTitle(e.currentTarget.value)}
        maxLength={200}
      />
      <Items choice={choice} plan={plan} sitting={sitting} missing={missing} wrong={wrong} />
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose}>
          {core('cancel')}
        </Button>
        <Button type="submit" loading={running}>
          {t('save')}
        </Button>
      </Group>
    </form>
  );
}

interface ItemsProps {
  readonly choice: ReturnType<typeof useChoice>;
  readonly plan: Plan;
  readonly sitting: Sitting | null;
  readonly missing: readonly Skill[];
  readonly wrong: string | undefined;
}

function Items({ choice, plan, sitting, missing, wrong }: ItemsProps): ReactNode {
  const t = usePlanTexts();
  const elsewhere = plan.interviews
    .filter((one) => one.id !== sitting?.id)
    .flatMap((one) => one.items.map((item) => item.itemKey));
  const limit = choice.stage?.minutes ?? 0;
  return (
    <Checkbox.Group
      label={t('items')}
      description={t('itemsHint', { minutes: choice.minutes, limit })}
      error={wrong}
      value={choice.items.map((item) => item.key)}
    >
      <div className={styles.choices}>
        {choice.offered.length === 0 ? <p className="muted">{t('noItems')}</p> : null}
        {choice.offered.map((item) => {
          const fills = item.skills.filter((skill) => missing.some((one) => one.key === skill.key));
          return (
            <Checkbox
              key={item.key}
              value={item.key}
              label={`${item.title}, ${t('minutes', { minutes: item.minutes })}`}
              description={
                <>
                  {t('itemRates', { skills: list(item.skills.map((skill) => skill.name)) })}
                  {fills.map((skill) => (
                    <span key={skill.key} className={styles.fills}>
                      {t('itemFor', { skill: skill.name })}
                    </span>
                  ))}
                  {elsewhere.includes(item.key) ? <span className={styles.fills}>{t('itemPlanned')}</span> : null}
                </>
              }
              onChange={(e) => choice.toggle(item.key, e.currentTarget.checked)}
            />
          );
        })}
      </div>
    </Checkbox.Group>
  );
}
