/** Why this file exists: a root field without exactly one gate stops the process before it listens. */
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DiscoveryService } from '@nestjs/core';
import { gatesOf, type Gate, type Permission } from '../access/index.js';

export interface RootField {
  readonly kind: 'Query' | 'Mutation' | 'Subscription';
  readonly name: string;
  readonly gates: readonly Gate[];
}

/** The root fields that resolver classes declare, with their gates. */
export function rootFieldsOf(classes: readonly { readonly prototype: object }[]): RootField[] {
  const found: RootField[] = [];
  for (const { prototype } of classes) {
    for (const property of Object.getOwnPropertyNames(prototype)) {
      const handler = Object.getOwnPropertyDescriptor(prototype, property)?.value as unknown;
      if (typeof handler !== 'function' || property === 'constructor') continue;
      const kind = Reflect.getMetadata('graphql:resolver_type', handler) as unknown;
      if (kind !== 'Query' && kind !== 'Mutation' && kind !== 'Subscription') continue;
      found.push({
        kind,
        name: (Reflect.getMetadata('graphql:resolver_name', handler) as string | undefined) ?? property,
        gates: gatesOf(handler),
      });
    }
  }
  return found.sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** @throws naming every root field that has no gate, more than one, or one that asks for an unknown permission */
export function assertGates(fields: readonly RootField[], known: ReadonlySet<Permission>): void {
  const wrong = fields.flatMap((f) => {
    if (f.gates.length !== 1) return [`${f.kind}.${f.name} has ${f.gates.length} gates, exactly one is needed`];
    const [gate] = f.gates;
    if (gate?.kind === 'REQUIRES' && !known.has(gate.permission))
      return [`${f.kind}.${f.name} asks for ${gate.permission}, which no grant gives`];
    return [];
  });
  if (wrong.length > 0) throw new Error(wrong.join('\n'));
}

let permissions: ReadonlySet<Permission> = new Set();
/** Set by the grants module: every permission that the authorization matrix knows. */
export const setKnownPermissions = (known: ReadonlySet<Permission>): void => {
  permissions = known;
};

@Injectable()
export class GateCheck implements OnModuleInit {
  constructor(private readonly discovery: DiscoveryService) {}

  /** Every root field of the running application. */
  rootFields(): RootField[] {
    const classes = this.discovery
      .getProviders()
      .flatMap((p) => (typeof p.metatype === 'function' ? [p.metatype as { prototype: object }] : []));
    return rootFieldsOf([...new Set(classes)].filter((c) => typeof c.prototype === 'object'));
  }

  onModuleInit(): void {
    assertGates(this.rootFields(), permissions);
  }
}
