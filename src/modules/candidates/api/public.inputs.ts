/** Why this file exists: inputs and results of what is done by status links. */
import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';
import { Day, resultUnion } from '../../../platform/graphql/index.js';
import { MOST_STATUS_LINK_DAYS } from '../domain/applicant-view.js';
import type { ApplicationId } from '../domain/application.js';
import { ApplicationObject } from './application.types.js';
import { ApplicationStepInput } from './candidate.inputs.js';
import { ApplicationStatusObject, NewStatusLinkObject } from './public.types.js';

@InputType({ description: 'Makes the status link of an application; the one before stops working.' })
export class CreateStatusLinkInput {
  @Field(() => ID, { description: 'The application.' })
  @IsString()
  readonly applicationId!: ApplicationId;
  @Field(() => Int, { nullable: true, description: 'Days that it works, 1 to 90; 14 when absent.' })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(MOST_STATUS_LINK_DAYS)
  readonly days?: number | null;
}

@InputType({ description: 'Names the application whose status link ends.' })
export class RevokeStatusLinkInput {
  @Field(() => ID, { description: 'The application.' })
  @IsString()
  readonly applicationId!: ApplicationId;
}

@InputType({ description: 'Promises an applicant the next answer.' })
export class PromiseAnswerInput extends ApplicationStepInput {
  @Field(() => Day, { description: 'Day by which it comes, from today to a year ahead.' })
  readonly answerOn!: string;
}

@InputType({ description: 'Ends an own application by its status link.' })
export class WithdrawByLinkInput {
  @Field(() => String, { description: 'The token of the link.' })
  @IsString()
  readonly token!: string;
  @Field(() => String, { nullable: true, description: 'Why, at most 2000 characters; the hiring team reads it.' })
  @IsOptional()
  @MaxLength(2000)
  readonly reason?: string | null;
}

const application = { application: [() => ApplicationObject, 'The application as it is now.'] } as const;

export const CreateStatusLinkResult = resultUnion('CreateStatusLink', 'The link was made.', {
  link: [() => NewStatusLinkObject, 'The link with its token.'],
  ...application,
});
export const RevokeStatusLinkResult = resultUnion('RevokeStatusLink', 'The link works no more.', application);
export const PromiseAnswerResult = resultUnion('PromiseAnswer', 'The applicant reads the promise.', application);
export const WithdrawByLinkResult = resultUnion('WithdrawByLink', 'The application has ended.', {
  status: [() => ApplicationStatusObject, 'The application as you see it now.'],
});
