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

/** The code of a page could not be fetched: since this window was opened, the server got another version of the app. */
const isOutdated = (error: unknown): boolean =>
  error instanceof Error && /dynamically imported module|module script failed|unable to preload/i.test(error.message);

/** A page that breaks leaves the shell standing; what broke is for the console, not for the reader. */
export function Broken({ error, reset }: ErrorComponentProps): ReactNode {
  const t = useCoreTexts();
  const [title, body, again] = isOutdated(error)
    ? ([t('outdatedTitle'), t('outdatedBody'), () => location.reload()] as const)
    : ([t('brokenTitle'), t('brokenBody'), reset] as const);
  const actions = (
    <div style={{ display: 'flex', gap: 16, alignItems: 'center', justifyContent: 'center' }}>
      <Button onClick={again}>{t('tryAgain')}</Button>
      <Link to="/">{t('goHome')}</Link>
    </div>
  );
  return (
    <EmptyState title={title} action={actions} alert>
      {body}
    </EmptyState>
  );
}

export const root = createRootRoute({ component: Shell, notFoundComponent: NotFound, errorComponent: Broken });

/** For `createRoute`: every page stands directly below the shell. */
export const getParentRoute = () => root;
