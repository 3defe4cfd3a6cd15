/** Why this file exists: a member makes a token of their own. */
import type { ReactNode } from 'react';
import { useAccountTexts } from './account.texts.js';
import { TokenForm, type ChosenScope } from './token-form.js';
import { TokenWindow } from './token-window.js';

interface NewTokenProps {
  /** What a token of this member can carry. */
  readonly scopes: readonly ChosenScope[];
  readonly again: () => void;
}

export function NewToken({ scopes, again }: NewTokenProps): ReactNode {
  const t = useAccountTexts();
  const words = { body: t('shownBody'), lost: t('notShown'), copy: t('copy'), copied: t('copied'), done: t('done') };
  return (
    <TokenWindow
      newToken={t('newToken')}
      shownTitle={t('shownTitle')}
      token={t('token')}
      words={words}
      again={again}
      form={(onMade, onClose) => <TokenForm scopes={scopes} onMade={onMade} onClose={onClose} />}
    />
  );
}
