/** Why this file exists: who else judges this candidate, and whether their scorecard is in; nothing of what they wrote. */
import type { ReactNode } from 'react';
import { IconCheck, IconLock, IconLockOpen } from '@tabler/icons-react';
import { list } from '../app/format.js';
import { useSession } from '../app/session.js';
import { graphql, readFragment, type FragmentType } from '../gql/index.js';
import { Avatar } from '../ui/avatar.js';
import { useScorecardTexts } from './scorecard.texts.js';
import styles from './scorecard.module.css';

const ScorecardPanelFragment = graphql(`
  fragment EvaluationsScorecardPanel on Interview {
    id
    application {
      id
      interviews {
        id
        title
        state
        seats {
          scorecardId
          hasSubmitted
          isObserver
          isRemoved
          person {
            id
            displayName
          }
        }
      }
    }
  }
`);
export type ScorecardPanelRef = FragmentType<typeof ScorecardPanelFragment>;

interface ScorecardPanelProps {
  readonly of: ScorecardPanelRef;
  /** True when the own scorecard is submitted. */
  readonly isOpen: boolean;
}

export function ScorecardPanel({ of, isOpen }: ScorecardPanelProps): ReactNode {
  const t = useScorecardTexts();
  const { person } = useSession();
  const interviews = readFragment(ScorecardPanelFragment, of).application?.interviews ?? [];
  const seats = interviews
    .filter((one) => one.state !== 'CANCELLED')
    .flatMap((one) => one.seats.filter((seat) => !seat.isRemoved).map((seat) => ({ ...seat, title: one.title })));
  return (
    <section aria-labelledby="rail-panel" className={styles.railPart}>
      <h2 id="rail-panel">{t('panel')}</h2>
      <ul className={styles.panel}>
        {seats.map((seat) => {
          const name = seat.person?.displayName ?? t('somebody');
          const isMe = person != null && seat.person?.id === person.id;
          return (
            <li key={seat.scorecardId}>
              <Avatar name={name} size={28} />
              <span className={styles.seat}>
                <b>{isMe ? `${name} (${t('panelYou')})` : name}</b>
                <small>{seat.isObserver ? `${seat.title}, ${t('panelObserver')}` : seat.title}</small>
              </span>
              {seat.hasSubmitted ? (
                <span className="pill ok">
                  <IconCheck size={13} stroke={2.2} aria-hidden />
                  {t('panelIn')}
                </span>
              ) : (
                <span className="muted small-text">{t('panelWaiting')}</span>
              )}
            </li>
          );
        })}
      </ul>
      <p className={styles.blind}>
        {isOpen ? <IconLockOpen size={15} stroke={1.7} aria-hidden /> : <IconLock size={15} stroke={1.7} aria-hidden />}
        {isOpen ? <Open seats={seats.filter((seat) => seat.person?.id !== person?.id)} /> : t('panelClosed')}
      </p>
    </section>
  );
}

interface OpenProps {
  /** All seats but the own ones. */
  readonly seats: readonly {
    readonly hasSubmitted: boolean;
    readonly person?: { readonly displayName: string } | null;
  }[];
}

/** Whose scorecards can be read now, and whose are still missing. */
function Open({ seats }: OpenProps): ReactNode {
  const t = useScorecardTexts();
  const missing = seats.filter((seat) => !seat.hasSubmitted);
  const names = list([...new Set(missing.map((seat) => seat.person?.displayName ?? t('somebody')))]);
  if (seats.length === 0) return t('panelAlone');
  if (missing.length === 0) return t('panelOpen');
  return t(missing.length === seats.length ? 'panelOpenNone' : 'panelOpenSome', { names });
}
