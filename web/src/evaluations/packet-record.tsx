/** Why this file exists: the debrief and the decision as they stand, to read and to print. */
import type { ReactNode } from 'react';
import { day, instant, list } from '../app/format.js';
import { graphql, readFragment, type FragmentType } from '../gql/index.js';
import type { EvaluationsPacketRecordFragment } from '../gql/graphql.js';
import { usePacketTexts } from './packet.texts.js';
import styles from './packet.module.css';

export const PacketRecordFragment = graphql(`
  fragment EvaluationsPacketRecord on Application {
    id
    interviews {
      id
      title
      seats {
        scorecardId
        person {
          id
          displayName
        }
      }
    }
    evaluation {
      debrief {
        heldAt
        notes
        attendees {
          person {
            id
            displayName
          }
        }
        waivers {
          scorecardId
          reason
        }
      }
      decision {
        id
        outcome
        reason
        reasonCodes
        conditions
        decidedAt
        person {
          id
          displayName
        }
        dissent {
          at
          text
          person {
            id
            displayName
          }
        }
      }
    }
  }
`);
type Evaluation = NonNullable<EvaluationsPacketRecordFragment['evaluation']>;

export function PacketRecord({ of }: { readonly of: FragmentType<typeof PacketRecordFragment> }): ReactNode {
  const application = readFragment(PacketRecordFragment, of);
  const { debrief, decision } = application.evaluation ?? {};
  return (
    <>
      {decision == null ? null : <DecisionRecord of={decision} />}
      {debrief == null ? null : <DebriefRecord of={debrief} interviews={application.interviews ?? []} />}
    </>
  );
}

function DecisionRecord({ of: decision }: { readonly of: NonNullable<Evaluation['decision']> }): ReactNode {
  const t = usePacketTexts();
  const name = decision.person?.displayName ?? t('somebody');
  return (
    <section className="section" aria-labelledby="packet-decision">
      <div className="section-head">
        <h2 id="packet-decision">{t('decision')}</h2>
        <span className={`pill ${decision.outcome === 'ACCEPT' ? 'ok' : 'gap'}`}>
          {t(`outcome_${decision.outcome}`)}
        </span>
      </div>
      <p className="muted">{t('decisionBy', { name, when: day(decision.decidedAt) })}</p>
      <dl className={styles.record}>
        <dt>{t('grounds')}</dt>
        <dd>{list(decision.reasonCodes.map((code) => t(`code_${code}`)))}</dd>
        <dt>{t('reason')}</dt>
        <dd>{decision.reason}</dd>
        {decision.conditions == null ? null : (
          <>
            <dt>{t('conditions')}</dt>
            <dd>{decision.conditions}</dd>
          </>
        )}
        {decision.dissent.length === 0 ? null : (
          <>
            <dt>{t('dissent')}</dt>
            <dd>
              {decision.dissent.map((one) => (
                <blockquote key={`${one.at}${one.person?.id ?? ''}`} className={styles.dissent}>
                  <p>{one.text}</p>
                  <footer className="muted">
                    {t('dissentBy', { name: one.person?.displayName ?? t('somebody'), when: day(one.at) })}
                  </footer>
                </blockquote>
              ))}
            </dd>
          </>
        )}
      </dl>
    </section>
  );
}

interface DebriefRecordProps {
  readonly of: NonNullable<Evaluation['debrief']>;
  readonly interviews: NonNullable<EvaluationsPacketRecordFragment['interviews']>;
}

function DebriefRecord({ of: debrief, interviews }: DebriefRecordProps): ReactNode {
  const t = usePacketTexts();
  const names = list(debrief.attendees.map((one) => one.person?.displayName ?? t('somebody')));
  const seats = interviews.flatMap((one) => one.seats.map((seat) => ({ ...seat, interview: one.title })));
  return (
    <section className="section" aria-labelledby="packet-debrief">
      <h2 id="packet-debrief">{t('debrief')}</h2>
      <p className="muted">{t('debriefHeld', { when: instant(debrief.heldAt), names })}</p>
      <p className={styles.words}>{debrief.notes}</p>
      {debrief.waivers.map(({ scorecardId, reason }) => {
        const seat = seats.find((one) => one.scorecardId === scorecardId);
        return (
          <p key={scorecardId}>
            {t('waived', {
              name: seat?.person?.displayName ?? t('somebody'),
              interview: seat?.interview ?? '',
              reason,
            })}
          </p>
        );
      })}
    </section>
  );
}
