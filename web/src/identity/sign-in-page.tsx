/** Why this file exists: the first page a newcomer sees. */
import { useEffect, type ReactNode } from 'react';
import { Logo } from '../ui/logo.js';
import { SignInForm } from './sign-in-form.js';
import { useIdentityTexts } from './identity.texts.js';
import styles from './sign-in.module.css';

export function SignInPage({ onSignedIn }: { readonly onSignedIn: () => void }): ReactNode {
  const t = useIdentityTexts();
  useEffect(() => {
    document.title = `${t('title')} · Twinladder`;
  }, [t]);
  return (
    <main className={styles.page}>
      <div className={styles.sheet}>
        <div className={styles.brand}>
          <Logo size={28} />
          <h1>Twinladder</h1>
        </div>
        <p className={styles.lead}>{t('lead')}</p>
        <SignInForm onSignedIn={onSignedIn} />
      </div>
    </main>
  );
}
