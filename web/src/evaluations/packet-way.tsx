/** Why this file exists: the stages of an application with their dates, and the notes of those who moved it. */
import type { ReactNode } from 'react';
import { day } from '../app/format.js';
import { graphql, readFragment, type FragmentType } from '../gql/index.js';
import { usePacketTexts } from './packet.texts.js';
import styles from './packet.module.css';

const PacketWayFragment = graphql(`
  fragment EvaluationsPacketWay on Application {
    id
    withdrawnBy
    withdrawReason
    history {
      at
      toStage
      note
    }
  }
`);

export function PacketWay({ of }: { readonly of: FragmentType<typeof PacketWayFragment> }): ReactNode {
  const t = usePacketTexts();
  const { history, withdrawnBy, withdrawReason } = readFragment(PacketWayFragment, of);
  const endedBy = withdrawnBy == null ? '' : t(withdrawnBy === 'CANDIDATE' ? 'wayUntil' : 'endedByTeam');
  return (
    <section className="section" aria-labelledby="packet-way">
      <h2 id="packet-way">{t('way')}</h2>
      <ol className={styles.way}>
        {history.map((change) => (
          <li key={change.at}>
            <b>{t(`stage_${change.toStage}`)}</b>
            <span className="muted num">{day(change.at)}</span>
            {change.toStage === 'WITHDRAWN' ? (
              <p>{[endedBy, withdrawReason ?? ''].filter((text) => text !== '').join(': ')}</p>
            ) : null}
            {change.note == null || change.note === withdrawReason ? null : <p>{change.note}</p>}
          </li>
        ))}
      </ol>
    </section>
  );
}
