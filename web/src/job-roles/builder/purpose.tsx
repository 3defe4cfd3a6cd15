/** Why this file exists: title, mission and duties of the draft, as it is written. */
import { useId, type ReactNode } from 'react';
import { Textarea, TextInput } from '@mantine/core';
import { useJobRoleTexts } from '../job-roles.texts.js';
import { useBuilderTexts } from './builder.texts.js';
import type { Draft, ListPart } from './draft.js';
import { LineList } from './line-list.js';
import type { Builder } from './use-builder.js';
import styles from './builder.module.css';

interface PurposeProps {
  readonly draft: Draft;
  readonly change: Builder['change'];
}

export function Purpose({ draft, change }: PurposeProps): ReactNode {
  const t = useBuilderTexts();
  const words = useJobRoleTexts();
  const write = (part: 'title' | 'mission' | 'timeBox', value: string): void =>
    change((d) => ({ ...d, [part]: value }), true);
  const lists: readonly { readonly part: ListPart; readonly title: string; readonly hint: string }[] = [
    { part: 'outcomesIn12Months', title: words('outcomes'), hint: t('outcomesHint') },
    { part: 'owns', title: words('owns'), hint: t('ownsHint') },
    { part: 'doesNotOwn', title: words('doesNotOwn'), hint: t('doesNotOwnHint') },
  ];
  return (
    <>
      <Part id="part-purpose" title={t('purpose')}>
        <div className={styles.fields}>
          <TextInput
            label={t('titleLabel')}
            value={draft.title}
            maxLength={200}
            error={draft.title.trim() === '' ? t('titleMissing') : undefined}
            onChange={(event) => write('title', event.currentTarget.value)}
          />
          <Textarea
            label={t('missionLabel')}
            description={t('missionHint')}
            value={draft.mission}
            maxLength={2000}
            autosize
            minRows={2}
            onChange={(event) => write('mission', event.currentTarget.value)}
          />
          <TextInput
            label={t('timeBoxLabel')}
            description={t('timeBoxHint')}
            value={draft.timeBox}
            maxLength={200}
            onChange={(event) => write('timeBox', event.currentTarget.value)}
          />
        </div>
      </Part>
      {lists.map(({ part, title, hint }) => (
        <Part key={part} id={`part-${part}`} title={title} hint={hint}>
          <LineList
            title={title}
            lines={draft[part]}
            onChange={(lines, isTyping) => change((d) => ({ ...d, [part]: lines }), isTyping)}
          />
        </Part>
      ))}
    </>
  );
}

interface PartProps {
  readonly id: string;
  readonly title: string;
  readonly hint?: string;
  readonly side?: ReactNode;
  readonly children: ReactNode;
}

/** A part of the job role, which the outline leads to. */
export function Part({ id, title, hint, side, children }: PartProps): ReactNode {
  const hintId = useId();
  return (
    <section className={styles.part} aria-labelledby={id} aria-describedby={hint === undefined ? undefined : hintId}>
      <div className="section-head">
        <div className={styles.partTitle}>
          <h2 id={id} tabIndex={-1}>
            {title}
          </h2>
          {hint === undefined ? null : (
            <p id={hintId} className={styles.hint}>
              {hint}
            </p>
          )}
        </div>
        {side}
      </div>
      {children}
    </section>
  );
}
