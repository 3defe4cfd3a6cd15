/** Why this file exists: what the addresses of job roles carry: filters, chosen versions, overlays. */
import * as z from 'zod/mini';

/** A text of the address; digits alone arrive as a number. */
const text = z.catch(z.optional(z.pipe(z.union([z.string(), z.number()]), z.transform(String))), undefined);

const listShape = z.object({
  view: z.catch(z.optional(z.enum(['list', 'ladders'])), undefined),
  text,
  track: z.catch(z.optional(z.enum(['RESEARCH', 'PRODUCTION', 'HYBRID'])), undefined),
  state: z.catch(z.optional(z.enum(['DRAFT', 'PUBLISHED', 'RETIRED'])), undefined),
});
export type ListSearch = z.output<typeof listShape>;
export const listSearch = (given: Record<string, unknown>): ListSearch => listShape.parse(given);

const roleShape = z.object({
  view: z.catch(z.optional(z.enum(['definition', 'text', 'versions'])), undefined),
  /** Id of the version to show; the current one when absent. */
  version: text,
  /** Keys of overlays, joined by commas. */
  overlays: text,
  /** Ids of the versions of a difference. */
  from: text,
  to: text,
});
export type RoleSearch = z.output<typeof roleShape>;
export const roleSearch = (given: Record<string, unknown>): RoleSearch => roleShape.parse(given);

const newShape = z.object({
  /** Id of the version to start from, or `empty`. */
  from: text,
});
export type NewSearch = z.output<typeof newShape>;
export const newSearch = (given: Record<string, unknown>): NewSearch => newShape.parse(given);

const editShape = z.object({ overlays: text });
export type EditSearch = z.output<typeof editShape>;
export const editSearch = (given: Record<string, unknown>): EditSearch => editShape.parse(given);

const compareShape = z.object({
  left: text,
  right: text,
  overlays: text,
  show: z.catch(z.optional(z.enum(['all', 'shared', 'left', 'right'])), undefined),
});
export type CompareSearch = z.output<typeof compareShape>;
export const compareSearch = (given: Record<string, unknown>): CompareSearch => compareShape.parse(given);

const bridgeShape = z.object({
  from: text,
  to: text,
  overlays: text,
  /** Starts from what a person holds on entering `from`. */
  entry: z.catch(z.optional(z.boolean()), undefined),
  view: z.catch(z.optional(z.enum(['skills', 'order', 'activities'])), undefined),
});
export type BridgeSearch = z.output<typeof bridgeShape>;
export const bridgeSearch = (given: Record<string, unknown>): BridgeSearch => bridgeShape.parse(given);

export const overlaysOf = (joined: string | undefined): string[] => (joined ?? '').split(',').filter((k) => k !== '');
/** Absent for none, so that the address stays short. */
export const joinOverlays = (keys: readonly string[]): string | undefined =>
  keys.length === 0 ? undefined : keys.toSorted().join(',');
