/** Why this file exists: every root field carries exactly one gate, or the process refuses to start and names the field. */
import { SetMetadata, type CustomDecorator } from '@nestjs/common';
import type { Permission } from './actor.js';

export type Gate =
  | { readonly kind: 'REQUIRES'; readonly permission: Permission }
  | { readonly kind: 'ANY_MEMBER'; readonly byToken: boolean }
  | { readonly kind: 'OPEN'; readonly reason: string };

export const GATE = 'twinladder:gate';
const gates = new WeakMap<object, Gate[]>();

const gate = (value: Gate): MethodDecorator & CustomDecorator => {
  const set = SetMetadata(GATE, value);
  return ((target: object, property: string | symbol, descriptor: TypedPropertyDescriptor<unknown>) => {
    const handler = descriptor.value as object;
    gates.set(handler, [...(gates.get(handler) ?? []), value]);
    set(target, property, descriptor);
  }) as MethodDecorator & CustomDecorator;
};

/** Only members whose grants give this permission, on whatever rows; the policy of the command or query decides which. */
export const Requires = (permission: Permission): MethodDecorator => gate({ kind: 'REQUIRES', permission });
/**
 * Everybody who is signed in, on rows that are about or by themselves.
 * @param options `byToken`: API tokens too, whatever their scopes
 */
export const AnyMember = ({ byToken = false }: { byToken?: boolean } = {}): MethodDecorator =>
  gate({ kind: 'ANY_MEMBER', byToken });
/** Everybody, signed in or not. @param reason why that is safe, for docs/permissions.md */
export const Open = (reason: string): MethodDecorator => gate({ kind: 'OPEN', reason });

/**
 * Whether an API token may pass a gate at all. It acts by its scopes alone, so what asks for no permission is closed to it unless it says
 * otherwise; and a scope to read never changes anything, whatever a member may do by the same permission.
 */
export const opensToTokens = (gate: Gate, kind: 'Query' | 'Mutation'): boolean =>
  gate.kind === 'REQUIRES'
    ? kind === 'Query' || !gate.permission.endsWith(':read')
    : gate.kind === 'ANY_MEMBER' && gate.byToken;

/** All gates declared on a handler; exactly one is right. */
export const gatesOf = (handler: object): readonly Gate[] => gates.get(handler) ?? [];
