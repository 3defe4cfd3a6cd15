/** Why this file exists: links are not found by trying, whatever they open. */
import { beginAttempt, type Attempt } from '../../platform/attempts/index.js';
import type { Database } from '../../platform/database/index.js';

const MOST_CHECKS = 10;

/**
 * Counts the check of a link, ten a minute of one link and ten from one address; one that works is given back.
 * There is no limit for all links of an organisation: with it, anybody could close the links of everybody there.
 */
export const beginLinkCheck = (database: Database, link: string, address: string): Promise<Attempt> =>
  beginAttempt(database, [
    { what: 'link', of: link, most: MOST_CHECKS },
    { what: 'link-address', of: address, most: MOST_CHECKS },
  ]);
