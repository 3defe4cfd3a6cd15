/** Why this file exists: root fields of evidence files: gate, call, return. Their content comes and goes beside GraphQL. */
import { Args, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Requires } from '../../../platform/access/index.js';
import { answer, Op, Operation } from '../../../platform/graphql/index.js';
import { openEvidenceFile, withdrawEvidenceFile } from '../commands/evidence-files.js';
import * as t from './evidence-file.types.js';

@Resolver(() => t.EvidenceFileObject)
export class EvidenceFileResolver {
  @Mutation(() => t.OpenEvidenceFileResult, {
    description: 'A link to a file of evidence that you may read. It is recorded.',
  })
  @Requires('evidence-file:read')
  async openEvidenceFile(@Op() operation: Operation, @Args('input') input: t.OpenEvidenceFileInput): Promise<object> {
    const outcome = await operation.command('OpenEvidenceFile', input, (unit) => openEvidenceFile(unit, input));
    return answer('OpenEvidenceFile', outcome, (opened) => ({ ...opened }));
  }

  @Mutation(() => t.WithdrawEvidenceFileResult, {
    description:
      'Takes back a file that you sent in. While its claim waits for review it is removed; after a review it is closed and kept, with your reason.',
  })
  @Requires('evidence-file:archive')
  async withdrawEvidenceFile(
    @Op() operation: Operation,
    @Args('input') input: t.WithdrawEvidenceFileInput,
  ): Promise<object> {
    const outcome = await operation.command('WithdrawEvidenceFile', input, (unit) => withdrawEvidenceFile(unit, input));
    return answer('WithdrawEvidenceFile', outcome, (taken) => ({ ...taken }));
  }

  @ResolveField(() => Boolean, { description: 'True when you sent it in, and so may take it back.' })
  isYours(@Parent() parent: t.EvidenceFileObject, @Op() operation: Operation): boolean {
    return parent.uploadedBy === operation.member.memberId;
  }
}
