/** Why this file exists: anybody who audits can have the whole chain walked and read the verdict. */
import { useState, type ReactNode } from 'react';
import { Button } from '@mantine/core';
import { IconShieldCheck, IconShieldX } from '@tabler/icons-react';
import { useClient } from 'urql';
import { refusalOf } from '../app/client.js';
import { tell } from '../app/core-texts.js';
import { notifyProblem } from '../app/notify.js';
import { graphql } from '../gql/index.js';
import type { VerifyAuditQuery } from '../gql/graphql.js';
import { eventsCount } from './audit-filter.js';
import styles from './audit.module.css';
import { useAuditTexts } from './audit.texts.js';

const VerifyAudit = graphql(`
  query VerifyAudit {
    verifyAudit {
      isIntact
      events
      firstBadSeq
      reason
    }
  }
`);

type Verdict = VerifyAuditQuery['verifyAudit'];

export function VerifyTrail(): ReactNode {
  const t = useAuditTexts();
  const client = useClient();
  const [verdict, setVerdict] = useState<Verdict | null>(null);
  const [running, setRunning] = useState(false);
  const verify = async (): Promise<void> => {
    setRunning(true);
    setVerdict(null);
    const { data, error } = await client.query(VerifyAudit, {}, { requestPolicy: 'network-only' }).toPromise();
    setRunning(false);
    if (data !== undefined) setVerdict(data.verifyAudit);
    else if (error !== undefined)
      notifyProblem({ kind: refusalOf(error), code: 'VERIFY', message: tell('failedBody'), field: null });
  };
  return (
    <div className={styles.verify}>
      <Button variant="default" loading={running} onClick={() => void verify()}>
        {t('verify')}
      </Button>
      <div role="status" aria-live="polite" className={styles.verdict}>
        {running ? <span className="muted">{t('verifying')}</span> : null}
        {verdict === null ? null : <VerdictLine verdict={verdict} />}
      </div>
    </div>
  );
}

function VerdictLine({ verdict }: { readonly verdict: Verdict }): ReactNode {
  const t = useAuditTexts();
  const events = eventsCount(verdict.events, t);
  if (verdict.isIntact)
    return (
      <p className="banner info">
        <IconShieldCheck size={18} aria-hidden />
        <span>{t('intact', { events })}</span>
      </p>
    );
  const reason = verdict.reason == null ? '' : t(`reason_${verdict.reason}`);
  return (
    <p className="banner">
      <IconShieldX size={18} aria-hidden />
      <span>
        {t('broken', { seq: verdict.firstBadSeq ?? 0, reason, events })} {t('showBroken')}
      </span>
    </p>
  );
}
