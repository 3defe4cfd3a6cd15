/** Why this file exists: the domain name system says whether somebody runs a domain; tests answer in its place. */
import { Resolver } from 'node:dns/promises';

/** Texts that are published at a name; none when there is no such name. @throws when the domain name system does not answer */
export type TxtSource = (name: string) => Promise<readonly string[]>;

const ABSENT = new Set(['ENOTFOUND', 'ENODATA', 'NXDOMAIN']);

/** Asks the resolvers of the machine, with a limit of time. */
export const publishedTxt: TxtSource = async (name) => {
  const resolver = new Resolver({ timeout: 2_000, tries: 2 });
  try {
    return (await resolver.resolveTxt(name)).map((parts) => parts.join(''));
  } catch (error) {
    if (error instanceof Error && 'code' in error && ABSENT.has(String(error.code))) return [];
    throw error;
  }
};
