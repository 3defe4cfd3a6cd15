/** Why this file exists: a PDF begins and ends as one, and a text is text from end to end. */
import type { FileBytes } from './file-bytes.js';
import { unsafe, type Finding } from './findings.js';

/** Its mark is the first thing of the file and its end the last, so that it is nothing else to another reader. */
export async function lookAtPdf(bytes: FileBytes): Promise<Finding> {
  const head = (await bytes.at(0, 8)).toString('latin1');
  const tail = (await bytes.tail(1_024)).toString('latin1');
  if (!/^%PDF-[12]\.\d/.test(head) || !/%%EOF[\s\0]*$/.test(tail)) return unsafe('is not a whole PDF: export it anew');
  return null;
}

/** Other characters of these are for machines. */
const CONTROL = /[\u0000-\u0008\u000b\u000e-\u001f\u007f]/;
const MARKUP = /^\s*<[a-z!?/]/i;

/** UTF-8 without control characters that does not begin as HTML, SVG or XML do. */
export async function lookAtText(bytes: FileBytes): Promise<Finding> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let beginning = '';
  try {
    for await (const { piece } of bytes.pieces(0)) {
      const text = decoder.decode(piece, { stream: true });
      if (CONTROL.test(text)) return unsafe('is not plain text: it holds control characters');
      if (beginning.trim() === '') beginning += text;
    }
    decoder.decode();
  } catch {
    return unsafe('is not text in UTF-8: save it with that encoding');
  }
  return MARKUP.test(beginning) ? unsafe('is markup such as HTML, SVG or XML: send a PDF or a picture of it') : null;
}
