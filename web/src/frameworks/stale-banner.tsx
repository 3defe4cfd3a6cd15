/** Why this file exists: somebody else was faster; the newest state is offered, and what was typed stays. */
import type { ReactNode } from 'react';
import { Button } from '@mantine/core';
import { useCoreTexts } from '../app/core-texts.js';
import { useFrameworksTexts } from './frameworks.texts.js';

export function StaleBanner({ again }: { readonly again: () => void }): ReactNode {
  const t = useFrameworksTexts();
  const core = useCoreTexts();
  return (
    <div className="banner" role="alert">
      <span>{t('stale')}</span>
      <Button size="compact-sm" variant="default" onClick={again}>
        {core('loadNewest')}
      </Button>
    </div>
  );
}
