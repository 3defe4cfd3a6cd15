/** Why this file exists: adverts and status pages say how somebody is assessed. */
import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Op, Operation } from '../../../platform/graphql/index.js';
import { AdvertObject, ApplicationStatusObject } from '../../candidates/graphql.js';
import { advertInterviews, statusInterviews } from '../queries/public-loop.js';
import { AdvertInterviewObject, StatusInterviewObject } from './public.types.js';

@Resolver(() => AdvertObject)
export class AdvertFields {
  @ResolveField(() => [AdvertInterviewObject], {
    description: 'How you are assessed, in the order it is held; empty while nobody has planned it.',
  })
  interviews(@Parent() parent: AdvertObject, @Op() operation: Operation): Promise<readonly AdvertInterviewObject[]> {
    return advertInterviews(operation.visit(parent.organisationId), parent.requisitionId);
  }
}

@Resolver(() => ApplicationStatusObject)
export class ApplicationStatusFields {
  @ResolveField(() => [StatusInterviewObject], {
    description: 'How you are assessed, with your own times; empty while nobody has planned it.',
  })
  interviews(
    @Parent() parent: ApplicationStatusObject,
    @Op() operation: Operation,
  ): Promise<readonly StatusInterviewObject[]> {
    return statusInterviews(operation.visit(parent.organisationId), parent.requisitionId, parent.applicationId);
  }
}
