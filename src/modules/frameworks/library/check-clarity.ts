/** Why this file exists: the library's own job roles pass its own clarity rules, alone and under every overlay. */
import { assertNever } from '../../../platform/outcome/index.js';
import type { CategoryKey } from '../domain/framework.js';
import {
  askedLevel,
  effectiveRequirements,
  mustHaves,
  settings,
  underOverlay,
  type AskedSkills,
} from './effective-requirements.js';
import { at, error, keysOf, when, type Check, type Finding } from './finding.js';
import type { LibraryClarityTest, UnicornTest } from './library-clarity.js';
import type { LibraryJobRole, LibraryOverlay } from './library-job-role.js';
import type { Library } from './library.js';

interface Setting {
  readonly jobRole: LibraryJobRole;
  readonly overlay: LibraryOverlay | null;
  readonly asked: AskedSkills;
  readonly categoryOf: ReadonlyMap<string, CategoryKey>;
}

/** Skills asked at `level` or above in one of the categories. */
function countIn({ asked, categoryOf }: Setting, categories: readonly CategoryKey[], level: number): number {
  return [...asked.values()].filter((row) => {
    const category = categoryOf.get(row.skill);
    return category !== undefined && categories.includes(category) && row.level >= level;
  }).length;
}

const isUnicorn = (test: UnicornTest, setting: Setting): boolean =>
  mustHaves(setting.asked).size > test.maxMust ||
  (countIn(setting, test.left, test.level) >= test.count && countIn(setting, test.right, test.level) >= test.count);

/** LADDER_GAP is decided by the ladder and path checks; PLAN_FIELDS speaks of the plan of a person, which a library has not. */
function breaks(test: LibraryClarityTest, setting: Setting): boolean {
  const { jobRole, overlay, asked } = setting;
  switch (test.type) {
    case 'COUNT_AT_LEVEL':
      return (
        test.tracks.includes(jobRole.track) &&
        test.skills.filter((skill) => askedLevel(asked, skill) >= test.minLevel).length >= test.minCount
      );
    case 'NO_MUST_AMONG':
      return (
        test.tracks.includes(jobRole.track) &&
        jobRole.rung >= test.minRung &&
        !test.skills.some((skill) => mustHaves(asked).has(skill))
      );
    case 'CATEGORY_MISSING':
      return (
        overlay !== null &&
        test.overlays.includes(overlay.key) &&
        jobRole.rung >= test.minRung &&
        countIn(setting, [test.category], test.minLevel) === 0
      );
    case 'UNICORN':
      return isUnicorn(test, setting);
    case 'LADDER_GAP':
    case 'PLAN_FIELDS':
      return false;
    default:
      return assertNever(test);
  }
}

function brokenClarityRules(library: Library): readonly Finding[] {
  const categoryOf = new Map<string, CategoryKey>(library.framework.skills.map((row) => [row.key, row.category]));
  return library.jobRoles.flatMap((jobRole) =>
    settings(library).flatMap((overlay) => {
      const setting = { jobRole, overlay, asked: effectiveRequirements(jobRole, overlay), categoryOf };
      return library.clarityRules
        .filter((rule) => breaks(rule.test, setting))
        .map((rule) => error(at('roles', jobRole.key), `breaks our own rule ${rule.key}${underOverlay(overlay)}`));
    }),
  );
}

const skillsOf = (test: LibraryClarityTest): readonly string[] => ('skills' in test ? test.skills : []);
const overlaysOf = (test: LibraryClarityTest): readonly string[] => ('overlays' in test ? test.overlays : []);
const jobRolesOf = (test: LibraryClarityTest): readonly string[] => ('jobRoles' in test ? test.jobRoles : []);
const categoriesOf = (test: LibraryClarityTest): readonly string[] =>
  test.type === 'UNICORN' ? [...test.left, ...test.right] : test.type === 'CATEGORY_MISSING' ? [test.category] : [];

const unknownIn = (
  library: Library,
  what: string,
  named: (test: LibraryClarityTest) => readonly string[],
  known: ReadonlySet<string>,
): readonly Finding[] =>
  library.clarityRules.flatMap((rule) =>
    named(rule.test).flatMap((name) =>
      when(!known.has(name), () => error(at('role_clarity_rules', rule.key, 'test'), `unknown ${what} ${name}`)),
    ),
  );

const unknownSkillsOfRules = (library: Library): readonly Finding[] =>
  unknownIn(library, 'skill', skillsOf, keysOf(library.framework.skills));

const unknownCategoriesOfRules = (library: Library): readonly Finding[] =>
  unknownIn(library, 'category', categoriesOf, keysOf(library.framework.categories));

const unknownOverlaysOfRules = (library: Library): readonly Finding[] =>
  unknownIn(library, 'overlay', overlaysOf, keysOf(library.overlays));

const unknownJobRolesOfRules = (library: Library): readonly Finding[] =>
  unknownIn(library, 'job role', jobRolesOf, keysOf(library.jobRoles));

export const CLARITY_CHECKS: readonly Check[] = [
  brokenClarityRules,
  unknownSkillsOfRules,
  unknownCategoriesOfRules,
  unknownOverlaysOfRules,
  unknownJobRolesOfRules,
];
