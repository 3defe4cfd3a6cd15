/** Why this file exists: the kinds of files that the product takes, as data; everything else is refused. */
export type ContentType = keyof typeof CONTENT_TYPES;

const OFFICE = 'application/vnd.openxmlformats-officedocument';

interface Kind {
  /** Endings of names, the usual one first. */
  readonly extensions: readonly [string, ...string[]];
  readonly words: string;
}

export const CONTENT_TYPES = {
  'application/pdf': { extensions: ['pdf'], words: 'PDF' },
  'image/png': { extensions: ['png'], words: 'PNG' },
  'image/jpeg': { extensions: ['jpg', 'jpeg'], words: 'JPEG' },
  'text/plain': { extensions: ['txt', 'text', 'log', 'md'], words: 'plain text' },
  'text/csv': { extensions: ['csv'], words: 'CSV' },
  [`${OFFICE}.wordprocessingml.document`]: { extensions: ['docx'], words: 'Word' },
  [`${OFFICE}.spreadsheetml.sheet`]: { extensions: ['xlsx'], words: 'Excel' },
  [`${OFFICE}.presentationml.presentation`]: { extensions: ['pptx'], words: 'PowerPoint' },
} as const satisfies Readonly<Record<string, Kind>>;

export const isContentType = (text: string): text is ContentType => Object.hasOwn(CONTENT_TYPES, text);

/** The type of a `Content-Type` header, without its parameters. */
export const bareType = (header: string): string => (header.split(';', 1)[0] ?? '').trim().toLowerCase();

/** What may be sent, for a sentence. */
export const TAKEN_TYPES = 'PDF, PNG, JPEG, plain text, CSV, and Word, Excel or PowerPoint without macros';
