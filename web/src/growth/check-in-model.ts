/** Why this file exists: which stage of a check-in comes next, and whose it is; the server decides by the same rule. */
export const STAGES = ['SELF', 'ASSESSOR', 'AGREED'] as const;
export type Stage = (typeof STAGES)[number];

interface Stages {
  readonly self?: object | null;
  readonly assessor?: object | null;
  readonly agreed?: object | null;
}

/** The stage to write next; `null` when all are written. */
export function nextStage({ self, assessor, agreed }: Stages): Stage | null {
  if (self == null) return 'SELF';
  if (assessor == null) return 'ASSESSOR';
  return agreed == null ? 'AGREED' : null;
}

/** The person writes the first stage, the assessor the other two. */
export const stageIsMine = (
  stage: Stage,
  checkIn: { readonly assessorPerson?: { readonly id: string } | null },
  personId: string | null,
  me: string | null,
): boolean => me !== null && (stage === 'SELF' ? personId === me : checkIn.assessorPerson?.id === me);
