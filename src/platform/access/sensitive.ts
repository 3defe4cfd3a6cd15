/** Why this file exists: a field with personal or judgemental data is decided where it is declared, whatever path leads to it. */
import { TypeMetadataStorage } from '@nestjs/graphql';
import type { GraphQLSchema } from 'graphql';
import { isObjectType, isNonNullType, defaultFieldResolver } from 'graphql';
import { may, type Actor, type Permission } from './actor.js';

interface SensitiveField {
  readonly target: object;
  readonly property: string;
  readonly permission: Permission;
}
const fields: SensitiveField[] = [];

/** The field is `null` for members without the permission. The field must be nullable, or the process refuses to start. */
export const Sensitive =
  (permission: Permission): PropertyDecorator =>
  (target, property) => {
    fields.push({ target: target.constructor, property: String(property), permission });
  };

/** Type and field names of all sensitive fields, with the permission each asks for. */
export function sensitiveFields(): readonly {
  readonly type: string;
  readonly field: string;
  readonly permission: Permission;
}[] {
  const names = new Map<unknown, string>(TypeMetadataStorage.getObjectTypesMetadata().map((m) => [m.target, m.name]));
  return fields.map((f) => ({ type: names.get(f.target) ?? '?', field: f.property, permission: f.permission }));
}

/** Puts the decision in front of the resolver of every sensitive field. */
export function guardSensitiveFields(schema: GraphQLSchema, actorOf: (context: unknown) => Actor | null): void {
  for (const { type, field, permission } of sensitiveFields()) {
    const object = schema.getType(type);
    const definition = isObjectType(object) ? object.getFields()[field] : undefined;
    if (definition === undefined) throw new Error(`sensitive field ${type}.${field} is not in the schema`);
    if (isNonNullType(definition.type)) throw new Error(`sensitive field ${type}.${field} must be nullable`);
    const resolve = definition.resolve ?? defaultFieldResolver;
    definition.resolve = (source, args, context, info): unknown =>
      may(actorOf(context), permission) ? resolve(source, args, context, info) : null;
  }
}
