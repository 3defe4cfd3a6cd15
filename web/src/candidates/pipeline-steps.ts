/** Why this file exists: which stages a card can be moved to by hand; the server keeps the same rule. */
import type { ApplicationStage, ForwardStage } from '../gql/graphql.js';

const NEXT: Readonly<Partial<Record<ApplicationStage, readonly ForwardStage[]>>> = {
  APPLIED: ['SCREEN', 'INTERVIEWING', 'DEBRIEF'],
  SCREEN: ['INTERVIEWING', 'DEBRIEF'],
  INTERVIEWING: ['DEBRIEF'],
};

export const forwardFrom = (stage: ApplicationStage): readonly ForwardStage[] => NEXT[stage] ?? [];

export const isForward = (from: ApplicationStage, to: ApplicationStage): to is ForwardStage =>
  forwardFrom(from).some((stage) => stage === to);

/** True while the application can still be ended without a decision. */
export const canEnd = (stage: ApplicationStage, outcome: string | null): boolean =>
  stage !== 'HIRED' && stage !== 'WITHDRAWN' && outcome !== 'DECLINE';
