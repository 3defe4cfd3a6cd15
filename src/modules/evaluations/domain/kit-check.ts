/** Why this file exists: a forked kit is checked whole before it is published, and every finding names the field that mends it. */
import type { SkillKey } from '../../frameworks/index.js';
import { isKey } from '../../../platform/ids/index.js';
import type { Problem } from '../../../platform/outcome/index.js';
import { ITEM_KINDS } from './kit.js';
import type { Kit, KitItem, KitStage } from './kit.js';
import { nonBlankLength } from './written-text.js';

export type KitProblemCode =
  | 'KIT_EMPTY'
  | 'KIT_TOO_LARGE'
  | 'KIT_KEY_MALFORMED'
  | 'KIT_KEY_TWICE'
  | 'KIT_TEXT_TOO_SHORT'
  | 'KIT_MINUTES_OUT_OF_RANGE'
  | 'STAGE_WITHOUT_ITEM'
  | 'KIT_STAGE_UNKNOWN'
  | 'ITEM_LONGER_THAN_STAGE'
  | 'ITEM_KIND_UNKNOWN'
  | 'MATERIALS_MISSING'
  | 'KIT_LIST_EMPTY'
  | 'KIT_LISTED_TWICE'
  | 'KIT_RUNG_OUT_OF_RANGE'
  | 'KIT_SKILL_UNKNOWN'
  | 'ANCHORS_NOT_FIVE'
  | 'ANCHORS_ALIKE';

/** One finding; `field` is the dotted path inside the kit, for example `items.3.anchors.1`. */
export interface KitProblem extends Problem {
  readonly code: KitProblemCode;
  readonly field: string;
}

/** Bounds that keep a kit usable in one loop and its plan computable. Lengths are characters that can be seen, minutes are whole. */
export const KIT_LIMITS = {
  stages: 10,
  items: 60,
  stageMinutes: 480,
  nameCharacters: 3,
  promptCharacters: 40,
  anchorCharacters: 8,
} as const;

/**
 * Everything that can be told from the kit itself, in reading order; empty when it may be published.
 * @param knownSkills skills of the framework version that the kit speaks of
 */
export function kitProblems(kit: Kit, knownSkills: ReadonlySet<SkillKey>): readonly KitProblem[] {
  return [
    ...keyProblems(kit.key, 'key'),
    ...textProblems(kit.name, 'name', KIT_LIMITS.nameCharacters),
    ...sizeProblems(kit),
    ...repeated(kit.stages.map((stage) => stage.key)).map((at) => keyTwice(`stages.${at}.key`)),
    ...kit.stages.flatMap((stage, at) => stageProblems(kit, stage, `stages.${at}`)),
    ...repeated(kit.items.map((item) => item.key)).map((at) => keyTwice(`items.${at}.key`)),
    ...kit.items.flatMap((item, at) => itemProblems(kit, item, knownSkills, `items.${at}`)),
  ];
}

function sizeProblems(kit: Kit): KitProblem[] {
  const found: KitProblem[] = [];
  for (const field of ['stages', 'items'] as const) {
    const most = KIT_LIMITS[field];
    if (kit[field].length === 0)
      found.push({ code: 'KIT_EMPTY', field, message: `The kit has no ${field}. Add at least one.` });
    if (kit[field].length > most) {
      found.push({
        code: 'KIT_TOO_LARGE',
        field,
        message: `A kit has at most ${most} ${field}. Split it into two kits.`,
      });
    }
  }
  return found;
}

function stageProblems(kit: Kit, stage: KitStage, path: string): KitProblem[] {
  const found = [
    ...keyProblems(stage.key, `${path}.key`),
    ...textProblems(stage.name, `${path}.name`, KIT_LIMITS.nameCharacters),
    ...textProblems(stage.format, `${path}.format`, KIT_LIMITS.nameCharacters),
    ...minutesProblems(stage.minutes, `${path}.minutes`),
  ];
  if (!kit.items.some((item) => item.stage === stage.key)) {
    found.push({
      code: 'STAGE_WITHOUT_ITEM',
      field: path,
      message: `No item belongs to the stage "${stage.name}". Add one or remove the stage.`,
    });
  }
  return found;
}

function itemProblems(kit: Kit, item: KitItem, knownSkills: ReadonlySet<SkillKey>, path: string): KitProblem[] {
  return [
    ...keyProblems(item.key, `${path}.key`),
    ...placeProblems(kit, item, path),
    ...textProblems(item.title, `${path}.title`, KIT_LIMITS.nameCharacters),
    ...textProblems(item.prompt, `${path}.prompt`, KIT_LIMITS.promptCharacters),
    ...listProblems(item.probes, `${path}.probes`, 'probing question'),
    ...item.probes.flatMap((probe, at) => textProblems(probe, `${path}.probes.${at}`, KIT_LIMITS.nameCharacters)),
    ...item.redFlags.flatMap((flag, at) => textProblems(flag, `${path}.redFlags.${at}`, KIT_LIMITS.nameCharacters)),
    ...listProblems(item.rungs, `${path}.rungs`, 'rung'),
    ...item.rungs.flatMap((rung, at) => rungProblems(rung, `${path}.rungs.${at}`)),
    ...listProblems(item.skills, `${path}.skills`, 'skill'),
    ...item.skills.flatMap((skill, at) => skillProblems(skill, knownSkills, `${path}.skills.${at}`)),
    ...anchorProblems(item.anchors, `${path}.anchors`),
  ];
}

function placeProblems(kit: Kit, item: KitItem, path: string): KitProblem[] {
  const found = minutesProblems(item.minutes, `${path}.minutes`);
  const stage = kit.stages.find((one) => one.key === item.stage);
  if (stage === undefined) {
    found.push({
      code: 'KIT_STAGE_UNKNOWN',
      field: `${path}.stage`,
      message: `The kit has no stage "${item.stage}". Choose one of its stages.`,
    });
  } else if (item.minutes > stage.minutes) {
    const message = `The item takes ${item.minutes} minutes, its stage has ${stage.minutes}. Shorten the item or lengthen the stage.`;
    found.push({ code: 'ITEM_LONGER_THAN_STAGE', field: `${path}.minutes`, message });
  }
  if (!ITEM_KINDS.includes(item.kind)) {
    found.push({
      code: 'ITEM_KIND_UNKNOWN',
      field: `${path}.kind`,
      message: `Choose one of: ${ITEM_KINDS.join(', ')}.`,
    });
  }
  if (item.kind === 'WORK_SAMPLE' && (item.materials === null || nonBlankLength(item.materials) === 0)) {
    found.push({
      code: 'MATERIALS_MISSING',
      field: `${path}.materials`,
      message: 'A work sample needs prepared materials, the same for every candidate. Describe them.',
    });
  }
  return found;
}

function anchorProblems(anchors: readonly string[], path: string): KitProblem[] {
  const found: KitProblem[] = [];
  if (anchors.length !== 5) {
    const message = `Describe each of the ratings 1 to 5; there are ${anchors.length} descriptions now.`;
    found.push({ code: 'ANCHORS_NOT_FIVE', field: path, message });
  }
  anchors.forEach((anchor, at) => found.push(...textProblems(anchor, `${path}.${at}`, KIT_LIMITS.anchorCharacters)));
  for (const at of repeated(anchors.map(folded))) {
    const message = `Rating ${at + 1} is described like a lower one. Say what sets it apart.`;
    found.push({ code: 'ANCHORS_ALIKE', field: `${path}.${at}`, message });
  }
  return found;
}

function listProblems(list: readonly (string | number)[], field: string, what: string): KitProblem[] {
  if (list.length === 0) return [{ code: 'KIT_LIST_EMPTY', field, message: `Add at least one ${what}.` }];
  return repeated(list).map((at) => ({
    code: 'KIT_LISTED_TWICE',
    field: `${field}.${at}`,
    message: `This ${what} is listed already. Remove one.`,
  }));
}

const rungProblems = (rung: number, field: string): KitProblem[] =>
  Number.isInteger(rung) && rung >= 1 && rung <= 5
    ? []
    : [{ code: 'KIT_RUNG_OUT_OF_RANGE', field, message: 'A rung is a whole number from 1 to 5.' }];

const skillProblems = (skill: SkillKey, known: ReadonlySet<SkillKey>, field: string): KitProblem[] =>
  known.has(skill)
    ? []
    : [
        {
          code: 'KIT_SKILL_UNKNOWN',
          field,
          message: `The framework has no skill "${skill}". Choose one of its skills.`,
        },
      ];

function minutesProblems(minutes: number, field: string): KitProblem[] {
  const most = KIT_LIMITS.stageMinutes;
  if (Number.isInteger(minutes) && minutes >= 1 && minutes <= most) return [];
  return [{ code: 'KIT_MINUTES_OUT_OF_RANGE', field, message: `Minutes are a whole number from 1 to ${most}.` }];
}

function textProblems(text: string, field: string, atLeast: number): KitProblem[] {
  if (nonBlankLength(text) >= atLeast) return [];
  return [{ code: 'KIT_TEXT_TOO_SHORT', field, message: `Write at least ${atLeast} characters here.` }];
}

const keyProblems = (key: string, field: string): KitProblem[] =>
  isKey(key)
    ? []
    : [
        {
          code: 'KIT_KEY_MALFORMED',
          field,
          message: 'A key is lower-case words joined by hyphens, such as "work-sample".',
        },
      ];

const keyTwice = (field: string): KitProblem => ({
  code: 'KIT_KEY_TWICE',
  field,
  message: 'Another one has this key already. Choose a different key.',
});

const folded = (text: string): string => text.toLowerCase().replace(/\s+/g, ' ').trim();

/** Indexes of the entries that occurred before. */
const repeated = (list: readonly (string | number)[]): number[] =>
  list.flatMap((entry, at) => (list.indexOf(entry) < at ? [at] : []));
