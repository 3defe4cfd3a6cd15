/** Why this file exists: what is known of one request to logs, metrics and traces: names of the schema, codes, times and random ids, never its content. */
import type { DocumentNode, OperationDefinitionNode } from 'graphql';
import { Kind } from 'graphql';

export interface RequestRecord {
  readonly requestId: string;
  organisationId: string | null;
  /** Kind and root fields, such as `query people`; names come from the schema, so there are only so many. */
  operation: string;
  /** `OK`, or the first error or refusal. */
  code: string;
}

/** What came out of a request. */
export interface RequestEnd {
  readonly status: number;
  readonly ms: number;
  /** False when the client left before its answer was sent. */
  readonly isSent: boolean;
}

const DONE = 'OK';

export const newRecord = (requestId: string): RequestRecord => ({
  requestId,
  organisationId: null,
  operation: 'none',
  code: DONE,
});

/** Keeps the first code that tells of something other than success. */
export function noteCode(record: RequestRecord, code: string): void {
  if (record.code === DONE) record.code = code;
}

/** More root fields than this are told as `several`, so that nobody can make up names by combining them. */
const MOST_FIELDS = 1;

/** The name of a valid operation: what the client calls it does not matter, it could be anything. */
export function operationName(operation: OperationDefinitionNode, document: DocumentNode): string {
  const fields = new Set<string>();
  const visit = (selections: OperationDefinitionNode['selectionSet']['selections']): void => {
    for (const one of selections) {
      if (one.kind === Kind.FIELD) fields.add(one.name.value);
      else if (one.kind === Kind.INLINE_FRAGMENT) visit(one.selectionSet.selections);
      else
        for (const definition of document.definitions)
          if (definition.kind === Kind.FRAGMENT_DEFINITION && definition.name.value === one.name.value)
            visit(definition.selectionSet.selections);
    }
  };
  visit(operation.selectionSet.selections);
  fields.delete('__typename');
  const [first = '__typename'] = fields;
  return `${operation.operation} ${fields.size > MOST_FIELDS ? 'several' : first}`;
}
