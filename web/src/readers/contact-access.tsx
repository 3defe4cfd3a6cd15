/** Why this file exists: contact data of a candidate as an auditor reads them: hidden, or opened for a reason and a while. */
import { lazy, Suspense, useEffect, useState, type ReactNode } from 'react';
import { Button } from '@mantine/core';
import { instant } from '../app/format.js';
import { graphql, readFragment, type FragmentType } from '../gql/index.js';
import { Facts } from '../ui/facts.js';
import { useReadersTexts } from './readers.texts.js';
import styles from './readers.module.css';
import { WhoCanSeeLink } from './who-can-see-link.js';

const BreakGlassWindow = lazy(async () => ({ default: (await import('./break-glass-window.js')).BreakGlassWindow }));

const ContactAccessFragment = graphql(`
  fragment ContactAccess on Candidate {
    id
    displayName
    contact {
      email
      phone
    }
    ownAccess {
      id
      reason
      expiresAt
    }
  }
`);

interface ContactAccessProps {
  readonly of: FragmentType<typeof ContactAccessFragment>;
  readonly again: () => void;
}

export function ContactAccess({ of, again }: ContactAccessProps): ReactNode {
  const t = useReadersTexts();
  const { id, displayName, contact, ownAccess } = readFragment(ContactAccessFragment, of);
  const [asked, setAsked] = useState(false);
  const expiresAt = ownAccess?.expiresAt;
  useEffect(() => {
    if (expiresAt === undefined) return undefined;
    const timer = setTimeout(again, Math.max(0, Date.parse(expiresAt) - Date.now()) + 500); // what closed is shown no longer
    return () => clearTimeout(timer);
  }, [expiresAt, again]);
  return (
    <section className="section noprint" aria-labelledby="contact-access">
      <h2 id="contact-access">{t('contact')}</h2>
      {contact == null ? (
        <p className="muted">{t('contactHidden')}</p>
      ) : (
        <Facts
          of={[
            [t('email'), contact.email ?? t('none')],
            [t('phone'), contact.phone ?? t('none')],
          ]}
        />
      )}
      {ownAccess == null ? null : (
        <p className="banner info">
          {t('openYours', { reason: ownAccess.reason, at: instant(ownAccess.expiresAt, { year: 'numeric' }) })}
        </p>
      )}
      <div className={styles.row}>
        {contact == null ? (
          <Button variant="default" size="compact-md" onClick={() => setAsked(true)}>
            {t('breakGlass')}
          </Button>
        ) : null}
        {ownAccess == null ? null : (
          <Suspense>
            <CloseButton id={ownAccess.id} again={again} />
          </Suspense>
        )}
        <WhoCanSeeLink kind="CANDIDATE_CONTACT" id={id} />
      </div>
      {asked ? (
        <Suspense>
          <BreakGlassWindow candidateId={id} name={displayName} onClose={() => setAsked(false)} again={again} />
        </Suspense>
      ) : null}
    </section>
  );
}

const CloseButton = lazy(async () => ({ default: (await import('./break-glass-window.js')).CloseButton }));
