/** Why this file exists: how many cells of the rights matrix are tried at least, door by door, so that the number cannot shrink unnoticed. */

/** Callers times what they ask for. Each spec counts what it tries and compares; the sum is what the specification asks for and more. */
export const LEAST_CELLS = {
  /** `gates.spec`: root fields of the API under each grant, none, a token, and nobody. */
  gates: 1_600,
  /** `rows.spec`: resources of the matrix under each grant, on rows inside and outside of the reach. */
  rows: 100,
  /** `writes.spec`: mutations under each grant and reach, on rows inside and outside. */
  writes: 200,
  /** `scim.spec`: methods and resources of provisioning under each kind of caller. */
  scim: 2_000,
  /** `scim-groups.spec`: grants that begin and end through groups. */
  groups: 160,
} as const;

/** The specification, proof P16; the acceptance of sign-in for companies asks for 1,500. */
export const ASKED_FOR = 3_000;
