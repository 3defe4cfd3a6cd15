/** Why this file exists: the public advert of a posted requisition. */
import type { ReactNode } from 'react';
import { IconCheck, IconMinus } from '@tabler/icons-react';
import { day, list } from '../app/format.js';
import { graphql } from '../gql/index.js';
import type { PublicAdvertQuery } from '../gql/graphql.js';
import { JsonLd } from './json-ld.js';
import { Failed, Nothing, useHead, usePublicRead, Waiting } from './public-states.js';
import { usePublicTexts } from './public.texts.js';
import { Requirements } from './requirements.js';
import styles from './public.module.css';

const AdvertQuery = graphql(`
  query PublicAdvert($address: String!) {
    advert(address: $address) {
      title
      organisationName
      location
      employmentType
      postedOn
      mission
      outcomes
      owns
      doesNotOwn
      jobPosting
      requirements {
        ...PublicRequirement
      }
      interviews {
        name
        format
        minutes
        kinds
        skillNames
      }
    }
  }
`);
type Advert = NonNullable<PublicAdvertQuery['advert']>;

export function AdvertPage({ address }: { readonly address: string }): ReactNode {
  const t = usePublicTexts();
  const { data, failed, again } = usePublicRead(AdvertQuery, { address });
  if (data?.advert != null) return <AdvertView advert={data.advert} />;
  if (failed) return <Failed again={again} />;
  return data === undefined ? <Waiting /> : <Nothing title={t('advertMissingTitle')}>{t('advertMissingBody')}</Nothing>;
}

function AdvertView({ advert }: { readonly advert: Advert }): ReactNode {
  const t = usePublicTexts();
  const { title, organisationName: organisation } = advert;
  useHead(t('advertTitle', { title, organisation }), advert.mission);
  return (
    <article>
      {advert.jobPosting === null ? null : <JsonLd>{advert.jobPosting}</JsonLd>}
      <p className={styles.over}>{organisation}</p>
      <h1 className={styles.title}>{title}</h1>
      <Facts advert={advert} />
      <p className={styles.mission}>{advert.mission}</p>
      <Duties advert={advert} />
      {advert.outcomes.length === 0 ? null : (
        <section className={styles.section}>
          <h2>{t('outcomes')}</h2>
          <ul className={styles.plain}>
            {advert.outcomes.map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </section>
      )}
      <Loop interviews={advert.interviews} />
      <Requirements of={advert.requirements} />
      <section className={styles.section}>
        <h2>{t('apply')}</h2>
        <p className={styles.lead}>{t('applyBody', { organisation })}</p>
      </section>
    </article>
  );
}

function Facts({ advert }: { readonly advert: Advert }): ReactNode {
  const t = usePublicTexts();
  return (
    <dl className={styles.facts}>
      <div>
        <dt>{t('place')}</dt>
        <dd data-missing={advert.location === null}>{advert.location ?? t('placeUnknown')}</dd>
      </div>
      <div>
        <dt>{t('employment')}</dt>
        <dd data-missing={advert.employmentType === null}>
          {advert.employmentType === null ? t('employmentUnknown') : t(`employment_${advert.employmentType}`)}
        </dd>
      </div>
      <div>
        <dt>{t('posted')}</dt>
        <dd>
          <time dateTime={advert.postedOn}>{day(advert.postedOn, { month: 'long' })}</time>
        </dd>
      </div>
    </dl>
  );
}

/** What the job is and what it is not, side by side. */
function Duties({ advert: { owns, doesNotOwn } }: { readonly advert: Advert }): ReactNode {
  const t = usePublicTexts();
  return (
    <div className={styles.duties}>
      {owns.length === 0 ? null : (
        <section>
          <h2>{t('owns')}</h2>
          <ul className={styles.marked}>
            {owns.map((text) => (
              <li key={text}>
                <IconCheck size={16} stroke={2} aria-hidden className={styles.yes} />
                <span>{text}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {doesNotOwn.length === 0 ? null : (
        <section>
          <h2>{t('doesNotOwn')}</h2>
          <ul className={styles.marked}>
            {doesNotOwn.map((text) => (
              <li key={text}>
                <IconMinus size={16} stroke={2} aria-hidden className={styles.no} />
                <span>{text}</span>
              </li>
            ))}
          </ul>
          <p className="small-text muted">{t('doesNotOwnLead')}</p>
        </section>
      )}
    </div>
  );
}

function Loop({ interviews }: { readonly interviews: Advert['interviews'] }): ReactNode {
  const t = usePublicTexts();
  return (
    <section className={styles.section}>
      <h2>{t('how')}</h2>
      <p className={styles.lead}>{interviews.length === 0 ? t('howEmpty') : t('howLead')}</p>
      {interviews.length === 0 ? null : (
        <ol className={styles.loop}>
          {interviews.map((one, at) => (
            <li key={at}>
              <h3>{one.name}</h3>
              <p className="muted">
                {[t('minutes', { count: one.minutes }), one.format].filter((text) => text !== '').join(' · ')}
              </p>
              <p>{t('madeOf', { kinds: list(one.kinds.map((kind) => t(`kind_${kind}`))) })}</p>
              <p className="muted">{t('inIt', { skills: list(one.skillNames) })}</p>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}
