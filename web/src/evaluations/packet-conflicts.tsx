/** Why this file exists: who is barred from an application and why; shown to those who staff and audit it. */
import type { ReactNode } from 'react';
import { graphql, readFragment, type FragmentType } from '../gql/index.js';
import { usePacketTexts } from './packet.texts.js';
import styles from './packet.module.css';

const PacketConflictFragment = graphql(`
  fragment EvaluationsPacketConflict on ConflictOfInterest {
    words
    person {
      id
      displayName
    }
  }
`);

interface PacketConflictsProps {
  /** `null` for a reader who is not told. */
  readonly of: readonly FragmentType<typeof PacketConflictFragment>[] | null;
}

export function PacketConflicts({ of }: PacketConflictsProps): ReactNode {
  const t = usePacketTexts();
  if (of === null) return null;
  const conflicts = readFragment(PacketConflictFragment, of);
  return (
    <section className="section" aria-labelledby="packet-conflicts">
      <h2 id="packet-conflicts">{t('conflicts')}</h2>
      {conflicts.length === 0 ? (
        <p className="muted">{t('conflictsNone')}</p>
      ) : (
        <ul className={styles.plain}>
          {conflicts.map((one) => (
            <li key={one.person?.id ?? one.words}>
              {t('conflictOf', { name: one.person?.displayName ?? t('somebody'), words: one.words })}
            </li>
          ))}
        </ul>
      )}
      <p className="muted small-text">{t('conflictsHint')}</p>
    </section>
  );
}
