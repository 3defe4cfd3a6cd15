/** Why this file exists: what is wrong with a file, as a value that whoever looks at it returns. */

/** Why a file is refused, as the end of a sentence that begins with "The file". */
export interface Unsafe {
  readonly because: string;
}
/** `null`: nothing was found. */
export type Finding = Unsafe | null;

export const unsafe = (because: string): Unsafe => ({ because });
