/** Why this file exists: one event in words; opened, with everything that was recorded. */
import { useState, type ReactNode } from 'react';
import { Button } from '@mantine/core';
import { instant } from '../app/format.js';
import { graphql, readFragment, type FragmentType } from '../gql/index.js';
import type { AuditEventLineFragment } from '../gql/graphql.js';
import { Go } from '../ui/go.js';
import styles from './audit.module.css';
import { useAuditTexts } from './audit.texts.js';
import { addressOf, eventWords, factsOf, inOneLine, inWords } from './event-words.js';

const AuditEventLineData = graphql(`
  fragment AuditEventLine on AuditEvent {
    seq
    at
    type
    entity
    entityId
    data
    hash
    actor {
      id
      displayName
    }
    apiToken {
      id
      name
    }
    aboutMember {
      id
      displayName
    }
  }
`);

interface AuditEventLineProps {
  readonly event: FragmentType<typeof AuditEventLineData>;
  /** Narrows the list to one record. */
  readonly onRecord: (entityId: string) => void;
}

export function AuditEventLine({ event: reference, onRecord }: AuditEventLineProps): ReactNode {
  const t = useAuditTexts();
  const event = readFragment(AuditEventLineData, reference);
  const [isOpen, setOpen] = useState(false);
  const line = [event.aboutMember?.displayName ?? '', inOneLine(event.data)].filter((part) => part !== '').join(', ');
  const by = event.actor?.displayName ?? t('system');
  const who = event.apiToken == null ? by : `${by}, ${t('byToken', { name: event.apiToken.name })}`;
  return (
    <li>
      <details onToggle={(toggle) => setOpen(toggle.currentTarget.open)}>
        <summary aria-label={`${eventWords(event.type)}, ${t('details', { seq: event.seq })}`}>
          <time dateTime={event.at} className="num">
            {instant(event.at, { weekday: undefined, year: 'numeric', second: '2-digit' })}
          </time>
          <span className={styles.what}>
            <b>{eventWords(event.type)}</b>
            <span className={styles.line}>{line}</span>
          </span>
          <span className={styles.who}>{who}</span>
          <span className={styles.entity}>{inWords(event.entity)}</span>
        </summary>
        {isOpen ? <Details event={event} onRecord={onRecord} /> : null}
      </details>
    </li>
  );
}

interface DetailsProps {
  readonly event: AuditEventLineFragment;
  readonly onRecord: (entityId: string) => void;
}

function Details({ event, onRecord }: DetailsProps): ReactNode {
  const t = useAuditTexts();
  const { changes, values } = factsOf(event.data);
  const address = addressOf(event.entity, event.entityId);
  return (
    <div className={styles.details}>
      {changes.length === 0 ? null : (
        <div className="table-scroll" role="region" aria-label={t('details', { seq: event.seq })} tabIndex={0}>
          <table className="table">
            <thead>
              <tr>
                <th scope="col">{t('field')}</th>
                <th scope="col">{t('before')}</th>
                <th scope="col">{t('after')}</th>
              </tr>
            </thead>
            <tbody>
              {changes.map((c) => (
                <tr key={c.name}>
                  <th scope="row">{c.name}</th>
                  <td>{c.before}</td>
                  <td>{c.after}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <dl className={styles.facts}>
        {values.map((v) => (
          <div key={v.name}>
            <dt>{v.name}</dt>
            <dd>{v.value}</dd>
          </div>
        ))}
        <div>
          <dt>{t('recordId')}</dt>
          <dd className="mono">{event.entityId}</dd>
        </div>
        <div>
          <dt>{t('hash')}</dt>
          <dd className="mono">{event.hash}</dd>
        </div>
      </dl>
      <div className={styles.links}>
        <span className="muted num">{t('seq', { seq: event.seq })}</span>
        <Button size="compact-sm" variant="subtle" onClick={() => onRecord(event.entityId)}>
          {t('ofThisRecord')}
        </Button>
        {address === null ? null : <Go to={address}>{`${t('openRecord')}: ${inWords(event.entity)}`}</Go>}
      </div>
    </div>
  );
}
