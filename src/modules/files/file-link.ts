/** Why this file exists: a file is fetched by a short link that fits one member and one file, and only for minutes. */
import type { MemberId } from '../../platform/access/index.js';
import { idBytes, idOfBytes, type OrganisationId } from '../../platform/ids/index.js';
import { isSigned, signed } from '../../platform/signing/index.js';
import type { FileId } from './file.tables.js';

/** How long a link works. */
export const LINK_SECONDS = 120;
export const FILES_PATH = '/files';

const PURPOSE = 'file-link';
const MARK = 16;
/** Organisation, file, member, and the second at which it ends. */
const CONTENT = 52;

export interface FileLink {
  readonly organisationId: OrganisationId;
  readonly fileId: FileId;
  readonly memberId: MemberId;
}

export function makeLink({ organisationId, fileId, memberId }: FileLink, now: Date): string {
  const end = Buffer.alloc(4);
  end.writeUInt32BE(Math.floor(now.getTime() / 1000) + LINK_SECONDS);
  const content = Buffer.concat([idBytes(organisationId), idBytes(fileId), idBytes(memberId), end]);
  return `${FILES_PATH}/${Buffer.concat([content, signed(PURPOSE, content, MARK)]).toString('base64url')}`;
}

/** What a link stands for; `null` when it was not made here, was changed, or is over. @param text its last part */
export function readLink(text: string, now: Date): FileLink | null {
  const bytes = Buffer.from(text, 'base64url');
  if (bytes.length !== CONTENT + MARK || bytes.toString('base64url') !== text) return null;
  const content = bytes.subarray(0, CONTENT);
  if (!isSigned(PURPOSE, content, bytes.subarray(CONTENT))) return null;
  if (content.readUInt32BE(48) * 1000 <= now.getTime()) return null;
  return {
    organisationId: idOfBytes<'Organisation'>(content.subarray(0, 16)),
    fileId: idOfBytes<'StoredFile'>(content.subarray(16, 32)),
    memberId: idOfBytes<'Member'>(content.subarray(32, 48)),
  };
}
