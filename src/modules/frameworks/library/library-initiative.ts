/** Why this file exists: typical AI programmes with the skills that each phase needs, as starting values for planning. */
import type { Level, SkillKey } from '../domain/framework.js';
import type { Key } from '../../../platform/ids/index.js';
import type { LibraryOverlayKey } from './library-job-role.js';

export const PHASES = ['RESEARCH', 'PRODUCTIONISE', 'OPERATE'] as const;
export type Phase = (typeof PHASES)[number];

/** This many people hold at least this level during the whole phase. */
export interface LibraryDemand {
  readonly skill: SkillKey;
  readonly level: Level;
  readonly people: number;
}

export interface LibraryPhase {
  readonly phase: Phase;
  readonly weeks: number;
  /** Full-time equivalents by track, 0 or more. */
  readonly mixFte: { readonly research: number; readonly hybrid: number; readonly production: number };
  /** Weeks before the start of the phase by which hiring or growth has to be decided. */
  readonly leadTimeWeeks: number;
  readonly demand: readonly LibraryDemand[];
  /** What is true when the phase is done. */
  readonly exit: readonly string[];
  /** Early signs that the phase will stall. */
  readonly watch: readonly string[];
}

export interface LibraryInitiative {
  readonly key: Key<'LibraryInitiative'>;
  readonly name: string;
  readonly sector: LibraryOverlayKey;
  readonly summary: string;
  /** Keys of references. */
  readonly regulatoryContext: readonly string[];
  readonly valueMeasure: string;
  /** RESEARCH, PRODUCTIONISE, OPERATE, in this order. */
  readonly phases: readonly LibraryPhase[];
}
