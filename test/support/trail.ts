/** Why this file exists: what the audit trail says about a record, as an auditor reads it. */
import type { TestOrganisation } from './app.js';

export interface RecordedEvent {
  readonly type: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** Events of a record, oldest first. */
export async function eventsOf(organisation: TestOrganisation, entityId: string): Promise<readonly RecordedEvent[]> {
  const auditor = await organisation.member(['AUDITOR']);
  const query = 'query($id: ID!) { auditEvents(entityId: $id, first: 100) { nodes { type data } } }';
  return (await auditor.ask(query, { id: entityId })).auditEvents.nodes;
}

/** Their types alone. */
export const eventTypesOf = async (organisation: TestOrganisation, entityId: string): Promise<readonly string[]> =>
  (await eventsOf(organisation, entityId)).map((one) => one.type);
