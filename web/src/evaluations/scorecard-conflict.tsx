/** Why this file exists: the scorecard was changed in another window; the author sees what differs and chooses. */
import { useEffect, useRef, type ReactNode } from 'react';
import { Button } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { Content } from './scorecard-content.js';
import { Differences } from './scorecard-differences.js';
import { useScorecardTexts } from './scorecard.texts.js';
import type { AskedSlot } from './scorecard-view.js';
import styles from './scorecard.module.css';

interface ScorecardConflictProps {
  readonly mine: Content;
  readonly other: Content;
  readonly slots: readonly AskedSlot[];
  readonly keepMine: () => void;
  readonly useOther: () => void;
}

export function ScorecardConflict({ mine, other, slots, keepMine, useOther }: ScorecardConflictProps): ReactNode {
  const t = useScorecardTexts();
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => {
    void ref.current?.scrollIntoView({ block: 'start' }); // newer browsers answer with a promise
  }, []);
  return (
    <div className={styles.conflict} role="alert" ref={ref}>
      <h2>
        <IconAlertTriangle size={17} aria-hidden />
        {t('conflictTitle')}
      </h2>
      <p>{t('conflictBody')}</p>
      <Differences before={mine} after={other} slots={slots} beforeLabel={t('mine')} afterLabel={t('other')} />
      <div className={styles.choice}>
        <Button size="xs" onClick={keepMine}>
          {t('keepMine')}
        </Button>
        <Button size="xs" variant="default" onClick={useOther}>
          {t('useOther')}
        </Button>
      </div>
    </div>
  );
}
