/** Why this file exists: the five duties are covered only when somebody holds every need of them, and the built-in job role names them all. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import type { Level, SkillKey } from '../../frameworks/index.js';
import { LIFE_CYCLE_AREAS } from '../../job-roles/index.js';
import { LIFE_CYCLE_NEEDS, lifeCycleCover } from './life-cycle.js';

const holding = (levels: Readonly<Record<string, Level>>) => ({
  levels: new Map(Object.entries(levels).map(([key, level]) => [key as SkillKey, level] as const)),
});
const all = LIFE_CYCLE_AREAS.flatMap((area) => LIFE_CYCLE_NEEDS[area].map(({ skill }) => skill));
const coverOf = (people: Parameters<typeof lifeCycleCover>[0], area: string) =>
  lifeCycleCover(people, all).find((one) => one.area === area);

test('an area needs every one of its skills, from different people if need be', () => {
  const packs = holding({ 'model-packaging-registry': 3 });
  const releases = holding({ 'release-strategies': 4 });
  expect(coverOf([packs], 'DEPLOYMENT')?.isCovered).toBe(false);
  expect(coverOf([packs, releases], 'DEPLOYMENT')).toMatchObject({
    isCovered: true,
    needs: [{ holders: 1 }, { holders: 1 }],
  });
});

test('a level below the need does not count, and what is unknown covers nothing', () => {
  expect(coverOf([holding({ 'retraining-pipelines': 2 })], 'RETRAINING')?.isCovered).toBe(false);
  expect(coverOf([holding({})], 'RETRAINING')).toMatchObject({ isCovered: false, needs: [{ holders: 0 }] });
  expect(coverOf([holding({ 'quality-systems': 2, 'data-integrity': 2 })], 'COMPLIANCE')?.isCovered).toBe(true);
});

test('an area of which the framework knows no skill is left out', () => {
  expect(lifeCycleCover([], ['data-pipelines' as SkillKey]).map(({ area }) => area)).toEqual(['INGESTION']);
});

test('the needs are must-haves of the senior machine-learning engineer of the library, at their levels', () => {
  const file = fileURLToPath(new URL('../../../../library/roles.yaml', import.meta.url));
  interface Asked {
    readonly skill: string;
    readonly level: number;
    readonly must: boolean;
  }
  const library = parse(readFileSync(file, 'utf8')) as { roles: { key: string; requirements: Asked[] }[] };
  const asked = library.roles.find(({ key }) => key === 'mle-3')?.requirements.filter(({ must }) => must) ?? [];
  const levels = new Map(asked.map(({ skill, level }) => [skill, level]));
  for (const area of LIFE_CYCLE_AREAS)
    for (const { skill, level } of LIFE_CYCLE_NEEDS[area]) expect([skill, levels.get(skill)]).toEqual([skill, level]);
});
