/** Why this file exists: the button below a list that can grow. */
import type { ReactNode } from 'react';
import { Button } from '@mantine/core';
import { useCoreTexts } from '../app/core-texts.js';

interface ShowMoreProps {
  /** Absent when everything is shown. */
  readonly more: (() => void) | undefined;
  readonly loading: boolean;
}

export function ShowMore({ more, loading }: ShowMoreProps): ReactNode {
  const t = useCoreTexts();
  if (more === undefined && !loading) return null;
  return (
    <div style={{ display: 'flex', justifyContent: 'center', paddingTop: 16 }}>
      <Button variant="default" loading={loading} onClick={() => more?.()}>
        {t('showMore')}
      </Button>
    </div>
  );
}
