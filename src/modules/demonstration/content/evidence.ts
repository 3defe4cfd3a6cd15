/** Why this file exists: the form in which the demonstration's evidence is written down. */

/** An evidence type of the library and the title of a piece of work; `{release}`, `{site}` and `{screen}` stand for names of the company. */
export type Work = readonly [type: string, title: string];

/** What people of the company have to show for one skill. */
export interface SkillEvidence {
  /** What a manager or a peer saw, in words against the indicators. */
  readonly seen: readonly string[];
  /** Work that can be looked at, at least two pieces. */
  readonly made: readonly Work[];
}

export type EvidenceBySkill = Readonly<Record<string, SkillEvidence>>;
