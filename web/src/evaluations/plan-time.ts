/** Why this file exists: the browser's field for day and time speaks local time without a zone; the API speaks instants. */

/** `YYYY-MM-DDTHH:MM` in the reader's time zone. */
export function localTime(iso: string): string {
  const at = new Date(iso);
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}

/** @param local `YYYY-MM-DDTHH:MM` in the reader's time zone */
export const instantOf = (local: string): string => new Date(local).toISOString();
