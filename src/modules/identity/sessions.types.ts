/** Why this file exists: sessions as their owner sees them, and how long they last. */
import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { IsInt, IsString, Max, Min } from 'class-validator';
import { Instant, resultUnion } from '../../platform/graphql/index.js';
import type { SessionId, SignInMethod } from './identity.tables.js';

const SignInMethodEnum: { readonly [M in SignInMethod]: M } = {
  PASSWORD: 'PASSWORD',
  DEMONSTRATION: 'DEMONSTRATION',
  SINGLE_SIGN_ON: 'SINGLE_SIGN_ON',
  INVITATION: 'INVITATION',
};
registerEnumType(SignInMethodEnum, {
  name: 'SignInMethod',
  description: 'How somebody signed in.',
  valuesMap: {
    PASSWORD: { description: 'With e-mail address and password of a local account.' },
    DEMONSTRATION: { description: 'By stepping into a person of the demonstration organisation.' },
    SINGLE_SIGN_ON: { description: 'By the provider of the organisation.' },
    INVITATION: { description: 'By accepting an invitation, which set the password.' },
  },
});

@ObjectType('Session', { description: 'One sign-in of the caller that is open now.' })
export class SessionObject {
  @Field(() => ID, { description: 'Id of the session, for `endSession`; nobody can sign in with it.' })
  readonly id!: SessionId;
  @Field(() => Instant, { description: 'When it began.' })
  readonly startedAt!: string;
  @Field(() => Instant, { description: 'When it was used last, to the minute.' })
  readonly lastSeenAt!: string;
  @Field(() => SignInMethodEnum, { description: 'How the caller signed in.' })
  readonly method!: SignInMethod;
  @Field(() => String, {
    description: 'Browser and system in words, such as `Firefox on Windows`, by what the browser said of itself.',
  })
  readonly browser!: string;
  @Field(() => Boolean, { description: 'True for the session that this request belongs to.' })
  readonly isCurrent!: boolean;
}

@ObjectType('SessionLimits', { description: 'How long sessions of the organisation last.' })
export class SessionLimitsObject {
  @Field(() => Int, { description: 'Minutes without a request after which a session ends.' })
  readonly idleMinutes!: number;
  @Field(() => Int, { description: 'Hours after which a session ends, whatever happens in it.' })
  readonly hours!: number;
  @Field(() => Int, { description: 'Version for changing it; 0 when the organisation never changed it.' })
  readonly version!: number;
}

@InputType({ description: 'One of the caller’s own sessions.' })
export class EndSessionInput {
  @Field(() => ID, { description: 'The session.' })
  @IsString()
  readonly sessionId!: SessionId;
}

@InputType({ description: 'How long sessions of the organisation last; at most what the installation allows.' })
export class SetSessionLimitsInput {
  @Field(() => Int, { description: 'Minutes without a request after which a session ends, 1 to 30.' })
  @IsInt()
  @Min(1)
  @Max(30)
  readonly idleMinutes!: number;
  @Field(() => Int, { description: 'Hours after which a session ends, 1 to 12.' })
  @IsInt()
  @Min(1)
  @Max(12)
  readonly hours!: number;
  @Field(() => Int, { description: 'The version that the caller saw.' })
  @IsInt()
  @Min(0)
  readonly version!: number;
}

export const EndSessionResult = resultUnion('EndSession', 'The session has ended.', {
  sessionId: [() => ID, 'Id of the session that ended.'],
});
export const EndOtherSessionsResult = resultUnion('EndOtherSessions', 'All other sessions of the caller have ended.', {
  ended: [() => Int, 'How many there were.'],
});
export const SetSessionLimitsResult = resultUnion(
  'SetSessionLimits',
  'The limits hold from the next request on, for sessions that are open too.',
  { sessionLimits: [() => SessionLimitsObject, 'What holds now.'] },
);
