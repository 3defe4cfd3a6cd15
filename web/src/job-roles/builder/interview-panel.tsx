/** Why this file exists: which must-haves the interview kit can assess, and which other evidence has to show. */
import type { ReactNode } from 'react';
import { NativeSelect } from '@mantine/core';
import { list } from '../../app/format.js';
import { notifyDone } from '../../app/notify.js';
import { useBuilderTexts } from './builder.texts.js';
import { setRequirement, type Draft, type DraftRequirement } from './draft.js';
import { withKit, type Kit } from './kit.js';
import { goToPart, REVIEW } from './outline.js';
import { useScope } from './scope.js';
import styles from './builder.module.css';

interface InterviewPanelProps {
  readonly draft: Draft;
  readonly kits: readonly Kit[];
  readonly undo: () => void;
}

export function InterviewPanel({ draft, kits, undo }: InterviewPanelProps): ReactNode {
  const t = useBuilderTexts();
  const { change, rung } = useScope();
  const musts = draft.requirements.filter((r) => r.isMustHave);
  const outside = musts.filter((r) => r.stages.length === 0);
  const newest = [...new Map(kits.map((k) => [k.key, k])).values()];
  const choose = (key: string): void => {
    const kit = newest.find((k) => k.key === key);
    change((d) => (kit === undefined ? { ...d, kitKey: null } : withKit(d, kit, rung)));
  };
  return (
    <section>
      <h2>{t('interviews')}</h2>
      <p className={styles.hint}>{t('interviewsHint')}</p>
      <NativeSelect
        size="xs"
        label={t('kit')}
        value={newest.some((k) => k.key === draft.kitKey) ? (draft.kitKey ?? '') : ''}
        onChange={(event) => choose(event.currentTarget.value)}
        data={[{ value: '', label: t('noKit') }, ...newest.map((k) => ({ value: k.key, label: k.name }))]}
      />
      {musts.length === 0 ? null : (
        <p className={styles.assessed}>{t('assessed', { count: musts.length - outside.length, all: musts.length })}</p>
      )}
      {outside.length === 0 ? null : (
        <>
          <h3 className={styles.under}>{t('outside')}</h3>
          <ul className={styles.plain}>
            {outside.map((r) => (
              <OutsideRow key={r.skillKey} requirement={r} undo={undo} />
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

interface OutsideRowProps {
  readonly requirement: DraftRequirement;
  readonly undo: () => void;
}

/** A must-have that no stage assesses, with the stages whose items could. */
function OutsideRow({ requirement: r, undo }: OutsideRowProps): ReactNode {
  const t = useBuilderTexts();
  const { skills, kit, stagesFor, change } = useScope();
  const skill = skills.get(r.skillKey)?.name ?? r.skillKey;
  const keys = stagesFor(r.skillKey);
  const stages = list(keys.map((key) => kit?.stages.find((s) => s.key === key)?.name ?? key));
  const assess = (): void => {
    change((d) => setRequirement(d, r.skillKey, { stages: keys }));
    goToPart(REVIEW);
    notifyDone(t('stagesSet', { skill, stages }), undo);
  };
  return (
    <li>
      <div>{skill}</div>
      {keys.length === 0 ? (
        <div className="muted small-text">{t('notInKit')}</div>
      ) : (
        <button
          type="button"
          className={styles.textButton}
          aria-label={t('assessLabel', { skill, stages })}
          onClick={assess}
        >
          {t('assessHere', { stages })}
        </button>
      )}
    </li>
  );
}
