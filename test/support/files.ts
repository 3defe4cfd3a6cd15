/** Why this file exists: files of every kind that the product takes, hostile ones beside them, and sending them over real HTTP. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { strToU8, zipSync, type Zippable } from 'fflate';
import type { TestApp } from './app.js';
import type { Client } from './clients.js';
import { exchange, type HttpAnswer } from './http.js';

const OFFICE = 'application/vnd.openxmlformats-officedocument';
export const TYPES = {
  pdf: 'application/pdf',
  png: 'image/png',
  jpeg: 'image/jpeg',
  text: 'text/plain',
  csv: 'text/csv',
  docx: `${OFFICE}.wordprocessingml.document`,
  xlsx: `${OFFICE}.spreadsheetml.sheet`,
  pptx: `${OFFICE}.presentationml.presentation`,
} as const;

export const pdf = (inside = ''): Buffer =>
  Buffer.from(`%PDF-1.4\n1 0 obj\n<<>>\nendobj\n${inside}\nxref\n0 1\ntrailer\n<<>>\nstartxref\n9\n%%EOF\n`, 'latin1');

const chunk = (type: string, data: Buffer): Buffer => {
  const head = Buffer.alloc(8);
  head.writeUInt32BE(data.length);
  head.write(type, 4, 'latin1');
  return Buffer.concat([head, data, Buffer.alloc(4)]);
};
const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
export function png(width = 2, height = 2, more: readonly Buffer[] = []): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width);
  head.writeUInt32BE(height, 4);
  head.set([8, 2], 8);
  const data = chunk('IDAT', deflateSync(Buffer.alloc(14)));
  return Buffer.concat([SIGNATURE, chunk('IHDR', head), ...more, data, chunk('IEND', Buffer.alloc(0))]);
}
export const pngChunk = chunk;

const segment = (marker: number, data: readonly number[]): Buffer =>
  Buffer.from([0xff, marker, (data.length + 2) >> 8, (data.length + 2) & 0xff, ...data]);
export const jpeg = (width = 2, height = 2, behind: Buffer = Buffer.alloc(0)): Buffer =>
  Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    segment(0xe0, [0x4a, 0x46, 0x49, 0x46, 0, 1, 1, 0, 0, 1, 0, 1, 0, 0]),
    segment(0xc0, [8, height >> 8, height & 0xff, width >> 8, width & 0xff, 1, 1, 0x11, 0]),
    segment(0xda, [1, 1, 0, 0, 63, 0]),
    Buffer.from([0x12, 0xff, 0x00, 0x34, 0xff, 0xd0, 0x56, 0xff, 0xd9]),
    behind,
  ]);

export const text = (content = 'What I did, in my own words.\n'): Buffer => Buffer.from(content);

type Family = 'wordprocessingml.document' | 'spreadsheetml.sheet' | 'presentationml.presentation';
const contentTypes = (family: Family, more = ''): string =>
  `<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/main.xml" ContentType="${OFFICE}.${family}.main+xml"/>${more}</Types>`;
const PARTS: Readonly<Record<Family, string>> = {
  'wordprocessingml.document': 'word/document.xml',
  'spreadsheetml.sheet': 'xl/workbook.xml',
  'presentationml.presentation': 'ppt/presentation.xml',
};
/** @param parts further parts by name, or others in the place of the usual ones */
export function office(family: Family = 'wordprocessingml.document', parts: Zippable = {}, types = ''): Buffer {
  const usual: Zippable = {
    '[Content_Types].xml': strToU8(contentTypes(family, types)),
    '_rels/.rels': strToU8('<Relationships/>'),
    [PARTS[family]]: strToU8('<document/>'),
  };
  return Buffer.from(zipSync({ ...usual, ...parts }));
}
export const docx = (parts: Zippable = {}, types = ''): Buffer => office('wordprocessingml.document', parts, types);

/** The keys of what lies in a storage on the disk, and the names of what else lies there. */
export const lyingIn = (folder: string): string[] =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter((name) => /\/|\.part/.test(name))
        .toSorted()
    : [];
export const lying = (app: TestApp): string[] => lyingIn(app.running.files.storage.place);
export const spooled = (folder: string): string[] =>
  existsSync(join(folder, 'spool')) ? readdirSync(join(folder, 'spool')) : [];

export interface Sending {
  readonly name?: string;
  readonly type?: string;
  readonly headers?: Readonly<Record<string, string>>;
}
/** Sends a file as the web app does. */
export function sendFile(app: TestApp, client: Client, content: Buffer, sending: Sending = {}): Promise<HttpAnswer> {
  const { name = 'evidence.pdf', type = TYPES.pdf, headers = {} } = sending;
  const cookie = client.cookie === null ? {} : { cookie: client.cookie };
  const head = { 'content-type': type, 'x-file-name': encodeURIComponent(name), ...cookie, ...headers };
  return exchange(app.server, { method: 'POST', path: '/files', headers: head, body: content });
}
/** Sends a file that is taken. @returns its id */
export async function givenFile(app: TestApp, client: Client, content = pdf(), sending: Sending = {}): Promise<string> {
  const answer = await sendFile(app, client, content, sending);
  if (answer.status !== 201) throw new Error(`the file was refused: ${answer.text}`);
  return (JSON.parse(answer.text) as { file: { id: string } }).file.id;
}
export const codeOf = (answer: HttpAnswer): string =>
  (JSON.parse(answer.text) as { errors?: { extensions: { code: string } }[] }).errors?.[0]?.extensions.code ?? 'OK';

/** Fetches a link. */
export const fetchLink = (
  app: TestApp,
  client: Client,
  link: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<HttpAnswer> =>
  exchange(app.server, {
    ...{ method: 'GET', path: link },
    headers: { ...(client.cookie === null ? {} : { cookie: client.cookie }), ...headers },
  });
