/** Why this file exists: the first page a newcomer sees. */
import { useEffect, useState, type ReactNode } from 'react';
import { Logo } from '../ui/logo.js';
import { SignInForm } from './sign-in-form.js';
import { useIdentityTexts } from './identity.texts.js';
import { problemIn, SignOnProblem } from './sign-on-problem.js';
import styles from './sign-in.module.css';

export function SignInPage({ onSignedIn }: { readonly onSignedIn: () => void }): ReactNode {
  const t = useIdentityTexts();
  const [problem] = useState(() => problemIn(location.search));
  useEffect(() => {
    document.title = `${t('title')} · Twinladder`;
    if (location.pathname === '/sign-in') history.replaceState(null, '', '/'); // whoever is in goes on at home
  }, [t]);
  return (
    <main className={styles.page}>
      <div className={styles.sheet}>
        <div className={styles.brand}>
          <Logo size={28} />
          <h1>Twinladder</h1>
        </div>
        <p className={styles.lead}>{t('lead')}</p>
        {problem === null ? null : <SignOnProblem code={problem} />}
        <SignInForm onSignedIn={onSignedIn} />
      </div>
    </main>
  );
}
