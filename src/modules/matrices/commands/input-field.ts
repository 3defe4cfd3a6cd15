/** Why this file exists: a refusal of the domain names the field of the claim; the caller needs the field of the input. */
import type { Problem } from '../../../platform/outcome/index.js';

/**
 * The problem with its field as a path of the mutation's input.
 * @param names  fields that are called otherwise in the input; `null` for one that no input can mend
 */
export function inInput<P extends Problem>(problem: P, names: Readonly<Record<string, string | null>> = {}): Problem {
  const { field, ...rest } = problem;
  if (field === undefined || field.startsWith('input.')) return problem;
  const [head = '', ...tail] = field.split('.');
  const name = head in names ? names[head] : head;
  if (name === null || name === undefined) return rest;
  return { ...rest, field: ['input', name, ...tail.map((part) => (part === 'type' ? 'typeKey' : part))].join('.') };
}
