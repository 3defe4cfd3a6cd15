/** Why this file exists: asks the gate of a root field before its resolver runs. */
import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { GqlExecutionContext } from '@nestjs/graphql';
import { gatesOf, may, opensToTokens } from '../access/index.js';
import { forbidden, forbiddenToToken, unauthenticated } from './errors.js';
import type { GraphqlContext } from './operation.js';

@Injectable()
export class GateGuard implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    if (context.getType<string>() !== 'graphql') return true;
    const [gate] = gatesOf(context.getHandler());
    if (gate === undefined) throw forbidden();
    const { operation } = GqlExecutionContext.create(context).getContext<GraphqlContext>();
    const { actor } = operation;
    if (actor !== null && actor.tokenId !== null) {
      const kind = Reflect.getMetadata('graphql:resolver_type', context.getHandler()) as 'Query' | 'Mutation';
      if (!opensToTokens(gate, kind)) throw forbiddenToToken(false);
      if (gate.kind === 'REQUIRES' && !may(actor, gate.permission)) throw forbiddenToToken(true);
      return true;
    }
    if (gate.kind === 'OPEN') return true;
    if (actor === null) throw unauthenticated();
    if (gate.kind === 'REQUIRES' && !may(actor, gate.permission)) throw forbidden();
    return true;
  }
}
