/** Why this file exists: kits as the actor may see them: drafts for those who may edit them only. */
import type { GraphQLResolveInfo } from 'graphql';
import { may } from '../../../platform/access/index.js';
import type { Unit } from '../../../platform/database/index.js';
import { defineLoader, page, type Page, type PageArgs } from '../../../platform/graphql/index.js';
import type { KitItemObject, KitObject, RatedSkillObject } from '../api/kit.types.js';
import type { KitItem } from '../domain/kit.js';
import type { KitRecord, KitState } from '../store/kit.tables.js';
import { skillsByKey } from './skill-names.js';

export const itemObject = (item: KitItem, skillOf: (key: string) => RatedSkillObject): KitItemObject => ({
  key: item.key,
  stageKey: item.stage,
  kind: item.kind,
  title: item.title,
  minutes: item.minutes,
  rungs: item.rungs,
  prompt: item.prompt,
  probes: item.probes,
  skills: item.skills.map(skillOf),
  anchors: item.anchors,
  redFlags: item.redFlags,
  materials: item.materials,
});

export const kitObject = ({ content, ...kit }: KitRecord, skillOf: (key: string) => RatedSkillObject): KitObject => ({
  ...kit,
  stages: content.stages,
  items: content.items.map((item) => itemObject(item, skillOf)),
});

const SELECT = `select id, key, name, track, number, state, based_on_id as "basedOnId", content, rating_scale as "ratingScale",
  published_at as "publishedAt", version from interview_kit where organisation_id = $1 and (state <> 'DRAFT' or $2::boolean)`;
const seesDrafts = (unit: Unit): boolean => may(unit.actor, 'interview-kit:update');

export interface KitFilter {
  readonly key: string | null;
  readonly state: KitState | null;
}

/** A page of kits, by key and number. */
export async function kitPage(
  unit: Unit,
  filter: KitFilter,
  args: PageArgs,
  info: GraphQLResolveInfo,
): Promise<Page<KitObject>> {
  const query = {
    list: 'kits',
    sql: `${SELECT} and ($3::text is null or key = $3) and ($4::text is null or state = $4)`,
    values: [seesDrafts(unit), filter.key, filter.state],
    orderBy: ['key', 'number'],
    filter,
  };
  const found = await page<KitRecord>(unit, query, args, info);
  const skillOf = await skillsByKey(unit);
  return { ...found, nodes: found.nodes.map((record) => kitObject(record, skillOf)) };
}

export const kitLoader = defineLoader<KitObject>('kit', async (unit, ids) => {
  const rows = await unit.rows<KitRecord>(`${SELECT} and id = any($3::uuid[])`, [seesDrafts(unit), ids]);
  const skillOf = await skillsByKey(unit);
  return new Map(rows.map((record) => [record.id, kitObject(record, skillOf)]));
});
