/** Why this file exists: an address of this installation that is given to somebody outside. */
import type { ReactNode } from 'react';
import { CopiedText } from '../ui/copied-text.js';
import { useLinkTexts } from './public-links.texts.js';

export function CopiedAddress({ path }: { readonly path: string }): ReactNode {
  const t = useLinkTexts();
  return <CopiedText label={t('address')} value={`${location.origin}${path}`} copy={t('copy')} copied={t('copied')} />;
}
