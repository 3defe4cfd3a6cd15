/** Why this file exists: says whether the draft is safe. */
import type { ReactNode } from 'react';
import { clockTime } from '../../app/format.js';
import { useBuilderTexts } from './builder.texts.js';
import type { SaveState } from './use-builder.js';
import styles from './builder.module.css';

export function SaveStatus({ saving }: { readonly saving: SaveState }): ReactNode {
  const t = useBuilderTexts();
  return (
    <p className={styles.status} data-kind={saving.kind} role="status">
      <span className={styles.light} aria-hidden />
      {told(saving, t)}
    </p>
  );
}

function told(saving: SaveState, t: ReturnType<typeof useBuilderTexts>): string {
  if (saving.kind === 'saved') return saving.at === null ? t('saved') : t('savedAt', { time: clockTime(saving.at) });
  if (saving.kind === 'refused') return t('refused', { message: saving.message });
  return t(saving.kind);
}
