/** Why this file exists: whoever comes back from the company's sign-in without being let in reads why. */
import type { ReactNode } from 'react';
import { useIdentityTexts } from './identity.texts.js';
import styles from './sign-in.module.css';

const CODES = [
  'SIGN_ON_FAILED',
  'SIGN_ON_UNAVAILABLE',
  'SIGN_ON_CANCELLED',
  'SIGN_ON_NOT_LINKED',
  'SIGN_ON_TOO_MANY',
] as const;
type Code = (typeof CODES)[number];

/** The code in an address, if it is one of ours. */
export const problemIn = (search: string): Code | null => {
  const told = new URLSearchParams(search).get('problem');
  return CODES.find((code) => code === told) ?? null;
};

export function SignOnProblem({ code }: { readonly code: Code }): ReactNode {
  const t = useIdentityTexts();
  return (
    <p className={styles.refused} role="alert">
      {t(`problem_${code}`)}
    </p>
  );
}
