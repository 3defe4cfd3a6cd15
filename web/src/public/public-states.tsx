/** Why this file exists: asking without a session, and what a visitor sees while there is no answer, or none to give. */
import { useEffect, useState, type ReactNode } from 'react';
import { Button } from '@mantine/core';
import { useQuery, type AnyVariables, type TypedDocumentNode } from 'urql';
import { EmptyState } from '../ui/empty-state.js';
import { Block } from '../ui/skeleton.js';
import { usePublicTexts } from './public.texts.js';

export interface PublicReading<Data> {
  readonly data: Data | undefined;
  readonly failed: boolean;
  readonly again: () => void;
}

export function usePublicRead<Data, Variables extends AnyVariables>(
  query: TypedDocumentNode<Data, Variables>,
  variables: Variables,
): PublicReading<Data> {
  const [{ data, error }, execute] = useQuery<Data>({
    query: query as TypedDocumentNode<Data, AnyVariables>,
    variables,
  });
  return {
    data: data ?? undefined,
    failed: error !== undefined && data == null,
    again: () => execute({ requestPolicy: 'network-only' }),
  };
}

/** The title of the window and the description that others show of the page. */
export function useHead(title: string, description: string): void {
  useEffect(() => {
    document.title = title;
    document.querySelector('meta[name=description]')?.setAttribute('content', description);
  }, [title, description]);
}

/** The boxes of the final layout, held back for 150 ms so that a quick answer does not flicker. */
export function Waiting(): ReactNode {
  const t = usePublicTexts();
  const [shown, setShown] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setShown(true), 150);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div aria-busy="true" style={{ visibility: shown ? 'visible' : 'hidden', display: 'grid', gap: 16 }}>
      <span className="visually-hidden" role="status">
        {t('loading')}
      </span>
      <Block height={16} width={160} />
      <Block height={36} width="70%" />
      <Block height={44} />
      <Block height={120} />
      <Block height={220} />
    </div>
  );
}

export function Failed({ again }: { readonly again: () => void }): ReactNode {
  const t = usePublicTexts();
  useHead(t('failedTitle'), t('failedBody'));
  return (
    <EmptyState title={t('failedTitle')} alert action={<Button onClick={again}>{t('tryAgain')}</Button>}>
      {t('failedBody')}
    </EmptyState>
  );
}

/** For an address or a link that leads nowhere, whatever the reason. */
export function Nothing({ title, children }: { readonly title: string; readonly children: string }): ReactNode {
  useHead(title, children);
  return (
    <EmptyState title={title} alert>
      {children}
    </EmptyState>
  );
}
