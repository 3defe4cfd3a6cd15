/** Why this file exists: every item of an interview kit can be asked, fits its stage and rates known skills. */
import { at, error, keysOf, repeated, when, type Check, type Finding } from './finding.js';
import type { LibraryKit, LibraryKitItem } from './library-kit.js';
import type { Library } from './library.js';

const overItems = (
  library: Library,
  look: (item: LibraryKitItem, path: string, kit: LibraryKit) => readonly Finding[],
): readonly Finding[] =>
  library.kits.flatMap((kit) => kit.items.flatMap((item) => look(item, at('kits', kit.key, 'items', item.key), kit)));

function repeatedStages({ kits }: Library): readonly Finding[] {
  return kits.flatMap((kit) =>
    repeated(kit.stages.map((stage) => stage.key)).map((key) =>
      error(at('kits', kit.key, 'stages', key), 'this key is used twice in the kit'),
    ),
  );
}

function repeatedItems({ kits }: Library): readonly Finding[] {
  return kits.flatMap((kit) =>
    repeated(kit.items.map((item) => item.key)).map((key) =>
      error(at('kits', kit.key, 'items', key), 'this key is used twice in the kit'),
    ),
  );
}

function emptyStages({ kits }: Library): readonly Finding[] {
  return kits.flatMap((kit) =>
    kit.stages
      .filter((stage) => !kit.items.some((item) => item.stage === stage.key))
      .map((stage) => error(at('kits', kit.key, 'stages', stage.key), 'no item is asked in this stage')),
  );
}

const unknownStagesOfItems = (library: Library): readonly Finding[] =>
  overItems(library, (item, path, kit) =>
    when(!keysOf(kit.stages).has(item.stage), () => error(path, `unknown stage ${item.stage}`)),
  );

const itemsLongerThanTheirStage = (library: Library): readonly Finding[] =>
  overItems(library, (item, path, kit) => {
    const stage = kit.stages.find((one) => one.key === item.stage);
    return when(stage !== undefined && item.minutes > stage.minutes, () =>
      error(path, `takes ${item.minutes} minutes, its stage has ${stage?.minutes ?? 0}`),
    );
  });

const workSamplesWithoutMaterials = (library: Library): readonly Finding[] =>
  overItems(library, (item, path) =>
    when(item.kind === 'WORK_SAMPLE' && item.materials === null, () =>
      error(path, 'a work sample has to say which materials are prepared'),
    ),
  );

function unknownSkillsOfItems(library: Library): readonly Finding[] {
  const known = keysOf(library.framework.skills);
  return overItems(library, (item, path) =>
    item.skills.filter((skill) => !known.has(skill)).map((skill) => error(path, `unknown skill ${skill}`)),
  );
}

const repeatedSkillsOfItems = (library: Library): readonly Finding[] =>
  overItems(library, (item, path) => repeated(item.skills).map((skill) => error(path, `${skill} is listed twice`)));

const repeatedAnchors = (library: Library): readonly Finding[] =>
  overItems(library, (item, path) =>
    when(new Set(item.anchors).size !== 5, () => error(path, 'the five anchors have to differ from one another')),
  );

export const KIT_CHECKS: readonly Check[] = [
  repeatedStages,
  repeatedItems,
  emptyStages,
  unknownStagesOfItems,
  itemsLongerThanTheirStage,
  workSamplesWithoutMaterials,
  unknownSkillsOfItems,
  repeatedSkillsOfItems,
  repeatedAnchors,
];
