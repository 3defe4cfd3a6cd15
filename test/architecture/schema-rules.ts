/** Why this file exists: what every schema of ours must fulfil, as functions that return what is wrong. */
import {
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isNonNullType,
  isObjectType,
  isScalarType,
  isUnionType,
  type GraphQLSchema,
} from 'graphql';

const BUILT_IN = new Set(['String', 'Int', 'Float', 'Boolean', 'ID']);
const isText = (text: string | null | undefined): boolean => (text ?? '').trim().length >= 4;

/** Types, fields, arguments and enum values without a description. */
export function descriptionViolations(schema: GraphQLSchema): string[] {
  const wrong: string[] = [];
  const need = (name: string, description: string | null | undefined): void => {
    if (!isText(description)) wrong.push(name);
  };
  for (const type of Object.values(schema.getTypeMap())) {
    if (type.name.startsWith('__') || BUILT_IN.has(type.name) || ['Query', 'Mutation'].includes(type.name)) {
      if (!isObjectType(type) || type.name.startsWith('__')) continue;
    } else need(type.name, type.description);
    if (isEnumType(type)) for (const value of type.getValues()) need(`${type.name}.${value.name}`, value.description);
    if (isObjectType(type) || isInterfaceType(type) || isInputObjectType(type)) {
      for (const field of Object.values(type.getFields())) {
        need(`${type.name}.${field.name}`, field.description);
        if ('args' in field)
          for (const argument of field.args) need(`${type.name}.${field.name}(${argument.name})`, argument.description);
      }
    }
  }
  return wrong;
}

/** Mutations whose answer is not a union of one success and the problem kinds; sign-out answers with nothing to refuse. */
export function resultViolations(schema: GraphQLSchema): string[] {
  const wrong: string[] = [];
  for (const field of Object.values(schema.getMutationType()?.getFields() ?? {})) {
    if (field.name === 'signOut') continue;
    const type = getNamedType(field.type);
    if (!isUnionType(type) || isNonNullType(field.type)) {
      wrong.push(`${field.name} does not answer with a result union`);
      continue;
    }
    const members = type.getTypes();
    if (members.filter((m) => m.name.endsWith('Success')).length !== 1)
      wrong.push(`${type.name} has not exactly one success`);
    for (const m of members)
      if (!m.name.endsWith('Success') && !m.getInterfaces().some((i) => i.name === 'Problem'))
        wrong.push(`${m.name} is not a Problem`);
  }
  return wrong;
}

/** Root lists that are not pages. Short closed lists are named here with their reason. */
export function pageViolations(schema: GraphQLSchema, closedLists: ReadonlySet<string>): string[] {
  return Object.values(schema.getQueryType()?.getFields() ?? {}).flatMap((f) =>
    /^\[|^\[.*\]!$/.test(String(f.type)) && !closedLists.has(f.name) ? [`${f.name} is a list without pages`] : [],
  );
}

/** Names that use the bare word "role" or the words of a database. */
export function wordingViolations(schema: GraphQLSchema): string[] {
  const wrong: string[] = [];
  for (const type of Object.values(schema.getTypeMap())) {
    if (type.name.startsWith('__') || isScalarType(type)) continue;
    if (/(^|[^bJ])[rR]ole(?!s?Version)/.test(type.name.replaceAll('JobRole', ''))) wrong.push(type.name);
    if (!('getFields' in type)) continue;
    for (const field of Object.values(type.getFields()))
      if (/^roles?$|[a-z]Roles?$/.test(field.name.replaceAll(/[jJ]obRole/g, '')))
        wrong.push(`${type.name}.${field.name}`);
  }
  return wrong;
}
