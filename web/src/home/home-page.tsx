/** Why this file exists: the first page after signing in: what waits, then the work in progress. */
import type { ReactNode } from 'react';
import { useCoreTexts } from '../app/core-texts.js';
import { Page } from '../ui/page.js';

export function HomePage(): ReactNode {
  const t = useCoreTexts();
  return <Page title={t('navHome')}>{null}</Page>;
}
