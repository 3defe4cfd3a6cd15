/** Why this file exists: a conflict of interest is computed from facts about persons, so that no account, address or consent can lift it. */
import type { Id } from '../../../platform/ids/index.js';
import { ok, refuse } from '../../../platform/outcome/index.js';
import type { Outcome } from '../../../platform/outcome/index.js';
import type { CandidateId } from './application.js';

type PersonId = Id<'Person'>;

export const CONFLICT_KINDS = [
  'SELF',
  'MANAGER_OF_APPLICANT',
  'DIRECT_REPORT_OF_APPLICANT',
  'DECLARED_RELATION',
  'REFERRER',
] as const;
export type ConflictKind = (typeof CONFLICT_KINDS)[number];

export interface Conflict {
  readonly kind: ConflictKind;
  /** For the hiring team and the audit trail, speaking of the actor as "this person". Never shown to the actor: it would tell that the application exists. */
  readonly words: string;
}

/** A closeness that somebody declared, such as family, partner, close friend or co-founder. It works both ways between persons. */
export interface DeclaredRelation {
  readonly person: PersonId;
  /** The other side: a person of the organisation, or an outside candidate. */
  readonly to:
    | { readonly kind: 'PERSON'; readonly person: PersonId }
    | { readonly kind: 'CANDIDATE'; readonly candidate: CandidateId };
}

/** Everything that a conflict about one application is computed from. */
export interface ApplicantFacts {
  readonly candidate: CandidateId;
  /** The employee behind the candidate; `null` for somebody from outside. */
  readonly person: PersonId | null;
  /** Person to direct manager, now; a missing or `null` entry means no manager. Must hold the applicant and everybody who is checked. */
  readonly managerOf: ReadonlyMap<PersonId, PersonId | null>;
  readonly relations: readonly DeclaredRelation[];
  /** Who referred the candidate; `null` for nobody. */
  readonly referrer: PersonId | null;
}

/** What a conflict takes away, whatever grants the actor holds. */
export const BARRED_ACTIONS = ['SEE', 'RATE', 'SIT_ON_PANEL', 'DECIDE'] as const;
export type BarredAction = (typeof BARRED_ACTIONS)[number];

export interface ConflictOfInterest {
  readonly code: 'CONFLICT_OF_INTEREST';
  readonly message: string;
  readonly action: BarredAction;
  readonly kinds: readonly ConflictKind[];
}

/**
 * All conflicts of one actor with one application, in the order of `CONFLICT_KINDS`; empty when there is none.
 * Reporting lines count one step up and one step down. SELF hides the two reporting kinds.
 * @param actor the person behind the account; every account of a person gives the same answer
 * @source security.md sections 4 (case 5) and 6 (rule 4)
 */
export function conflictsOfInterest(actor: PersonId, facts: ApplicantFacts): readonly Conflict[] {
  return CONFLICT_KINDS.filter((kind) => holds(kind, actor, facts)).map((kind) => ({ kind, words: WORDS[kind] }));
}

/** The persons among `people` who have a conflict, each once, in the order given. */
export const conflictedAmong = (people: readonly PersonId[], facts: ApplicantFacts): readonly PersonId[] =>
  [...new Set(people)].filter((person) => conflictsOfInterest(person, facts).length > 0);

/** Passes an actor without conflict. One conflict bars every action: seeing, rating, sitting on the panel and deciding. */
export function requireNoConflict(
  conflicts: readonly Conflict[],
  action: BarredAction,
): Outcome<BarredAction, ConflictOfInterest> {
  if (conflicts.length === 0) return ok(action);
  return refuse({
    code: 'CONFLICT_OF_INTEREST',
    action,
    kinds: conflicts.map((conflict) => conflict.kind),
    message: `${conflicts.map((conflict) => conflict.words).join(' ')} Ask somebody without a conflict of interest to ${TO_DO[action]}.`,
  });
}

function holds(kind: ConflictKind, actor: PersonId, facts: ApplicantFacts): boolean {
  const applicant = facts.person;
  switch (kind) {
    case 'SELF':
      return applicant === actor;
    case 'MANAGER_OF_APPLICANT':
      return applicant !== null && applicant !== actor && facts.managerOf.get(applicant) === actor;
    case 'DIRECT_REPORT_OF_APPLICANT':
      return applicant !== null && applicant !== actor && facts.managerOf.get(actor) === applicant;
    case 'DECLARED_RELATION':
      return facts.relations.some((relation) => isBetween(relation, actor, facts));
    case 'REFERRER':
      return facts.referrer === actor;
  }
}

function isBetween(relation: DeclaredRelation, actor: PersonId, facts: ApplicantFacts): boolean {
  if (relation.to.kind === 'CANDIDATE') return relation.person === actor && relation.to.candidate === facts.candidate;
  const other = relation.to.person;
  if (facts.person === null) return false;
  return (relation.person === actor && other === facts.person) || (relation.person === facts.person && other === actor);
}

const WORDS: Readonly<Record<ConflictKind, string>> = {
  SELF: 'This person is the applicant.',
  MANAGER_OF_APPLICANT: 'This person is the manager of the applicant.',
  DIRECT_REPORT_OF_APPLICANT: 'This person reports to the applicant.',
  DECLARED_RELATION: 'A close relation between this person and the applicant is declared.',
  REFERRER: 'This person referred the applicant.',
};

const TO_DO: Readonly<Record<BarredAction, string>> = {
  SEE: 'look at this application',
  RATE: 'rate the applicant',
  SIT_ON_PANEL: 'take the seat on the panel',
  DECIDE: 'decide',
};
