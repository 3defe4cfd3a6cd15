/** Why this file exists: people recognise a session by "Firefox on Windows", not by what the browser sends. */

type Sign = readonly [pattern: RegExp, name: string];

/** In this order, because most browsers also carry the names of older ones. */
const BROWSERS: readonly Sign[] = [
  [/\bEdg(e|A|iOS)?\//, 'Edge'],
  [/\b(OPR|Opera)\//, 'Opera'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\b(Firefox|FxiOS)\//, 'Firefox'],
  [/\b(Chrome|CriOS|HeadlessChrome|Chromium)\//, 'Chrome'],
  [/\bVersion\/[\d.]+.*\bSafari\//, 'Safari'],
];
const SYSTEMS: readonly Sign[] = [
  [/\biPhone\b/, 'iPhone'],
  [/\biPad\b/, 'iPad'],
  [/\bAndroid\b/, 'Android'],
  [/\bWindows\b/, 'Windows'],
  [/\bMac OS X\b|\bMacintosh\b/, 'macOS'],
  [/\bCrOS\b/, 'ChromeOS'],
  [/\bLinux\b/, 'Linux'],
];

const nameOf = (signs: readonly Sign[], userAgent: string): string | null =>
  signs.find(([pattern]) => pattern.test(userAgent))?.[1] ?? null;

/** Browser family and system in plain words, such as `Firefox on Windows`; a guess by what the browser says of itself, never a proof. */
export function browserInWords(userAgent: string): string {
  const browser = nameOf(BROWSERS, userAgent);
  const system = nameOf(SYSTEMS, userAgent);
  if (browser === null) return system === null ? 'Another program' : `Another program on ${system}`;
  return system === null ? browser : `${browser} on ${system}`;
}
