/** Why this file exists: a document of Word, Excel or PowerPoint is a zip file of parts; each part is unpacked, counted and looked at. */
import type { Readable } from 'node:stream';
import { fromBufferPromise, openPromise, type Entry, type ZipFile } from 'yauzl';
import type { ContentType } from './content-types.js';
import { unsafe, type Finding } from './findings.js';

const MOST_PARTS = 2_000;
const MOST_UNPACKED = 104_857_600;
/** Parts that are read as text, and documents within documents. */
const LARGEST_READ = 10_485_760;
/** A chart has its figures in a document within the document; deeper there is no need for one. */
const DEEPEST = 1;

const MACRO = unsafe('holds macros or other programs: save it without them');
const PACKED = unsafe('unpacks to far more than a document needs: make it smaller');
const BROKEN = unsafe('is not a whole Word, Excel or PowerPoint document: save it anew');
const OUTSIDE = unsafe('takes its template or parts from another address: save it without links to others');

/** Parts that are programs or hold them, whatever they are declared as. */
const PROGRAM =
  /(?:^|\/)(?:vbaproject|vbadata|activex)|(?:^|\/)embeddings\/.*\.bin$|\.(?:exe|dll|js|vbs|hta|bat|cmd|ps1|jar|scr|com|msi|lnk|swf|svg|html?)$/i;
const NESTED = /\.(?:docx|xlsx|pptx|zip)$/i;
const MACRO_TYPE = /macroenabled|vbaproject|activex|oleobject/i;
const LOADED = ['attachedtemplate', 'oleobject', 'subdocument', 'relationships/frame'];

const MAIN: readonly (readonly [part: string, type: ContentType])[] = [
  ['wordprocessingml.document.main+xml', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  ['spreadsheetml.sheet.main+xml', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  ['presentationml.presentation.main+xml', 'application/vnd.openxmlformats-officedocument.presentationml.presentation'],
];

/** What was found so far, over documents within documents. */
interface Search {
  unpacked: number;
  parts: number;
}

export interface Office {
  /** `null`: a zip file of another kind. */
  readonly type: ContentType | null;
  readonly finding: Finding;
}
class Found extends Error {
  constructor(readonly finding: Finding) {
    super('found');
  }
}

/** Unpacks a part to its end, since what its head says of its size may be a lie. @returns its bytes when they are to be read */
async function unpack(zip: ZipFile, entry: Entry, search: Search, isRead: boolean): Promise<Buffer> {
  const stream: Readable = await zip.openReadStreamPromise(entry);
  const kept: Buffer[] = [];
  let length = 0;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    search.unpacked += chunk.length;
    length += chunk.length;
    if (search.unpacked > MOST_UNPACKED || (isRead && length > LARGEST_READ)) throw new Found(PACKED);
    if (isRead) kept.push(chunk);
  }
  return Buffer.concat(kept);
}

/** XML as a reader of documents understands it: plain UTF-8, its numbered characters written out. */
function xmlText(part: Buffer): string {
  const text = part.toString('utf8');
  if (part.includes(0) || /<!doctype/i.test(text)) throw new Found(BROKEN);
  return text.replace(/&#(x?)([0-9a-f]+);/gi, (_, hex: string, digits: string) => {
    const code = Number.parseInt(digits, hex === '' ? 10 : 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : '';
  });
}

/** True when opening the document would fetch a part of it from somewhere else. */
const isLinkedOutside = (relations: string): boolean =>
  relations
    .toLowerCase()
    .split('>')
    .some((tag) => /targetmode\s*=\s*["']\s*external/.test(tag) && LOADED.some((kind) => tag.includes(kind)));

function mainType(contentTypes: string): ContentType | null {
  if (MACRO_TYPE.test(contentTypes)) throw new Found(MACRO);
  const found = MAIN.filter(([part]) => contentTypes.includes(part));
  return found.length === 1 ? (found[0]?.[1] ?? null) : null;
}

async function lookAtPart(zip: ZipFile, entry: Entry, search: Search, depth: number): Promise<ContentType | null> {
  const { fileName: name } = entry;
  if (PROGRAM.test(name)) throw new Found(MACRO);
  if (entry.isEncrypted()) throw new Found(unsafe('is protected by a password: send it without'));
  const [isTypes, isLinks, isNested] = [name === '[Content_Types].xml', /\.rels$/i.test(name), NESTED.test(name)];
  if (isNested && depth >= DEEPEST) throw new Found(unsafe('holds documents within documents within documents'));
  const part = await unpack(zip, entry, search, isTypes || isLinks || isNested);
  if (isLinks && isLinkedOutside(xmlText(part))) throw new Found(OUTSIDE);
  if (
    isNested &&
    (await lookAtZip(await fromBufferPromise(part, { strictFileNames: true }), search, depth + 1)) === null
  )
    throw new Found(BROKEN);
  return isTypes ? mainType(xmlText(part)) : null;
}

async function lookAtZip(zip: ZipFile, search: Search, depth: number): Promise<ContentType | null> {
  const names = new Set<string>();
  let [type, isAtStart]: [ContentType | null, boolean] = [null, false];
  search.parts += zip.entryCount;
  if (search.parts > MOST_PARTS) throw new Found(PACKED);
  if (zip.comment !== '') throw new Found(BROKEN);
  for await (const entry of zip.eachEntry()) {
    const name = entry.fileName.toLowerCase();
    if (names.has(name) || search.unpacked + entry.uncompressedSize > MOST_UNPACKED)
      throw new Found(names.has(name) ? BROKEN : PACKED);
    names.add(name);
    isAtStart ||= entry.relativeOffsetOfLocalHeader === 0;
    if (!name.endsWith('/')) type = (await lookAtPart(zip, entry, search, depth)) ?? type;
  }
  if (!isAtStart) throw new Found(BROKEN);
  return type;
}

/** Looks at a zip file on the disk. */
export async function lookAtOffice(path: string): Promise<Office> {
  let zip: ZipFile | null = null;
  try {
    zip = await openPromise(path, { strictFileNames: true, autoClose: false });
    return { type: await lookAtZip(zip, { unpacked: 0, parts: 0 }, 0), finding: null };
  } catch (error) {
    return { type: null, finding: error instanceof Found ? error.finding : BROKEN };
  } finally {
    zip?.close();
  }
}
