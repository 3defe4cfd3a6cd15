/** Why this file exists: the calm frame around the pages without sign-in. */
import type { ReactNode } from 'react';
import { Logo } from '../ui/logo.js';
import { usePublicTexts } from './public.texts.js';
import styles from './public.module.css';

export function PublicLayout({ children }: { readonly children: ReactNode }): ReactNode {
  const t = usePublicTexts();
  return (
    <div className={styles.frame}>
      <a className="skip" href="#content">
        {t('skip')}
      </a>
      <header className={styles.top}>
        <Logo size={20} />
        <span>Twinladder</span>
      </header>
      <main id="content" tabIndex={-1} className={styles.main}>
        {children}
      </main>
      <footer className={styles.foot}>
        <p>{t('footFair')}</p>
        <p>{t('footData')}</p>
      </footer>
    </div>
  );
}
