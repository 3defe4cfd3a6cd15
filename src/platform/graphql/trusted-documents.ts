/** Why this file exists: a browser session sends the documents that the web app was built with and no others, so that a stolen session cannot ask for what no page asks for. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { GraphQLError } from 'graphql';
import type { Actor, Permission } from '../access/index.js';

/** The scope with which an API token may send documents of its own. */
export const OWN_DOCUMENTS: Permission = 'document:create';

/** SHA-256 of each known document as it is sent, base64url. */
export type TrustedDocuments = ReadonlySet<string>;

/** How a document is known: SHA-256 of its text as it is sent, base64url. */
export const digestOf = (document: string): string => createHash('sha256').update(document).digest('base64url');

/**
 * Reads the digests that the build of the web app wrote.
 * @param file  a JSON array of strings; without the file no document is known
 */
export function readTrustedDocuments(file: string): TrustedDocuments {
  if (!existsSync(file)) return new Set();
  const read: unknown = JSON.parse(readFileSync(file, 'utf8'));
  if (!Array.isArray(read) || !read.every((one) => typeof one === 'string'))
    throw new Error(`${file} is not a list of digests`);
  return new Set(read);
}

const unknownDocument = (actor: Actor | null): GraphQLError =>
  new GraphQLError(
    actor?.tokenId == null
      ? 'This document is not one of the web app’s. Programs send documents of their own with an API token that has the scope document:create.'
      : 'This token may not send documents of its own. Make one with the scope document:create.',
    { extensions: { code: 'UNKNOWN_DOCUMENT', http: { status: 403 } } },
  );

/**
 * Refuses a document that is not known, unless a token with the scope for it sends it.
 * @param known  `null`: any document may be sent
 * @throws UNKNOWN_DOCUMENT
 */
export function refuseUnknown(known: TrustedDocuments | null, actor: Actor | null, document: string): void {
  if (known === null) return;
  if (actor?.tokenId != null && actor.scopes.has(OWN_DOCUMENTS)) return;
  if (!known.has(digestOf(document))) throw unknownDocument(actor);
}
