/** Why this file exists: which cookies are believed: in production those alone that no other server of the domain can set. */
import { cookieOf, signOnCookieOf } from './session-cookie.js';

const request = {
  headers: { cookie: 'a=b; twinladder_session=plain; __Host-twinladder_session=fenced; twinladder_sign_on=plain' },
};

describe('a cookie', () => {
  it('counts in production with the prefix only, whatever else is sent', () => {
    expect(cookieOf(request, true)).toBe('fenced');
    expect(signOnCookieOf(request, true)).toBeNull();
  });
  it('counts outside production without it', () => {
    expect(cookieOf(request, false)).toBe('plain');
    expect(signOnCookieOf(request, false)).toBe('plain');
    expect(cookieOf({ headers: {} }, false)).toBeNull();
  });
});
