/** Why this file exists: one way to change something: sent once, told in plain words when refused, safe to send again. */
import { useCallback, useRef, useState } from 'react';
import { useClient, type AnyVariables, type TypedDocumentNode } from 'urql';
import { refusalOf, type Refusal } from './client.js';
import { useSession } from './session.js';
import { graphql } from '../gql/index.js';
import { tell } from './core-texts.js';

const KINDS = ['InvalidInput', 'RuleViolation', 'NotFound', 'StaleVersion', 'AlreadyExists', 'NotAllowed'] as const;
export type ProblemKind = (typeof KINDS)[number];

/** A refusal of a command, in words for the user; `field` is the path of the input at fault. */
export interface CommandProblem {
  readonly kind: ProblemKind | Refusal;
  readonly code: string;
  readonly message: string;
  readonly field: string | null;
  /** Facts that help to act, for documents that ask for them. */
  readonly facts?: readonly { readonly name: string; readonly value: string }[];
}

/** What every command asks of a refusal; read by {@link useCommand} alone. */
export const CommandProblemFragment = graphql(`
  fragment CommandProblem on Problem {
    code
    message
    field
  }
`);

type RootValue<Data> = NonNullable<Data[Exclude<keyof Data, '__typename'>]>;
/** The success type of a mutation with one root field. */
export type SuccessOf<Data> = Exclude<RootValue<Data>, { readonly __typename: ProblemKind }>;
export type CommandOutcome<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly problem: CommandProblem };

const REFUSED: Readonly<Record<Refusal, Parameters<typeof tell>[0]>> = {
  offline: 'commandOffline',
  'signed-out': 'commandSignedOut',
  forbidden: 'commandForbidden',
  missing: 'commandMissing',
  'bad-input': 'commandBadInput',
  failed: 'commandFailed',
};

const isProblem = (value: unknown): value is CommandProblem & { __typename: ProblemKind } =>
  typeof value === 'object' && value !== null && KINDS.some((k) => k === (value as { __typename?: string }).__typename);

/**
 * A mutation whose result is a union of one success and the problems. The document asks for `...CommandProblem`.
 * When the session has ended, the user signs in over the page and the same request goes out again under the same key; nothing runs twice.
 */
export function useCommand<Data, Variables extends AnyVariables>(document: TypedDocumentNode<Data, Variables>) {
  const client = useClient();
  const { signInAgain } = useSession();
  const [running, setRunning] = useState(false);
  const count = useRef(0);
  const run = useCallback(
    async (variables: Variables): Promise<CommandOutcome<SuccessOf<Data>>> => {
      const key = crypto.randomUUID();
      const send = () =>
        client
          .mutation<Data>(document, variables, {
            fetchOptions: {
              credentials: 'same-origin',
              headers: { accept: 'application/json', 'idempotency-key': key },
            },
          })
          .toPromise();
      count.current += 1;
      setRunning(true);
      try {
        let answer = await send();
        if (answer.error !== undefined && refusalOf(answer.error) === 'signed-out' && (await signInAgain()))
          answer = await send();
        if (answer.error !== undefined) {
          const kind = refusalOf(answer.error);
          const message = kind === 'bad-input' ? (answer.error.graphQLErrors[0]?.message ?? '') : '';
          return { ok: false, problem: { kind, code: kind, message: message || tell(REFUSED[kind]), field: null } };
        }
        const [value] = Object.entries(answer.data ?? {})
          .filter(([name]) => name !== '__typename')
          .map(([, v]) => v);
        if (isProblem(value))
          return { ok: false, problem: { ...value, kind: value.__typename, field: value.field ?? null } };
        return { ok: true, value: value as SuccessOf<Data> };
      } finally {
        count.current -= 1;
        setRunning(count.current > 0);
      }
    },
    [client, document, signInAgain],
  );
  return [run, running] as const;
}
