/** Why this file exists: a browser as far as signing in needs one: it keeps the cookies of each origin and shows where it is sent. */

export interface Page {
  readonly status: number;
  readonly text: string;
  /** Where the answer sends the browser, as a whole address; `null` when nowhere. */
  readonly location: URL | null;
  readonly setCookies: readonly string[];
  readonly headers: Headers;
}

export class Browser {
  readonly #jars = new Map<string, Map<string, string>>();

  /** Cookies that it would send to an origin. */
  cookies(origin: string): Map<string, string> {
    const known = this.#jars.get(origin);
    if (known !== undefined) return known;
    const made = new Map<string, string>();
    this.#jars.set(origin, made);
    return made;
  }

  /** One request; redirects are shown and not followed. */
  async visit(address: string | URL, form?: Readonly<Record<string, string>>): Promise<Page> {
    const url = new URL(address);
    const jar = this.cookies(url.origin);
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(url, {
      method: form === undefined ? 'GET' : 'POST',
      redirect: 'manual',
      headers: { accept: 'text/html', ...(cookie === '' ? {} : { cookie }) },
      ...(form === undefined ? {} : { body: new URLSearchParams(form) }),
    });
    const setCookies = response.headers.getSetCookie();
    for (const line of setCookies) {
      const [pair = ''] = line.split(';');
      const [name = '', value = ''] = pair.split(/=(.*)/s);
      if (value === '' || /max-age=0|expires=thu, 01 jan 1970/i.test(line)) jar.delete(name);
      else jar.set(name, value);
    }
    const sent = response.headers.get('location');
    return {
      status: response.status,
      text: await response.text(),
      location: sent === null ? null : new URL(sent, url),
      setCookies,
      headers: response.headers,
    };
  }
}
