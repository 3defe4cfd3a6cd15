/** Why this file exists: lists that grow on request: the first page is read like any page's data, "Show more" adds the next ones. */
import { useEffect, useState } from 'react';
import { useClient, type AnyVariables, type TypedDocumentNode } from 'urql';
import { useRead, type Reading } from './reads.js';

interface Connection<Node> {
  readonly nodes: readonly Node[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor?: string | null };
}

interface Growing<Data, Node> {
  /** The first page, with its states. */
  readonly read: Reading<Data>;
  /** Everything that is loaded so far. */
  readonly nodes: readonly Node[];
  /** Loads the next page; absent when there is none. */
  readonly more: (() => void) | undefined;
  readonly loadingMore: boolean;
}

/**
 * Reads a list page by page; the document takes `$after: String`. Other variables start the list afresh.
 * @param connectionOf picks the list out of an answer; `undefined` when it was not asked for
 */
export function useMore<Data, Variables extends AnyVariables, Node>(
  query: TypedDocumentNode<Data, Variables>,
  variables: Omit<Variables, 'after'>,
  connectionOf: (data: Data) => Connection<Node> | undefined,
  options: { readonly pause?: boolean } = {},
): Growing<Data, Node> {
  const client = useClient();
  const list = JSON.stringify(variables);
  const read = useRead(query as TypedDocumentNode<Data, AnyVariables>, variables, options);
  const [asked, setAsked] = useState<{ readonly list: string; readonly cursors: readonly string[] }>({
    list,
    cursors: [],
  });
  const [answers, setAnswers] = useState<ReadonlyMap<string, Data>>(new Map());
  const cursors = asked.list === list ? asked.cursors : [];
  const path = cursors.join(' ');
  useEffect(() => {
    const subscriptions = path
      .split(' ')
      .filter((cursor) => cursor !== '')
      .map((cursor) =>
        client
          .query<Data>(query as TypedDocumentNode<Data, AnyVariables>, {
            ...(JSON.parse(list) as object),
            after: cursor,
          })
          .subscribe(({ data }) => {
            if (data !== undefined) setAnswers((known) => new Map(known).set(cursor, data));
          }),
      );
    return () => {
      for (const subscription of subscriptions) subscription.unsubscribe();
    };
  }, [client, query, list, path]);
  const pages = [read.data, ...cursors.map((cursor) => answers.get(cursor))].flatMap((data) => {
    const page = data === undefined ? undefined : connectionOf(data);
    return page === undefined ? [] : [page];
  });
  const last = pages.at(-1);
  const next = last?.pageInfo.hasNextPage === true ? last.pageInfo.endCursor : undefined;
  return {
    read,
    nodes: pages.flatMap((page) => page.nodes),
    more: next == null ? undefined : () => setAsked({ list, cursors: [...cursors, next] }),
    loadingMore: pages.length > 0 && pages.length < cursors.length + 1,
  };
}
