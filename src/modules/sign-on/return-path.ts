/** Why this file exists: after signing in a browser goes to a page of this product and nowhere else. */

/** Pages only: nothing that is answered by the server itself. */
const NO_PAGE = /^\/(graphql|graphiql|health|assets|sign-in)(\/|$|\?)/;

/** The path when it is one of a page of ours: one slash first, nothing that a browser could read as another host; else `null`. */
export function returnPath(text: string): string | null {
  if (text.length > 500 || !/^\/(?!\/)[\x21-\x7e]*$/.test(text) || text.includes('\\')) return null;
  const base = 'http://own.invalid';
  const url = URL.canParse(text, base) ? new URL(text, base) : null;
  if (url === null || url.origin !== base || url.pathname.startsWith('//') || NO_PAGE.test(url.pathname)) return null;
  return `${url.pathname}${url.search}${url.hash}`;
}
