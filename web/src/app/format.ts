/** Why this file exists: dates, times and numbers as the reader's language writes them. */
import { language } from './texts.js';

/** A day `YYYY-MM-DD`, by default like "22 Nov 2026"; days have no time zone. */
export const day = (iso: string, options: Intl.DateTimeFormatOptions = {}): string =>
  new Intl.DateTimeFormat(language(), {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    ...options,
    timeZone: 'UTC',
  }).format(new Date(`${iso.slice(0, 10)}T00:00:00Z`));

/** A day without its year, like "22 Nov". */
export const shortDay = (iso: string): string =>
  new Intl.DateTimeFormat(language(), { day: 'numeric', month: 'short', timeZone: 'UTC' }).format(
    new Date(`${iso.slice(0, 10)}T00:00:00Z`),
  );

/** An instant in the reader's own time zone, like "Sun 22 Nov, 13:00". */
export const instant = (iso: string, options: Intl.DateTimeFormatOptions = {}): string =>
  new Intl.DateTimeFormat(language(), {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
    ...options,
  }).format(new Date(iso));

/** The time of an instant with its seconds, like "12:34:47". */
export const clockTime = (iso: string | Date): string =>
  new Intl.DateTimeFormat(language(), { hour: '2-digit', minute: '2-digit', second: '2-digit' }).format(new Date(iso));

export const number = (value: number, digits = 0): string =>
  new Intl.NumberFormat(language(), { maximumFractionDigits: digits }).format(value);

/** A share of 0 to 1 as a percentage. */
export const percent = (share: number, digits = 0): string =>
  new Intl.NumberFormat(language(), { style: 'percent', maximumFractionDigits: digits }).format(share);

export const list = (items: readonly string[]): string => new Intl.ListFormat(language()).format(items);

/** Today in the reader's time zone, `YYYY-MM-DD`. */
export function today(): string {
  const now = new Date();
  return `${now.getFullYear()}-${String(now.getMonth() + 1).padStart(2, '0')}-${String(now.getDate()).padStart(2, '0')}`;
}
