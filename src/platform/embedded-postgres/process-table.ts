/** Why this file exists: the number of an ended process may stay in use, by its own remains or by another program. */
import { readFile } from 'node:fs/promises';
import { systemCode } from './failure.js';

/** True while a process of that number exists, whoever owns it, even when it has ended and nobody has taken note of that. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return systemCode(error) === 'EPERM';
  }
}

/** False when the number certainly belongs to no running PostgreSQL; systems without /proc cannot tell and answer true. */
export async function mayBePostgres(pid: number): Promise<boolean> {
  const text = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => null);
  if (text === null) return true;
  const found = /^\d+ \((.*)\) (\S)/s.exec(text);
  return found === null || (found[1] === 'postgres' && found[2] !== 'Z');
}
