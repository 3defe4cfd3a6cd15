/** Why this file exists: a file is sent in: by whom, how much, what it is; each is settled before its bytes are kept. */
import { createReadStream } from 'node:fs';
import type { FastifyRequest } from 'fastify';
import { may, type Actor } from '../../platform/access/index.js';
import type { UnitScope } from '../../platform/database/index.js';
import {
  bareType,
  fileName,
  filesProblems,
  inspectFile,
  isContentType,
  newFileKey,
  TAKEN_TYPES,
  TooLarge,
  type ContentType,
  type FileKey,
  type Spooled,
} from '../../platform/files/index.js';
import { forbidden, forbiddenToToken, rateLimited, unauthenticated } from '../../platform/graphql/index.js';
import { newId } from '../../platform/ids/index.js';
import { ok, refuse, type Outcome, type Problem } from '../../platform/outcome/index.js';
import { Arrivals } from './arrivals.js';
import { looseFileTable, type StoredFileRecord } from './file.tables.js';
import { addFile, announce } from './files.js';
import { unitsOf, type FileDoors } from './settings.js';

/** What a file is said to be before its content is seen. */
interface Announced {
  readonly name: string;
  readonly type: ContentType;
  /** `null` when it comes in pieces. */
  readonly bytes: number | null;
}
export type Upload = Outcome<StoredFileRecord, Problem>;

const problem = (code: keyof typeof filesProblems, message: string): Problem => ({ code, message });
const tooLarge = (mostBytes: number): Problem =>
  problem('FILE_TOO_LARGE', `A file has at most ${Math.floor(mostBytes / 1_048_576)} MiB. Send a smaller one.`);

/** The name in the header that no form and no link of another site can send. */
function nameOf(request: FastifyRequest): string | null {
  const sent = request.headers['x-file-name'];
  if (typeof sent !== 'string' || sent === '') return null;
  try {
    return decodeURIComponent(sent);
  } catch {
    return null;
  }
}

/** Reads the head of the request. */
export function readHead(request: FastifyRequest, mostBytes: number): Outcome<Announced, Problem> {
  const sent = nameOf(request);
  const isOtherSite = !['same-origin', 'none', undefined].includes(request.headers['sec-fetch-site']);
  if (sent === null || isOtherSite) {
    const message = 'Send the name of the file, percent-encoded, in the header X-File-Name, from this very site.';
    return refuse(problem('FILE_NAME_MISSING', message));
  }
  const type = bareType(request.headers['content-type'] ?? '');
  if (!isContentType(type))
    return refuse(problem('FILE_TYPE_NOT_TAKEN', `Files of this type are not taken, only ${TAKEN_TYPES}.`));
  const length = request.headers['content-length'];
  const bytes = length === undefined ? null : Number(length);
  if (bytes !== null && bytes > mostBytes) return refuse(tooLarge(mostBytes));
  return ok({ name: fileName(sent, type), type, bytes });
}

/** @throws what GraphQL answers to whoever may not */
export function refuseActor(actor: Actor | null): asserts actor is Actor {
  if (actor === null) throw unauthenticated();
  if (!may(actor, 'evidence-file:create')) throw actor.tokenId === null ? forbidden() : forbiddenToToken(true);
}

/** Stores a file that was looked at, and says so; its bytes are known as loose until then. */
async function keep(
  doors: FileDoors,
  scope: UnitScope & { readonly actor: Actor },
  { name, type }: Announced,
  key: FileKey,
  spooled: Spooled,
): Promise<Upload> {
  const { bytes, sha256, path } = spooled;
  await doors.storage.put(key, createReadStream(path), { bytes, sha256 });
  return doors.database.write(scope, (unit) =>
    addFile(unit, {
      ...{ id: newId<'StoredFile'>(), storageKey: key, name, contentType: type, bytes, sha256 },
      ...{ uploadedBy: scope.actor.memberId, uploadedAt: unit.now.toISOString(), state: 'WAITING' },
      ...{ withdrawnAt: null, withdrawnBy: null, withdrawalReason: null },
    }),
  );
}

/** Receives the content, looks at it, and keeps it; whatever happens, nothing of it stays in the spool. */
async function receive(
  doors: FileDoors,
  scope: UnitScope & { readonly actor: Actor },
  announced: Announced,
  key: FileKey,
  request: FastifyRequest,
): Promise<Upload> {
  const { mostBytes } = doors.limits;
  const spooled = await doors.spool.receive(request.raw, mostBytes).catch((error: unknown) => {
    if (error instanceof TooLarge) return null;
    throw error;
  });
  if (spooled === null) return refuse(tooLarge(mostBytes));
  try {
    const found = await inspectFile(spooled.path, announced.type);
    return found.ok ? await keep(doors, scope, announced, key, spooled) : found;
  } finally {
    await spooled.discard();
  }
}

/** Bytes of a file that did not come to be are taken out at once; what fails here is done by upkeep. */
async function clean({ database, storage }: FileDoors, scope: UnitScope, key: FileKey): Promise<void> {
  await storage.remove(key);
  await database.upkeep(scope, (unit) => unit.remove(looseFileTable, { storageKey: key }));
}

/** Of this process. */
const arrivals = new Arrivals();

/** Takes a file in for a member. @throws when the connection breaks, too many are under way, or the budget of the minute is spent */
export async function takeIn(
  doors: FileDoors,
  actor: Actor,
  request: FastifyRequest,
  arrival: { readonly requestId: string; readonly announced: Announced },
): Promise<Upload> {
  const end = arrivals.begin(actor.memberId);
  if (end === null) throw rateLimited('Too many files are being sent at the moment. Try again in a few seconds.', 2);
  try {
    return await takeOne(doors, actor, request, arrival);
  } finally {
    end();
  }
}

async function takeOne(
  doors: FileDoors,
  actor: Actor,
  request: FastifyRequest,
  { requestId, announced }: { readonly requestId: string; readonly announced: Announced },
): Promise<Upload> {
  const { database, spending, limits } = doors;
  const units = unitsOf(announced.bytes ?? limits.mostBytes);
  await spending.pay(actor, request.ip, units);
  const { organisationId } = actor;
  const scope = { organisationId, actor, requestId };
  const key = newFileKey(organisationId);
  const place = await database.upkeep(scope, (unit) => announce(unit, actor.memberId, key, limits));
  if (!place.ok) return place;
  let outcome: Upload | null = null;
  try {
    outcome = await receive(doors, scope, announced, key, request);
    return outcome;
  } finally {
    if (outcome?.ok !== true) await clean(doors, scope, key).catch(() => undefined);
  }
}
