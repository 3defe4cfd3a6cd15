/** Why this file exists: what the editor must know before going on: changes by somebody else, or work that this device had kept. */
import { useState, type ReactNode } from 'react';
import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { list } from '../../app/format.js';
import { notifyDone } from '../../app/notify.js';
import { useBuilderTexts } from './builder.texts.js';
import { changedTexts, requirementsDiffer } from './draft.js';
import type { Builder, Conflict } from './use-builder.js';
import styles from './builder.module.css';

interface BannersProps {
  readonly builder: Builder;
  readonly jobRoleId: string;
}

export function Banners({ builder, jobRoleId }: BannersProps): ReactNode {
  const t = useBuilderTexts();
  const [closed, setClosed] = useState(false);
  const { conflict } = builder;
  if (conflict !== null)
    return (
      <div className={`banner ${styles.banner}`} role="alert">
        {conflict.state === 'DRAFT' ? (
          <Clash builder={builder} conflict={conflict} />
        ) : (
          <>
            <span>{t('conflictGone')}</span>
            <Button
              size="xs"
              variant="default"
              renderRoot={(props) => <Link to="/job-roles/$jobRoleId" params={{ jobRoleId }} {...props} />}
            >
              {t('openJobRole')}
            </Button>
          </>
        )}
      </div>
    );
  if (!builder.restored || closed) return null;
  return (
    <div className={`banner info ${styles.banner}`} role="status">
      <span>{t('restored')}</span>
      <Button size="xs" variant="default" onClick={() => setClosed(true)}>
        {t('partDone')}
      </Button>
    </div>
  );
}

function Clash({ builder, conflict }: { readonly builder: Builder; readonly conflict: Conflict }): ReactNode {
  const t = useBuilderTexts();
  const base = builder.known.draft;
  const theirs = conflict.theirs.draft;
  const parts = [
    ...changedTexts(base, theirs).map((part) => t(`part_${part}`)),
    ...(requirementsDiffer(base, theirs) ? [t('part_requirements')] : []),
  ];
  const take = (): void => {
    builder.takeTheirs();
    notifyDone(t('tookTheirs'));
  };
  return (
    <>
      <span>
        <b>{t('conflictTitle')}.</b>{' '}
        {t('conflictBody', { parts: parts.length === 0 ? t('conflictNothing') : list(parts) })}
      </span>
      <Button size="xs" variant="default" onClick={take}>
        {t('takeTheirs')}
      </Button>
      <Button size="xs" variant="default" onClick={builder.keepMine}>
        {t('keepMine')}
      </Button>
    </>
  );
}
