/** Why this file exists: contact data that auditors opened of late, among what administrators have to notice. */
import type { ReactNode } from 'react';
import type { FragmentType } from '../gql/index.js';
import { Go } from '../ui/go.js';
import { OpenedLines, type OpenedLineFragment } from './opened-line.js';
import styles from './readers.module.css';
import { useReadersTexts } from './readers.texts.js';

interface OpenedRecentlyProps {
  readonly of: readonly FragmentType<typeof OpenedLineFragment>[];
  readonly again: () => void;
}

export function OpenedRecently({ of, again }: OpenedRecentlyProps): ReactNode {
  const t = useReadersTexts();
  return (
    <section className={styles.part} aria-labelledby="opened-recently">
      <h2 id="opened-recently">{t('openedRecent')}</h2>
      <p className="muted">{t('openedLead')}</p>
      {of.length === 0 ? null : <OpenedLines of={of} label={t('openedRecent')} again={again} />}
      <p>
        <Go to="/opened-contacts">{t('openedAll')}</Go>
      </p>
    </section>
  );
}
