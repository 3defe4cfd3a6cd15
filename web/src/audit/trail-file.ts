/** Why this file exists: events as a file that a spreadsheet or a program opens safely. */
import type { AuditExportQuery } from '../gql/graphql.js';
import { tellAudit } from './audit.texts.js';

export type ExportedEvent = AuditExportQuery['auditEvents']['nodes'][number];
export type TrailFormat = 'csv' | 'jsonl';

/** A leading quote keeps spreadsheets from running a text as a formula. */
function cell(value: string): string {
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n;]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

const COLUMNS = ['seq', 'at', 'type', 'entity', 'entityId', 'actor', 'apiToken', 'data', 'hash'] as const;

function valueOf(event: ExportedEvent, column: (typeof COLUMNS)[number]): string {
  if (column === 'actor') return event.actor?.displayName ?? tellAudit('system');
  if (column === 'apiToken') return event.apiToken?.name ?? '';
  if (column === 'data') return JSON.stringify(event.data);
  return String(event[column]);
}

const csv = (events: readonly ExportedEvent[]): string =>
  `\ufeff${[
    COLUMNS.map((c) => cell(tellAudit(`column_${c}`))),
    ...events.map((e) => COLUMNS.map((c) => cell(valueOf(e, c)))),
  ]
    .map((row) => row.join(','))
    .join('\r\n')}\r\n`;

const jsonLines = (events: readonly ExportedEvent[]): string =>
  events
    .map(({ seq, at, type, entity, entityId, actor, apiToken, data, hash }) =>
      JSON.stringify({
        seq,
        at,
        type,
        entity,
        entityId,
        actorId: actor?.id ?? null,
        apiTokenId: apiToken?.id ?? null,
        data,
        hash,
      }),
    )
    .map((line) => `${line}\n`)
    .join('');

export const trailText = (events: readonly ExportedEvent[], format: TrailFormat): string =>
  format === 'csv' ? csv(events) : jsonLines(events);

export function saveFile(name: string, text: string, type: string): void {
  const url = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 1_000);
}
