/** Why this file exists: what stops a command in words for the operator, known to the command line without loading the application. */

/** A start that cannot go on; the message is one sentence for a person. */
export class StartError extends Error {}
