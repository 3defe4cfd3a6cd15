/** Why this file exists: an applicant follows the own application: where it stands, what comes next, what is kept, and the way out. */
import { useState, type ReactNode } from 'react';
import { day, today } from '../app/format.js';
import { graphql, readFragment, type FragmentType } from '../gql/index.js';
import { OwnData } from './own-data.js';
import { Failed, Nothing, useHead, usePublicRead, Waiting } from './public-states.js';
import { usePublicTexts } from './public.texts.js';
import { Requirements } from './requirements.js';
import { Timeline } from './timeline.js';
import { Withdraw } from './withdraw.js';
import styles from './public.module.css';

export const PublicStatus = graphql(`
  fragment PublicStatus on ApplicationStatus {
    requisitionTitle
    organisationName
    stage
    answerOn
    withdrawnBy
    mayWithdraw
    linkExpiresAt
    requirements {
      ...PublicRequirement
    }
    ...PublicTimeline
    data {
      ...PublicOwnData
    }
  }
`);
type Ref = FragmentType<typeof PublicStatus>;

const StatusQuery = graphql(`
  query PublicApplicationStatus($token: String!) {
    applicationStatus(token: $token) {
      ...PublicStatus
    }
  }
`);

export function StatusPage({ token }: { readonly token: string }): ReactNode {
  const t = usePublicTexts();
  const { data, failed, again } = usePublicRead(StatusQuery, { token });
  const [changed, setChanged] = useState<Ref | null>(null);
  const [gone, setGone] = useState(false);
  const status = changed ?? data?.applicationStatus;
  if (status != null && !gone)
    return <StatusView of={status} token={token} onChanged={setChanged} onGone={() => setGone(true)} />;
  if (failed) return <Failed again={again} />;
  return data === undefined ? <Waiting /> : <Nothing title={t('statusMissingTitle')}>{t('statusMissingBody')}</Nothing>;
}

interface StatusViewProps {
  readonly of: Ref;
  readonly token: string;
  readonly onChanged: (status: Ref) => void;
  readonly onGone: () => void;
}

function StatusView({ of, token, onChanged, onGone }: StatusViewProps): ReactNode {
  const t = usePublicTexts();
  const status = readFragment(PublicStatus, of);
  const { organisationName: organisation, requisitionTitle: title } = status;
  useHead(t('statusHead', { organisation }), t('statusLead', { title, organisation }));
  return (
    <article>
      <p className={styles.over}>{organisation}</p>
      <h1 className={styles.title}>{t('statusTitle')}</h1>
      <p className={styles.mission}>{title}</p>
      <p className={styles.next} data-quiet={status.answerOn === null} role="status">
        {useNextWords(status)}
      </p>
      <Timeline of={status} />
      <Requirements of={status.requirements} />
      <OwnData of={status.data} organisation={organisation} />
      <section className={styles.section}>
        {status.mayWithdraw ? (
          <Withdraw token={token} organisation={organisation} onDone={onChanged} onGone={onGone} />
        ) : null}
        <p className="small-text muted">{t('linkEnds', { day: day(status.linkExpiresAt, { month: 'long' }) })}</p>
      </section>
    </article>
  );
}

interface NextFacts {
  readonly stage: string;
  readonly answerOn: string | null;
  readonly withdrawnBy: string | null;
  readonly organisationName: string;
}

/** The one sentence that an applicant comes for. */
function useNextWords({ stage, answerOn, withdrawnBy, organisationName: organisation }: NextFacts): string {
  const t = usePublicTexts();
  if (stage === 'WITHDRAWN')
    return withdrawnBy === 'CANDIDATE' ? t('withdrawnByYou') : t('withdrawnByThem', { organisation });
  const decided = stage === 'DECIDED' ? `${t('decidedBanner', { organisation })} ` : '';
  if (answerOn === null) return decided === '' ? t('notPromised') : decided.trim();
  const when = { day: day(answerOn, { weekday: 'long', month: 'long' }) };
  return decided + (answerOn < today() ? t('promisePassed', when) : t('promised', when));
}
