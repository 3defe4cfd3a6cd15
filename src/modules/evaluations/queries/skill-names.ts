/** Why this file exists: skills are shown by name; one that the framework does not have goes by its key. */
import type { Unit } from '../../../platform/database/index.js';
import { currentFramework } from '../../frameworks/data.js';
import type { RatedSkillObject } from '../api/kit.types.js';

/** Names of the current framework. One statement; the framework itself is kept in the process. */
export async function skillsByKey(unit: Unit): Promise<(key: string) => RatedSkillObject> {
  const { framework } = await currentFramework(unit);
  const names = new Map<string, string>(framework.skills.map((skill) => [skill.key, skill.name]));
  return (key) => ({ key, name: names.get(key) ?? key });
}
