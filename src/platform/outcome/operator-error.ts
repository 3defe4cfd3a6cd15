/** Why this file exists: what an operator can mend is told in one sentence, wherever it is found, and known from a defect by its class. */

/** Ends a command; the message is one sentence for a person and names what to do. */
export class OperatorError extends Error {}
