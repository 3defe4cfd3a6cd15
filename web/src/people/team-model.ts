/** Why this file exists: what is known of each direct report, put together from plans, claims and check-ins. */

export interface TeamPlan {
  readonly id: string;
  readonly state: string;
  readonly person?: { readonly id: string } | null;
  readonly stallSignal?: { readonly days: number } | null;
  readonly goals: readonly {
    readonly checkIns: readonly {
      readonly id: string;
      readonly self?: { readonly recordedAt: string } | null;
      readonly assessor?: { readonly recordedAt: string } | null;
      readonly assessorPerson?: { readonly id: string } | null;
    }[];
  }[];
}
export interface TeamMember<Plan extends TeamPlan> {
  /** The running plan, else a paused one, else a draft. */
  readonly plan: Plan | null;
  /** Claims that wait for this manager. */
  readonly claims: readonly string[];
  /** Check-ins in which the person wrote their view and this manager did not; days on which they wrote. */
  readonly checkIns: readonly string[];
}

const ORDER = ['ACTIVE', 'PAUSED', 'DRAFT'];

const planOf = <Plan extends TeamPlan>(plans: readonly Plan[]): Plan | null =>
  plans
    .filter(({ state }) => ORDER.includes(state))
    .toSorted((a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state))[0] ?? null;

/** @param selfId the manager; a check-in that a mentor answers does not wait for them */
export function memberOf<Plan extends TeamPlan>(
  personId: string,
  selfId: string,
  plans: readonly Plan[],
  claims: readonly { readonly id: string; readonly person?: { readonly id: string } | null }[],
): TeamMember<Plan> {
  const own = plans.filter(({ person }) => person?.id === personId);
  const waiting = own
    .flatMap(({ goals }) => goals.flatMap(({ checkIns }) => checkIns))
    .filter(({ self, assessor, assessorPerson }) => self != null && assessor == null && assessorPerson?.id === selfId);
  return {
    plan: planOf(own),
    claims: claims.filter(({ person }) => person?.id === personId).map(({ id }) => id),
    checkIns: waiting.flatMap(({ self }) => (self == null ? [] : [self.recordedAt])),
  };
}
