/** Why this file exists: bad ids and texts are refused at the door of every root field, before anything else runs. */
import {
  defaultFieldResolver,
  getNamedType,
  getNullableType,
  isInputObjectType,
  isListType,
  type GraphQLInputType,
  type GraphQLSchema,
} from 'graphql';
import { isUuid } from '../ids/index.js';
import { badInput, type FieldFault } from './errors.js';

/** Longest text of any argument, in UTF-16 code units; single fields may ask for less. */
export const MAX_TEXT = 20_000;
/** Longest list of any argument. */
export const MAX_LIST = 500;

/** What is wrong with a text that cannot be stored or shown safely, or `null`. */
export function textFault(text: string): string | null {
  if (text.length > MAX_TEXT) return `is longer than ${MAX_TEXT} characters. Shorten it.`;
  if (text.includes('\u0000')) return 'contains a NUL character. Remove it.';
  if (!text.isWellFormed()) return 'contains half a character (a lone surrogate). Remove it.';

  if (/[\u0001-\u0008\u000b\u000c\u000e-\u001f\u007f]/.test(text)) return 'contains a control character. Remove it.';
  if (text.trim() !== '' && /^[\p{Cf}\p{Z}\s]+$/u.test(text))
    return 'shows nothing: it has invisible characters only. Write a text.';
  return null;
}

function inspect(value: unknown, type: GraphQLInputType, field: string, faults: FieldFault[]): void {
  if (value === null || value === undefined) return;
  const bare = getNullableType(type);
  if (isListType(bare)) {
    const items = Array.isArray(value) ? value : [value];
    if (items.length > MAX_LIST)
      faults.push({ field, message: `has more than ${MAX_LIST} items. Send fewer at a time.` });
    else items.forEach((item, i) => inspect(item, bare.ofType, `${field}.${i}`, faults));
    return;
  }
  if (isInputObjectType(bare)) {
    for (const [name, f] of Object.entries(bare.getFields()))
      inspect((value as Record<string, unknown>)[name], f.type, `${field}.${name}`, faults);
    return;
  }
  if (typeof value !== 'string') return;
  if (getNamedType(bare).name === 'ID') {
    if (!isUuid(value))
      faults.push({
        field,
        message: 'is not an id of this system. Ids are lower-case UUIDs; take them from an answer.',
      });
    return;
  }
  const fault = textFault(value);
  if (fault !== null) faults.push({ field, message: fault });
}

/** Puts the inspection in front of the resolver of every field that takes arguments. */
export function guardArguments(schema: GraphQLSchema): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (type.name.startsWith('__') || !('getFields' in type) || isInputObjectType(type)) continue;
    for (const definition of Object.values(type.getFields())) {
      if (definition.args.length === 0) continue;
      const resolve = definition.resolve ?? defaultFieldResolver;
      definition.resolve = (source, args: Record<string, unknown>, context, info): unknown => {
        const faults: FieldFault[] = [];
        for (const argument of definition.args) inspect(args[argument.name], argument.type, argument.name, faults);
        if (faults.length > 0) throw badInput(faults);
        return resolve(source, args, context, info);
      };
    }
  }
}

/** Describes every `input` argument by the type it takes, which is described where it is declared. */
export function describeInputs(schema: GraphQLSchema): void {
  for (const field of Object.values(schema.getMutationType()?.getFields() ?? {}))
    for (const argument of field.args) argument.description ??= getNamedType(argument.type).description;
}

/**
 * Makes the answer of every mutation nullable: when one of several in a document ends in an error, the answers of those before it, which
 * stand, still reach the caller.
 */
export function separateMutations(schema: GraphQLSchema): void {
  for (const field of Object.values(schema.getMutationType()?.getFields() ?? {}))
    field.type = getNullableType(field.type);
}
