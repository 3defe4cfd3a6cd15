/** Why this file exists: a list must cost the same statements for two rows and for twenty. */
import type { Client, TestApp } from './app.js';

/** Texts of the statements that an operation causes, with values that may differ taken out. */
async function shapes(
  app: TestApp,
  client: Client,
  query: string,
  variables: Record<string, unknown>,
): Promise<string[]> {
  const { statements } = await app.statements(() => client.ask(query, variables));
  return statements.map((s) => s.replaceAll(/'[0-9a-f-]{36}'/g, '?').replaceAll(/limit \d+/g, 'limit ?'));
}

/**
 * Runs a list operation before and after more rows exist and expects the same statements.
 * @param field  the root field under test, for the register of covered lists
 * @param grow   adds the rows: called once, between the two measurements
 */
export async function sameStatements(
  app: TestApp,
  field: string,
  client: Client,
  query: string,
  grow: () => Promise<void>,
  variables: Record<string, unknown> = {},
): Promise<void> {
  if (!query.includes(field)) throw new Error(`the query does not ask for ${field}`);
  await client.ask(query, variables); // what is kept in the process is loaded once
  const few = await shapes(app, client, query, variables);
  await grow();
  await client.ask(query, variables);
  const many = await shapes(app, client, query, variables);
  expect(many).toEqual(few);
}
