/** Why this file exists: what a scorecard asks, item by item, put together from the interview, its kit and the requisition. */
import { graphql } from '../gql/index.js';
import type { EvaluationsScorecardAsksFragment, ItemKind } from '../gql/graphql.js';
import type { LevelAnchor } from '../ui/level-cards.js';
import { slotKey, type Slot } from './scorecard-content.js';

export const ScorecardAsks = graphql(`
  fragment EvaluationsScorecardAsks on Interview {
    id
    kit {
      id
      ratingScale
    }
    items {
      skillKeys
      item {
        key
        title
        kind
        prompt
        probes
        redFlags
        minutes
        anchors
        skills {
          key
          name
        }
      }
    }
    application {
      id
      requisition {
        id
        requirements {
          skillKey
          skillName
          level
          isMustHave
        }
      }
    }
  }
`);

export interface AskedSlot extends Slot {
  readonly skill: string;
  /** Level that the requisition asks for; `null` when it does not ask for the skill. */
  readonly askedLevel: number | null;
  readonly isMustHave: boolean;
  /** Place on the page, from 0 over all items. */
  readonly index: number;
}
export interface AskedItem {
  readonly key: string;
  readonly title: string;
  readonly kind: ItemKind;
  readonly minutes: number;
  readonly prompt: string;
  readonly probes: readonly string[];
  readonly redFlags: readonly string[];
  readonly anchors: readonly LevelAnchor[];
  readonly slots: readonly AskedSlot[];
}
export interface Asks {
  readonly items: readonly AskedItem[];
  readonly slots: readonly AskedSlot[];
  /** What 1 to 5 mean whatever the item, as the kit says it. */
  readonly scale: readonly string[];
}

/** The kit's sentence about a rating up to its first comma or semicolon: short enough to stand on a card. */
export const shortName = (sentence: string | undefined): string => sentence?.split(/[,;:]/u)[0]?.trim() ?? '';

export function asksOf(interview: EvaluationsScorecardAsksFragment): Asks {
  const scale = interview.kit?.ratingScale ?? [];
  const requirements = new Map((interview.application?.requisition?.requirements ?? []).map((r) => [r.skillKey, r]));
  let index = 0;
  const items = interview.items.map(({ item, skillKeys }): AskedItem => {
    const names = new Map(item.skills.map((skill) => [skill.key, skill.name]));
    return {
      ...item,
      anchors: item.anchors.map((anchor, at) => ({ level: at + 1, name: shortName(scale[at]), anchor })),
      slots: skillKeys.map((skillKey) => {
        const asked = requirements.get(skillKey);
        return {
          key: slotKey(item.key, skillKey),
          itemKey: item.key,
          skillKey,
          skill: names.get(skillKey) ?? asked?.skillName ?? skillKey,
          askedLevel: asked?.level ?? null,
          isMustHave: asked?.isMustHave ?? false,
          index: index++,
        };
      }),
    };
  });
  return { items, slots: items.flatMap((item) => item.slots), scale };
}
