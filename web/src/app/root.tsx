/** Why this file exists: the root of all addresses: the shell, and what is drawn when a page does not exist or breaks. */
import type { ReactNode } from 'react';
import { Button } from '@mantine/core';
import { createRootRoute, Link, type ErrorComponentProps } from '@tanstack/react-router';
import { EmptyState } from '../ui/empty-state.js';
import { useCoreTexts } from './core-texts.js';
import { Shell } from './shell.js';

export function NotFound(): ReactNode {
  const t = useCoreTexts();
  return (
    <EmptyState title={t('notFoundTitle')} action={<Link to="/">{t('goHome')}</Link>} alert>
      {t('notFoundBody')}
    </EmptyState>
  );
}

/** A page that breaks leaves the shell standing; what broke is for the console, not for the reader. */
export function Broken({ reset }: ErrorComponentProps): ReactNode {
  const t = useCoreTexts();
  return (
    <EmptyState title={t('brokenTitle')} action={<Button onClick={reset}>{t('tryAgain')}</Button>} alert>
      {t('brokenBody')}
    </EmptyState>
  );
}

export const root = createRootRoute({ component: Shell, notFoundComponent: NotFound, errorComponent: Broken });

/** For `createRoute`: every page stands directly below the shell. */
export const getParentRoute = () => root;
