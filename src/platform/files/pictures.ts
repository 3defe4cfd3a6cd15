/** Why this file exists: pictures are walked from their first byte to their last, so that nothing hides behind them and nobody unpacks a flood. */
import type { FileBytes } from './file-bytes.js';
import { unsafe, type Finding } from './findings.js';

const LONGEST_SIDE = 20_000;
const MOST_PIXELS = 50_000_000;
/** Parts beside the picture itself that hold compressed texts and colour profiles. */
const LARGEST_EXTRA = 1_048_576;
const MOST_PARTS = 50_000;

const BROKEN = unsafe('is broken: open it, and save it anew');
const BEHIND = unsafe('holds something behind its picture: open it, and save it anew');

function refuseSize(width: number, height: number): Finding {
  if (width === 0 || height === 0) return BROKEN;
  return width > LONGEST_SIDE || height > LONGEST_SIDE || width * height > MOST_PIXELS
    ? unsafe(`has ${width} × ${height} pixels; at most 50 million are taken: make it smaller`)
    : null;
}

/** Chunk by chunk to IEND, which has to be the end of the file. */
export async function lookAtPng(bytes: FileBytes): Promise<Finding> {
  let place = 8;
  for (let part = 0; part < MOST_PARTS; part++) {
    const head = await bytes.at(place, 8);
    if (head.length < 8) return BROKEN;
    const length = head.readUInt32BE(0);
    const type = head.toString('latin1', 4);
    if (!/^[A-Za-z]{4}$/.test(type) || (part === 0) !== (type === 'IHDR')) return BROKEN;
    if (type === 'IHDR') {
      const sizes = await bytes.at(place + 8, 8);
      const finding =
        length === 13 && sizes.length === 8 ? refuseSize(sizes.readUInt32BE(0), sizes.readUInt32BE(4)) : BROKEN;
      if (finding !== null) return finding;
    }
    if (type === 'acTL') return unsafe('is an animation: send a still picture');
    if (type !== 'IDAT' && length > LARGEST_EXTRA) return BEHIND;
    place += 12 + length;
    if (place > bytes.size) return BROKEN;
    if (type === 'IEND') return place === bytes.size ? null : BEHIND;
  }
  return BROKEN;
}

const isFrame = (marker: number): boolean => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
/** Within compressed data these belong to it: a stuffed byte and the restarts. */
const isData = (marker: number): boolean => marker === 0x00 || (marker >= 0xd0 && marker <= 0xd7);

/** Where the compressed data that begins at a place ends: at its next marker. */
async function afterScan(bytes: FileBytes, from: number): Promise<number> {
  let isEscaped = false;
  for await (const { place, piece } of bytes.pieces(from))
    for (let i = 0; i < piece.length; i++) {
      const byte = piece[i] ?? 0;
      if (isEscaped && byte !== 0xff && !isData(byte)) return place + i - 1;
      isEscaped = byte === 0xff;
    }
  return bytes.size;
}

/** Segment by segment to the end of the image, which has to be the end of the file. */
export async function lookAtJpeg(bytes: FileBytes): Promise<Finding> {
  let [place, isSized, isDrawn] = [2, false, false];
  for (let part = 0; part < MOST_PARTS; part++) {
    const head = await bytes.at(place, 9);
    const [first = 0, marker = 0] = head;
    if (head.length < 2 || first !== 0xff) return BROKEN;
    if (marker === 0xff) {
      place += 1;
      continue;
    }
    if (marker === 0xd9) return !isSized || !isDrawn ? BROKEN : place + 2 === bytes.size ? null : BEHIND;
    if (head.length < 9 || marker < 0xc0) return BROKEN;
    const next = place + 2 + head.readUInt16BE(2);
    if (isFrame(marker)) {
      const finding = refuseSize(head.readUInt16BE(7), head.readUInt16BE(5));
      if (finding !== null) return finding;
      isSized = true;
    }
    isDrawn ||= marker === 0xda;
    place = marker === 0xda ? await afterScan(bytes, next) : next;
  }
  return BROKEN;
}
