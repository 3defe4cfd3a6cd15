/** Why this file exists: the steps of a bridge, read once for both ways to show them. */
import { graphql, readFragment, type FragmentType } from '../../gql/index.js';
import type { BridgeStepsFragment } from '../../gql/graphql.js';

export const BridgeSteps = graphql(`
  fragment BridgeSteps on Bridge {
    goals {
      skillKey
      skillName
      from
      to
      isAskedByJobRole
    }
    steps {
      skillKey
      skillName
      from
      to
      activityKey
      blockedBy {
        because
        level
        message
        skillKey
      }
    }
    uncovered {
      message
      step {
        skillKey
        to
      }
    }
    activities {
      activity {
        key
        name
        hours
      }
    }
  }
`);

export type BridgeRef = FragmentType<typeof BridgeSteps>;
export type Goal = BridgeStepsFragment['goals'][number];

export interface NumberedStep {
  /** Place in the order, from 1. */
  readonly number: number;
  readonly skillKey: string;
  readonly skillName: string;
  readonly from: number;
  readonly to: number;
  /** Prerequisites of other skills that come first, in sentences. */
  readonly waitsFor: readonly string[];
  /** True when nothing at all comes first. */
  readonly isOpen: boolean;
  readonly activity: string | null;
  /** Why nothing covers it. */
  readonly uncovered: string | null;
}

export function stepsOf(ref: BridgeRef): { readonly goals: readonly Goal[]; readonly steps: readonly NumberedStep[] } {
  const bridge = readFragment(BridgeSteps, ref);
  const names = new Map(bridge.activities.map(({ activity }) => [activity.key, activity.name]));
  const open = new Map(bridge.uncovered.map((u) => [`${u.step.skillKey} ${u.step.to}`, u.message]));
  const steps = bridge.steps.map((s, i) => ({
    number: i + 1,
    skillKey: s.skillKey,
    skillName: s.skillName,
    from: s.from,
    to: s.to,
    waitsFor: s.blockedBy.filter((b) => b.because === 'PREREQUISITE').map((b) => b.message),
    isOpen: s.blockedBy.length === 0,
    activity: names.get(s.activityKey ?? '') ?? null,
    uncovered: open.get(`${s.skillKey} ${s.to}`) ?? null,
  }));
  return { goals: bridge.goals, steps };
}
