/** Why this file exists: a file goes to the server with its progress, and what the server says of it comes back in words. */
import { number, percent } from '../app/format.js';
import { tellFile } from './file-texts.js';

/** A file beside a piece of evidence that is being written. */
export interface FileDraft {
  /** Its place on the page. */
  readonly key: string;
  readonly name: string;
  readonly bytes: number;
  /** 0 to 1 while it is sent. */
  readonly share: number;
  /** Its id once the server took it. */
  readonly id: string | null;
  /** Why it was refused. */
  readonly problem: string | null;
}

const OFFICE = 'application/vnd.openxmlformats-officedocument';
/** Browsers name the types of files differently from machine to machine; their endings are the same everywhere. */
const TYPES: Readonly<Record<string, string>> = {
  pdf: 'application/pdf',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  txt: 'text/plain',
  text: 'text/plain',
  log: 'text/plain',
  md: 'text/plain',
  csv: 'text/csv',
  docx: `${OFFICE}.wordprocessingml.document`,
  xlsx: `${OFFICE}.spreadsheetml.sheet`,
  pptx: `${OFFICE}.presentationml.presentation`,
};
export const TAKEN = Object.keys(TYPES)
  .map((ending) => `.${ending}`)
  .join(',');
export const MOST_FILES = 5;

export const sizeWords = (bytes: number): string =>
  bytes < 1_000_000
    ? tellFile('size', { kilobytes: number(Math.max(1, Math.round(bytes / 1_000))) })
    : tellFile('sizeLarge', { megabytes: number(bytes / 1_000_000, 1) });

export const shareWords = (share: number): string => percent(share);

export type Sent = { readonly id: string } | { readonly problem: string };
export interface SendingFile {
  readonly sent: Promise<Sent>;
  readonly abort: () => void;
}

function outcomeOf(request: XMLHttpRequest): Sent {
  try {
    const body = JSON.parse(request.responseText) as {
      readonly file?: { readonly id: string };
      readonly errors?: readonly { readonly message: string }[];
    };
    if (body.file !== undefined) return { id: body.file.id };
    if (request.status === 401) return { problem: tellFile('signedOut') };
    return { problem: body.errors?.[0]?.message ?? tellFile('lost') };
  } catch {
    return { problem: tellFile('lost') };
  }
}

/** As much of the name as the server keeps; halves of characters cannot be sent. */
const nameOf = ({ name }: File): string => [...name.replace(/\p{Cs}/gu, '')].slice(-200).join('');

/** @param progress  told the share that has gone out */
export function sendFile(file: File, progress: (share: number) => void): SendingFile {
  const type = TYPES[file.name.split('.').at(-1)?.toLowerCase() ?? ''];
  if (type === undefined) return { sent: Promise.resolve({ problem: tellFile('notTaken') }), abort: () => undefined };
  const request = new XMLHttpRequest();
  const sent = new Promise<Sent>((resolve) => {
    request.upload.onprogress = (event) => progress(event.total === 0 ? 0 : event.loaded / event.total);
    request.onload = () => resolve(outcomeOf(request));
    request.onerror = () => resolve({ problem: tellFile('lost') });
    request.onabort = () => resolve({ problem: tellFile('lost') });
  });
  request.open('POST', '/files');
  request.setRequestHeader('content-type', type);
  request.setRequestHeader('x-file-name', encodeURIComponent(nameOf(file)));
  request.send(file);
  return { sent, abort: () => request.abort() };
}
