/** Why this file exists: what an interview kit can assess of a job role. */
import type { BuilderKitFragment } from '../../gql/graphql.js';
import { graphql } from '../../gql/index.js';
import type { Draft } from './draft.js';

export const BuilderKit = graphql(`
  fragment BuilderKit on InterviewKit {
    id
    key
    name
    number
    track
    stages {
      key
      name
    }
    items {
      key
      title
      rungs
      stageKey
      skills {
        key
      }
    }
  }
`);
export type Kit = BuilderKitFragment;

/** Items that rate a skill at a rung. */
export const itemsFor = (kit: Kit | null, skillKey: string, rung: number): Kit['items'] =>
  (kit?.items ?? []).filter((i) => i.rungs.includes(rung) && i.skills.some((s) => s.key === skillKey));

/** Keys of the stages whose items rate a skill at a rung, in the order in which they are held. */
export function stagesFor(kit: Kit | null, skillKey: string, rung: number): readonly string[] {
  const found = new Set(itemsFor(kit, skillKey, rung).map((i) => i.stageKey));
  return (kit?.stages ?? []).map((s) => s.key).filter((key) => found.has(key));
}

/** Chooses a kit and asks for every skill in the stages that can assess it. */
export const withKit = (draft: Draft, kit: Kit, rung: number): Draft => ({
  ...draft,
  kitKey: kit.key,
  requirements: draft.requirements.map((r) => ({ ...r, stages: stagesFor(kit, r.skillKey, rung) })),
});
