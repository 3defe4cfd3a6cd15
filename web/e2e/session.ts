/** Why this file exists: a test speaks to the API with the session of its own window, and steps into people without walking through the sign-in page. */
import type { APIRequestContext } from '@playwright/test';

/** A window, or what speaks for it. */
export interface Session {
  readonly request: APIRequestContext;
}

/** Sends a GraphQL operation with the window's own session. */
export async function ask(session: Session, query: string, variables: object = {}): Promise<Record<string, never>> {
  const answer = await session.request.post('/graphql', { data: { query, variables } });
  const body = (await answer.json()) as { data: Record<string, never>; errors?: unknown };
  if (body.errors !== undefined) throw new Error(JSON.stringify(body.errors));
  return body.data;
}

/** Signs the window in as somebody of the demonstration organisation. */
export async function stepInto(session: Session, person: string): Promise<void> {
  const { demonstrationMembers } = (await ask(
    session,
    '{ demonstrationMembers { memberId displayName } }',
  )) as unknown as {
    demonstrationMembers: { memberId: string; displayName: string }[];
  };
  const found = demonstrationMembers.find((m) => m.displayName.includes(person));
  if (found === undefined) throw new Error(`Nobody of the demonstration organisation is called ${person}.`);
  await ask(session, 'mutation StepIn($id: ID!) { demonstrationSignIn(memberId: $id) { __typename } }', {
    id: found.memberId,
  });
}
