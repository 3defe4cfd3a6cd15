/** Why this file exists: the types of the web build for the browser tests. */
export function buildWeb(options?: { quiet?: boolean }): Promise<boolean>;
