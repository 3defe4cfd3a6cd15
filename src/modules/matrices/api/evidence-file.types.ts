/** Why this file exists: files of evidence as the API shows them. */
import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { IsOptional, IsString, MaxLength } from 'class-validator';
import { Instant, resultUnion } from '../../../platform/graphql/index.js';
import type { FileId } from '../../files/index.js';

@ObjectType('EvidenceFile', {
  description: 'A file that a piece of evidence carries; its content was looked at when it was sent in.',
})
export class EvidenceFileObject {
  @Field(() => ID, { description: 'Id of the file.' })
  readonly id!: string;
  @Field(() => String, { description: 'Its name, for reading; it fits the content.' })
  readonly name!: string;
  @Field(() => String, { description: 'Its media type, such as application/pdf.' })
  readonly contentType!: string;
  @Field(() => Int, { description: 'Its size in bytes.' })
  readonly bytes!: number;
  @Field(() => String, { description: 'SHA-256 of its content, lower-case hex.' })
  readonly sha256!: string;
  @Field(() => Instant, { description: 'When it was handed in with the evidence.' })
  readonly attachedAt!: string;
  @Field(() => Instant, {
    nullable: true,
    description: 'When it was taken back after a review; from then on only auditors open it.',
  })
  readonly withdrawnAt!: string | null;
  @Field(() => String, { nullable: true, description: 'Why it was taken back.' })
  readonly withdrawalReason!: string | null;
  readonly uploadedBy!: string;
}

@InputType({ description: 'Names a file of evidence.' })
export class OpenEvidenceFileInput {
  @Field(() => ID, { description: 'The file.' })
  @IsString()
  readonly fileId!: FileId;
}
@InputType({ description: 'Takes a file of evidence back.' })
export class WithdrawEvidenceFileInput extends OpenEvidenceFileInput {
  @Field(() => String, {
    nullable: true,
    description: 'Why: 5 to 2,000 characters; needed once the claim was reviewed, since the file is kept then.',
  })
  @IsOptional()
  @MaxLength(2000)
  readonly reason?: string | null;
}

export const OpenEvidenceFileResult = resultUnion('OpenEvidenceFile', 'A link for you alone, for two minutes.', {
  link: [() => String, 'Path of this server at which the browser that you are signed in with saves the file.'],
  expiresAt: [() => Instant, 'When the link ends.'],
});
export const WithdrawEvidenceFileResult = resultUnion('WithdrawEvidenceFile', 'The file is taken back.', {
  fileId: [() => ID, 'Id of the file.'],
  isKept: [
    () => Boolean,
    'True when the claim was reviewed: the file is closed and stays under what was decided on it.',
  ],
});
