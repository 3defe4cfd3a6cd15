/** Why this file exists: what is typed in the builder stays on this device until the server has it. */
import type { Draft } from './draft.js';

export interface DeviceCopy {
  /** `version` of the record that the changes started from. */
  readonly version: number;
  /** What the record said then. */
  readonly base: Draft;
  readonly draft: Draft;
}

const nameOf = (versionId: string): string => `twinladder-job-role-draft-${versionId}`;

export function readCopy(versionId: string): DeviceCopy | null {
  const stored = localStorage.getItem(nameOf(versionId));
  if (stored === null) return null;
  try {
    return JSON.parse(stored) as DeviceCopy;
  } catch {
    return null;
  }
}

export function keepCopy(versionId: string, copy: DeviceCopy): void {
  try {
    localStorage.setItem(nameOf(versionId), JSON.stringify(copy));
  } catch {
    // a full device keeps no copy; the server still gets it
  }
}

export const forgetCopy = (versionId: string): void => localStorage.removeItem(nameOf(versionId));
