/** Why this file exists: one way to ask for a page's data, and one way to draw loading, refused, missing, offline and failed. */
import { useCallback, useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { Button } from '@mantine/core';
import { useQuery, type AnyVariables, type TypedDocumentNode } from 'urql';
import { EmptyState } from '../ui/empty-state.js';
import { PageSkeleton } from '../ui/skeleton.js';
import { refusalOf, type Refusal } from './client.js';
import { useConnected } from './connection.js';
import { useCoreTexts } from './core-texts.js';
import { useSession } from './session.js';

export interface Reading<Data> {
  /** The newest answer; absent until the first one. */
  readonly data: Data | undefined;
  /** Why there is no answer; absent while there is none to tell. */
  readonly refusal: Refusal | undefined;
  readonly fetching: boolean;
  readonly again: () => void;
}

/** Asks for data; asks again when the connection or the session comes back. */
export function useRead<Data, Variables extends AnyVariables>(
  query: TypedDocumentNode<Data, Variables>,
  variables: Variables,
  options: { readonly pause?: boolean } = {},
): Reading<Data> {
  const [{ data: answer, error, fetching, stale, operation }, execute] = useQuery<Data>({
    query: query as TypedDocumentNode<Data, AnyVariables>,
    variables,
    pause: options.pause ?? false,
  });
  const isPart = stale && operation?.context.meta?.cacheOutcome === 'partial';
  const data = useWhole(answer ?? undefined, isPart);
  const connected = useConnected();
  const { generation } = useSession();
  const refusal = error === undefined ? undefined : refusalOf(error);
  const returns = refusal === 'offline' || refusal === 'signed-out';
  useEffect(() => {
    if (returns && connected) execute({ requestPolicy: 'network-only' });
    // asked again when one of these changes, not whenever the refusal is drawn
  }, [connected, generation]);
  const again = useAgain(fetching || stale, execute);
  return useMemo(
    () => ({ data, refusal, fetching: fetching || stale, again }),
    [data, refusal, fetching, stale, again],
  );
}

/** Asks again; while an answer is still on its way, which may be older than what was just changed, it asks once more after it. */
function useAgain(isAsking: boolean, execute: (options: { requestPolicy: 'network-only' }) => void): () => void {
  const asking = useRef(isAsking);
  const owed = useRef(false);
  useEffect(() => {
    asking.current = isAsking;
    if (isAsking || !owed.current) return;
    owed.current = false;
    execute({ requestPolicy: 'network-only' });
  }, [isAsking, execute]);
  return useCallback(() => {
    if (asking.current) owed.current = true;
    else execute({ requestPolicy: 'network-only' });
  }, [execute]);
}

/** The last whole answer. What the cache has of another one has `null` where the rest will be, and would be drawn as missing. */
function useWhole<Data>(answer: Data | undefined, isPart: boolean): Data | undefined {
  const [last, setLast] = useState(isPart ? undefined : answer);
  if (!isPart && answer !== last) setLast(answer);
  return isPart ? last : answer;
}

interface LoadableProps<Data> {
  readonly of: Reading<Data>;
  /** Drawn after 150 ms without an answer, with the boxes of the final layout. */
  readonly skeleton?: ReactNode;
  /** Drawn when the answer is refused to this reader; by default says who can give access. */
  readonly refused?: ReactNode;
  readonly children: (data: Data) => ReactNode;
}

/** Draws the answer, or the state that stands in for it. A failed refresh keeps the data that is already on the screen. */
export function Loadable<Data>({ of: reading, skeleton, refused, children }: LoadableProps<Data>): ReactNode {
  if (reading.data !== undefined) return children(reading.data);
  if (reading.refusal === 'forbidden') return refused ?? <Refused refusal="forbidden" />;
  if (reading.refusal !== undefined) return <Refused refusal={reading.refusal} again={reading.again} />;
  return <Later>{skeleton ?? <PageSkeleton />}</Later>;
}

/** Holds the skeleton back for 150 ms, so that a quick answer does not flicker; its space is taken from the start. */
function Later({ children }: { readonly children: ReactNode }): ReactNode {
  const [shown, setShown] = useState(false);
  const t = useCoreTexts();
  useEffect(() => {
    const timer = setTimeout(() => setShown(true), 150);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div aria-busy="true" style={{ visibility: shown ? 'visible' : 'hidden' }}>
      <span className="visually-hidden" role="status">
        {t('loading')}
      </span>
      {children}
    </div>
  );
}

const WORDS = {
  forbidden: ['refusedTitle', 'refusedBody'],
  missing: ['missingTitle', 'missingBody'],
  offline: ['offlineTitle', 'offlineBody'],
  'signed-out': ['offlineTitle', 'commandSignedOut'],
  'bad-input': ['missingTitle', 'missingBody'],
  failed: ['failedTitle', 'failedBody'],
} as const;

/** What a page says when it has nothing to show for a reason. */
export function Refused({ refusal, again }: { readonly refusal: Refusal; readonly again?: () => void }): ReactNode {
  const t = useCoreTexts();
  const [title, body] = WORDS[refusal];
  const retry =
    again === undefined || refusal === 'missing' || refusal === 'bad-input' ? null : (
      <Button variant="default" onClick={again}>
        {t('tryAgain')}
      </Button>
    );
  return (
    <EmptyState title={t(title)} action={retry} alert>
      {t(body)}
    </EmptyState>
  );
}

/** For a record that the API answered with nothing. */
export const Missing = (): ReactNode => <Refused refusal="missing" />;
