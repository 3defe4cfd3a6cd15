/** Why this file exists: a link is worth nothing by itself: whoever uses it is signed in as the member it was made for, and may still read the file. */
import { createHash } from 'node:crypto';
import { Transform, type Readable } from 'node:stream';
import type { FastifyRequest } from 'fastify';
import { actorOfSession } from '../../platform/graphql/index.js';
import { readLink } from './file-link.js';
import { mayRead } from './file-reader.js';
import type { StoredFileRecord } from './file.tables.js';
import { fileById } from './files.js';
import { unitsOf, type FileDoors } from './settings.js';

export interface Found {
  readonly file: StoredFileRecord;
  readonly content: Readable;
}

/** Passes bytes on and breaks off before the end when they are not those that were looked at. */
function checked({ bytes, sha256 }: StoredFileRecord): Transform {
  const hash = createHash('sha256');
  let [passed, held]: [number, Buffer | null] = [0, null];
  return new Transform({
    transform(chunk: Buffer, _, done) {
      hash.update(chunk);
      passed += chunk.length;
      const before = held;
      held = chunk; // the last piece waits for the verdict, so that altered bytes never arrive whole
      done(null, before);
    },
    flush(done) {
      if (passed === bytes && hash.digest('hex') === sha256) done(null, held);
      else done(new Error('the bytes of a file are not those that were sent in'));
    },
  });
}

/** The file of a link for whoever asks; `null` for every reason why not, told apart by nobody. @throws when the budget is spent */
export async function findFile(
  doors: FileDoors,
  request: FastifyRequest,
  { link: text, requestId }: { readonly link: string; readonly requestId: string },
): Promise<Found | null> {
  const { database, storage, production, spending } = doors;
  const link = readLink(text, database.now());
  if (link === null) return null;
  const actor = await actorOfSession(database, request, { requestId, production });
  if (actor === null || actor.memberId !== link.memberId || actor.organisationId !== link.organisationId) return null;
  const scope = { organisationId: actor.organisationId, actor, requestId };
  const file = await database.read(scope, async (unit) => {
    const found = await fileById(unit, link.fileId);
    return found !== null && (await mayRead(unit, found)) ? found : null;
  });
  if (file === null) return null;
  await spending.pay(actor, request.ip, unitsOf(file.bytes));
  const content = await storage.get(file.storageKey);
  if (content === null) throw new Error(`the bytes of the file ${file.id} are not in ${storage.place}`);
  const sent = checked(file);
  content.once('error', (error) => sent.destroy(error));
  sent.once('close', () => content.destroy());
  return { file, content: content.pipe(sent) };
}
