/** Why this file exists: who interviewed, when, whether their scorecard is in, and why the reader cannot open it where that is so. */
import type { ReactNode } from 'react';
import { IconCheck, IconLock } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { instant } from '../app/format.js';
import { useSession } from '../app/session.js';
import { graphql, readFragment, type FragmentType } from '../gql/index.js';
import type { EvaluationsPacketPanelFragment, WithheldReason } from '../gql/graphql.js';
import { usePacketTexts } from './packet.texts.js';
import styles from './packet.module.css';

const PacketPanelFragment = graphql(`
  fragment EvaluationsPacketPanel on Application {
    id
    interviews {
      id
      title
      state
      scheduledAt
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
    evaluation {
      scorecards {
        id
      }
    }
  }
`);
type PanelInterview = NonNullable<EvaluationsPacketPanelFragment['interviews']>[number];
type Seat = PanelInterview['seats'][number];

interface PacketPanelProps {
  readonly of: FragmentType<typeof PacketPanelFragment>;
  readonly withheld: WithheldReason | null;
}

export function PacketPanel({ of, withheld }: PacketPanelProps): ReactNode {
  const t = usePacketTexts();
  const { interviews, evaluation } = readFragment(PacketPanelFragment, of);
  const readable = new Set((evaluation?.scorecards ?? []).map((card) => card.id));
  return (
    <section className="section">
      <h2 id="packet-panel">{t('panel')}</h2>
      {interviews == null || interviews.length === 0 ? (
        <p className="muted">{t('panelNone')}</p>
      ) : (
        <div className="table-scroll" role="region" aria-labelledby="packet-panel" tabIndex={0}>
          <table className={`table ${styles.panel}`}>
            <thead>
              <tr>
                <th scope="col">{t('interview')}</th>
                <th scope="col">{t('when')}</th>
                <th scope="col">{t('who')}</th>
                <th scope="col">{t('scorecard')}</th>
              </tr>
            </thead>
            <tbody>
              {interviews.flatMap((one) =>
                one.seats.map((seat) => (
                  <SeatRow
                    key={seat.scorecardId}
                    interview={one}
                    seat={seat}
                    isReadable={readable.has(seat.scorecardId)}
                    withheld={withheld}
                  />
                )),
              )}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}

interface SeatRowProps {
  readonly interview: PanelInterview;
  readonly seat: Seat;
  readonly isReadable: boolean;
  readonly withheld: WithheldReason | null;
}

function SeatRow({ interview, seat, isReadable, withheld }: SeatRowProps): ReactNode {
  const t = usePacketTexts();
  const marks = [seat.isObserver ? t('observes') : '', seat.isRemoved ? t('takenOff') : ''].filter((m) => m !== '');
  return (
    <tr>
      <td>{interview.title}</td>
      <td className="num">{interview.scheduledAt == null ? t('noTime') : instant(interview.scheduledAt)}</td>
      <td>
        {seat.person?.displayName ?? t('somebody')}
        {marks.length === 0 ? null : <span className="muted">{` (${marks.join(', ')})`}</span>}
      </td>
      <td className={styles.state}>
        {interview.state === 'CANCELLED' ? (
          <span className="muted">{t('cancelled')}</span>
        ) : (
          <SeatState interview={interview} seat={seat} isReadable={isReadable} withheld={withheld} />
        )}
      </td>
    </tr>
  );
}

function SeatState({ interview, seat, isReadable, withheld }: SeatRowProps): ReactNode {
  const t = usePacketTexts();
  const { person } = useSession();
  const isMine = person != null && seat.person?.id === person.id;
  if (isMine && !seat.hasSubmitted && !seat.isRemoved)
    return (
      <>
        <span className="pill warn">{t('mine')}</span>
        <span className="noprint">
          <Link to="/interviews/$interviewId/scorecard" params={{ interviewId: interview.id }}>
            {t('writeMine')}
          </Link>
        </span>
      </>
    );
  if (!seat.hasSubmitted) return <span className="muted">{t('notSubmitted')}</span>;
  if (isReadable)
    return (
      <span className="pill ok">
        <IconCheck size={13} stroke={2.2} aria-hidden />
        {t('readBelow')}
      </span>
    );
  return (
    <>
      <span className="pill">
        <IconLock size={13} stroke={1.8} aria-hidden />
        {t('locked')}
      </span>
      {withheld === null ? null : <span className="muted small-text">{t(`lock_${withheld}`)}</span>}
    </>
  );
}
