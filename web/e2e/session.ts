/** Why this file exists: a test speaks to the API with the session of its own window, and steps into people without walking through the sign-in page. */
import type { Page } from '@playwright/test';

/** Sends a GraphQL operation with the window's own session. */
export async function ask(page: Page, query: string, variables: object = {}): Promise<Record<string, never>> {
  const answer = await page.context().request.post('/graphql', { data: { query, variables } });
  const body = (await answer.json()) as { data: Record<string, never>; errors?: unknown };
  if (body.errors !== undefined) throw new Error(JSON.stringify(body.errors));
  return body.data;
}

/** Signs the window in as somebody of the demonstration organisation. */
export async function stepInto(page: Page, person: string): Promise<void> {
  const { demonstrationMembers } = (await ask(
    page,
    '{ demonstrationMembers { memberId displayName } }',
  )) as unknown as {
    demonstrationMembers: { memberId: string; displayName: string }[];
  };
  const found = demonstrationMembers.find((m) => m.displayName.includes(person));
  if (found === undefined) throw new Error(`Nobody of the demonstration organisation is called ${person}.`);
  await ask(page, 'mutation StepIn($id: ID!) { demonstrationSignIn(memberId: $id) { __typename } }', {
    id: found.memberId,
  });
}
