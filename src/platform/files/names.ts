/** Why this file exists: the name that somebody gave a file is kept as text to read; it never becomes a path, and shows what it is. */
import { CONTENT_TYPES, type ContentType } from './content-types.js';

const LONGEST = 120;
/** Names that Windows keeps for devices, whatever follows the dot. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;

/** Without control characters, marks that turn the direction of writing, or what a file system reads as more than a name. */
const plain = (text: string): string =>
  text
    .toWellFormed()
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cn}\u2028\u2029]/gu, '')
    .replace(/[<>:"|?*]/g, '_')
    .replace(/\s+/gu, ' ')
    .trim();

/**
 * A name to show and to save under: the last part of what was sent, safe on every system, with an ending that fits the content.
 * @param sent  anything at all
 */
export function fileName(sent: string, type: ContentType): string {
  const last = sent.split(/[/\\]/).at(-1) ?? '';
  const { extensions } = CONTENT_TYPES[type];
  const clean = plain(last).replace(/^[. ]+|[. ]+$/g, '');
  const ending = extensions.find((one) => clean.toLowerCase().endsWith(`.${one}`)) ?? null;
  const stem = ending === null ? clean : clean.slice(0, -ending.length - 1);
  const short = [...stem]
    .slice(0, LONGEST)
    .join('')
    .replace(/[. ]+$/, '');
  const named = short === '' ? 'file' : DEVICE.test(short) ? `_${short}` : short;
  return `${named}.${ending ?? extensions[0]}`;
}

const asciiOf = (name: string): string => name.replace(/[^\x20-\x7e]|["\\%]/g, '_');
const encoded = (name: string): string =>
  encodeURIComponent(name).replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);

/** The header that makes a browser save a file and never show it (RFC 6266). */
export const attachment = (name: string): string =>
  `attachment; filename="${asciiOf(name)}"; filename*=UTF-8''${encoded(name)}`;
