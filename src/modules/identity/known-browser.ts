/** Why this file exists: who has signed in here before is not locked out by strangers who guess at the account from elsewhere. */
import { randomBytes } from 'node:crypto';
import type { AttemptTarget } from '../../platform/attempts/index.js';
import { isSigned, signed } from '../../platform/signing/index.js';

const MOST_OF_ACCOUNT = 5;
const MOST_OF_ADDRESS = 20;
const NAME_BYTES = 16;
const MARK_BYTES = 16;

/** The marked content: a name of the browser, and the account as it was signed in to. */
const content = (name: Buffer, account: string): Buffer => Buffer.concat([name, Buffer.from(account)]);

/** A new value of the browser's cookie: this browser has signed in to this account. It opens nothing. */
export function browserOf(account: string): string {
  const name = randomBytes(NAME_BYTES);
  return Buffer.concat([name, signed('browser', content(name, account), MARK_BYTES)]).toString('base64url');
}

/** The name of a browser that has signed in to this account; `null` for any other. */
function nameFor(account: string, cookie: string | null): Buffer | null {
  const bytes = Buffer.from(cookie ?? '', 'base64url');
  if (bytes.length !== NAME_BYTES + MARK_BYTES) return null;
  const name = bytes.subarray(0, NAME_BYTES);
  return isSigned('browser', content(name, account), bytes.subarray(NAME_BYTES)) ? name : null;
}

/** What an attempt to sign in counts against: a known browser has attempts of its own, strangers share those of the account and of their address. */
export function signInTargets(account: string, address: string, cookie: string | null): AttemptTarget[] {
  const name = nameFor(account, cookie);
  if (name !== null)
    return [{ what: 'sign-in-browser', of: `${name.toString('hex')}/${account}`, most: MOST_OF_ACCOUNT }];
  return [
    { what: 'sign-in', of: account, most: MOST_OF_ACCOUNT },
    { what: 'sign-in-address', of: address, most: MOST_OF_ADDRESS },
  ];
}
