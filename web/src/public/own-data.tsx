/** Why this file exists: applicants see what is kept about them and what happens with it. */
import type { ReactNode } from 'react';
import { day } from '../app/format.js';
import { graphql, readFragment, type FragmentType } from '../gql/index.js';
import { usePublicTexts } from './public.texts.js';
import styles from './public.module.css';

export const PublicOwnData = graphql(`
  fragment PublicOwnData on OwnCandidateData {
    displayName
    headline
    email
    phone
    source
    receivedAt
    consentedOn
    keepUntil
  }
`);

interface OwnDataProps {
  readonly of: FragmentType<typeof PublicOwnData>;
  readonly organisation: string;
}

export function OwnData({ of, organisation }: OwnDataProps): ReactNode {
  const t = usePublicTexts();
  const data = readFragment(PublicOwnData, of);
  const onDay = (iso: string | null): string => (iso === null ? t('dataNotWritten') : day(iso, { month: 'long' }));
  const rows: readonly (readonly [string, string])[] = [
    [t('dataName'), data.displayName],
    [t('dataHeadline'), data.headline ?? t('dataNone')],
    [t('dataEmail'), data.email ?? t('dataNone')],
    [t('dataPhone'), data.phone ?? t('dataNone')],
    [t('dataSource'), t(`source_${data.source}`)],
    [t('dataReceived'), onDay(data.receivedAt)],
    [t('dataConsent'), onDay(data.consentedOn)],
    [t('dataUntil'), onDay(data.keepUntil)],
  ];
  return (
    <>
      <section className={styles.section}>
        <h2>{t('data')}</h2>
        <dl className={styles.data}>
          {rows.map(([label, value]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd data-missing={value === t('dataNone') || value === t('dataNotWritten')}>{value}</dd>
            </div>
          ))}
        </dl>
        <p className="small-text muted">{t('dataMasked')}</p>
      </section>
      <section className={styles.section}>
        <h2>{t('happens')}</h2>
        <ul className={styles.plain}>
          <li>{t('happensWho', { organisation })}</li>
          <li>{t('happensWhy')}</li>
          <li>{t('happensRights', { organisation })}</li>
        </ul>
      </section>
    </>
  );
}
