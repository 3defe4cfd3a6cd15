/** Why this file exists: the tables of files: what was sent in, and bytes that belong to no file. */
import type { MemberId } from '../../platform/access/index.js';
import { column, defineTable, nullable } from '../../platform/database/index.js';
import type { ContentType, FileKey } from '../../platform/files/index.js';
import type { Id } from '../../platform/ids/index.js';
import { memberTable } from '../identity/index.js';

export type FileId = Id<'StoredFile'>;
/** WAITING: sent in and not used yet. HELD: belongs to a record. WITHDRAWN: taken back, and kept because something rests on it. */
export type FileState = 'WAITING' | 'HELD' | 'WITHDRAWN';

export interface StoredFileRecord {
  readonly id: FileId;
  readonly storageKey: FileKey;
  readonly name: string;
  readonly contentType: ContentType;
  readonly bytes: number;
  /** Lower-case hex. */
  readonly sha256: string;
  readonly uploadedBy: MemberId;
  readonly uploadedAt: string;
  readonly state: FileState;
  readonly withdrawnAt: string | null;
  readonly withdrawnBy: MemberId | null;
  readonly withdrawalReason: string | null;
}

const uploader = { columns: ['uploadedBy'], references: memberTable } as const;

export const storedFileTable = defineTable<StoredFileRecord>(
  'stored_file',
  {
    columns: {
      id: column('uuid'),
      storageKey: column('text'),
      name: column('text'),
      contentType: column('text'),
      bytes: column('integer'),
      sha256: column('text'),
      uploadedBy: column('uuid'),
      uploadedAt: column('timestamptz'),
      state: column('text'),
      withdrawnAt: nullable('timestamptz'),
      withdrawnBy: nullable('uuid'),
      withdrawalReason: nullable('text'),
    },
    primaryKey: ['id'],
    unique: {
      stored_file_key_uq: {
        columns: ['storageKey'],
        problem: { code: 'ALREADY_EXISTS', message: 'These bytes belong to a file already.' },
      },
    },
    foreignKeys: {
      stored_file_uploaded_by_fk: uploader,
      stored_file_withdrawn_by_fk: { columns: ['withdrawnBy'], references: memberTable },
    },
    checks: {
      stored_file_state_ck: `state IN ('WAITING', 'HELD', 'WITHDRAWN')`,
      stored_file_withdrawn_ck: `(state = 'WITHDRAWN') = (withdrawn_at IS NOT NULL) AND num_nonnulls(withdrawn_at, withdrawn_by, withdrawal_reason) IN (0, 3)`,
      stored_file_bytes_ck: 'bytes > 0',
      stored_file_sha256_ck: `sha256 ~ '^[0-9a-f]{64}$'`,
    },
    indexes: {
      stored_file_member_ix: { columns: ['uploadedBy'] },
      stored_file_waiting_ix: { columns: ['uploadedAt'], where: `state = 'WAITING'` },
    },
  },
  { access: ['INSERT', 'UPDATE', 'DELETE'] },
);

export interface LooseFileRecord {
  readonly storageKey: FileKey;
  /** Who is sending it in; `null` when it was given up. */
  readonly memberId: MemberId | null;
  readonly since: string;
}

/** Every key in the storage has a row in one of the two tables, whenever a process may have ended. */
export const looseFileTable = defineTable<LooseFileRecord>(
  'loose_file',
  {
    columns: { storageKey: column('text'), memberId: nullable('uuid'), since: column('timestamptz') },
    primaryKey: ['storageKey'],
    foreignKeys: { loose_file_member_fk: { columns: ['memberId'], references: memberTable } },
  },
  { technical: true, access: ['INSERT', 'DELETE'] },
);
