/** Why this file exists: asks the gate of a root field before its resolver runs. */
import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { GqlExecutionContext } from '@nestjs/graphql';
import { gatesOf, may } from '../access/index.js';
import { forbidden, unauthenticated } from './errors.js';
import type { GraphqlContext } from './operation.js';

@Injectable()
export class GateGuard implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    if (context.getType<string>() !== 'graphql') return true;
    const [gate] = gatesOf(context.getHandler());
    if (gate === undefined) throw forbidden();
    if (gate.kind === 'OPEN') return true;
    const { operation } = GqlExecutionContext.create(context).getContext<GraphqlContext>();
    if (operation.actor === null) throw unauthenticated();
    if (gate.kind === 'REQUIRES' && !may(operation.actor, gate.permission)) throw forbidden();
    return true;
  }
}
