/** Why this file exists: contact data that an auditor opened by breaking glass, as the API shows it. */
import { ArgsType, Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';
import type { MemberId } from '../../../platform/access/index.js';
import { Instant, PageArgs, resultUnion } from '../../../platform/graphql/index.js';
import { MOST_BREAK_GLASS_MINUTES } from '../commands/break-glass.js';
import type { CandidateId } from '../domain/application.js';
import type { BreakGlassId } from '../store/break-glass.tables.js';

@ObjectType('BreakGlass', {
  description:
    'One auditor’s access to the contact data of one candidate, opened without a second person, for a while.',
})
export class BreakGlassObject {
  @Field(() => ID, { description: 'Its id.' })
  readonly id!: BreakGlassId;
  @Field(() => String, { description: 'Why, in the words of the auditor.' })
  readonly reason!: string;
  @Field(() => Instant, { description: 'When it was opened.' })
  readonly openedAt!: string;
  @Field(() => Instant, { description: 'When it ends by itself.' })
  readonly expiresAt!: string;
  @Field(() => Instant, { nullable: true, description: 'When somebody ended it; absent when nobody did.' })
  readonly endedAt!: string | null;
  @Field(() => Boolean, { description: 'True while the auditor may read.' })
  readonly isOpen!: boolean;
  @Field(() => Boolean, { description: 'True when you may end it.' })
  readonly mayEnd!: boolean;
  readonly memberId!: MemberId;
  readonly candidateId!: CandidateId;
  readonly endedBy!: MemberId | null;
}

@ArgsType()
export class BreakGlassArgs extends PageArgs {
  @Field(() => ID, { nullable: true, description: 'Only about this candidate.' })
  readonly candidateId?: CandidateId | null;
  @Field(() => Boolean, {
    nullable: true,
    description: 'Only those that are open, or were opened within the last seven days.',
  })
  @IsOptional()
  readonly onlyRecent?: boolean | null;
}

@InputType({ description: 'Opens the contact data of one candidate to yourself, as an auditor.' })
export class BreakGlassInput {
  @Field(() => ID, { description: 'The candidate.' })
  @IsString()
  readonly candidateId!: CandidateId;
  @Field(() => String, {
    description: 'Why, in 5 to 500 characters; administrators and the hiring manager read it, and it stays on record.',
  })
  @MaxLength(500)
  readonly reason!: string;
  @Field(() => Int, {
    nullable: true,
    description: 'For how many minutes, 1 to 240; 60 when absent.',
  })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(MOST_BREAK_GLASS_MINUTES)
  readonly minutes?: number | null;
}

@InputType({ description: 'Ends an access before it ends by itself.' })
export class EndBreakGlassInput {
  @Field(() => ID, { description: 'The access.' })
  @IsString()
  readonly breakGlassId!: BreakGlassId;
}

const ofAccess = { breakGlass: [() => BreakGlassObject, 'The access.'] } as const;
export const BreakGlassResult = resultUnion('BreakGlass', 'The contact data are open to you.', ofAccess);
export const EndBreakGlassResult = resultUnion('EndBreakGlass', 'The contact data are closed again.', ofAccess);
