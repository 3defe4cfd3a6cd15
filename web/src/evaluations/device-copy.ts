/** Why this file exists: what is written but not yet on the server survives a reload, a lost connection and the end of a session, on this device. */
import type { Content } from './scorecard-content.js';

export interface DeviceCopy {
  /** The version of the scorecard that the content was written on. */
  readonly version: number;
  readonly content: Content;
  /** The newest content that was sent and not answered yet; it may have arrived. */
  readonly sent: Content | null;
  /** The window that wrote it: another window does not throw it away. */
  readonly window: string;
  /** Why a submitted scorecard is amended; empty for a draft. */
  readonly reason: string;
}

/** One name per window and page load. */
export const thisWindow = crypto.randomUUID();

const nameOf = (scorecardId: string, memberId: string, what: 'draft' | 'amendment'): string =>
  `twinladder-scorecard:${what}:${scorecardId}:${memberId}`;

const isCopy = (value: unknown): value is DeviceCopy =>
  typeof value === 'object' &&
  value !== null &&
  typeof (value as DeviceCopy).version === 'number' &&
  typeof (value as { content?: Partial<Content> }).content?.ratings === 'object';

export interface CopyPlace {
  readonly read: () => DeviceCopy | null;
  /** @returns false when the device has no room or forbids it */
  readonly write: (copy: Omit<DeviceCopy, 'window'>) => boolean;
  /** Leaves alone what another window wrote. */
  readonly clear: () => void;
}

export function copyPlace(scorecardId: string, memberId: string, what: 'draft' | 'amendment'): CopyPlace {
  const name = nameOf(scorecardId, memberId, what);
  let took: string | null = null; // the window whose copy was restored here
  const read = (): DeviceCopy | null => {
    try {
      const value: unknown = JSON.parse(localStorage.getItem(name) ?? 'null');
      return isCopy(value) ? value : null;
    } catch {
      return null;
    }
  };
  return {
    read: () => {
      const copy = read();
      took = copy?.window ?? null;
      return copy;
    },
    write: (copy) => {
      try {
        localStorage.setItem(name, JSON.stringify({ ...copy, window: thisWindow }));
        return true;
      } catch {
        return false;
      }
    },
    clear: () => {
      const owner = read()?.window;
      if (owner === thisWindow || owner === took) localStorage.removeItem(name);
    },
  };
}
