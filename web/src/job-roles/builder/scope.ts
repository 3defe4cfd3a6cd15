/** Why this file exists: what every part of the builder needs: the skills, the kit, and the one way to change the draft. */
import { createContext, useContext } from 'react';
import type { Track } from '../../gql/graphql.js';
import type { LibrarySkill } from './framework.js';
import type { Kit } from './kit.js';
import type { Builder } from './use-builder.js';

export interface Scope {
  readonly versionId: string;
  readonly skills: ReadonlyMap<string, LibrarySkill>;
  readonly kit: Kit | null;
  readonly rung: number;
  readonly track: Track;
  /** Interview stages whose items rate a skill at this rung. */
  readonly stagesFor: (skillKey: string) => readonly string[];
  readonly change: Builder['change'];
}

export const BuilderScope = createContext<Scope | null>(null);

export function useScope(): Scope {
  const scope = useContext(BuilderScope);
  if (scope === null) throw new Error('useScope is for parts of the builder');
  return scope;
}
