/** Why this file exists: after a refused form the focus goes to the first fault in reading order, level cards included. */

const FAULTY = '[role=radiogroup][aria-invalid=true] input, input[aria-invalid=true], textarea[aria-invalid=true]';

/** Call it when a form was found invalid; the faults are marked by the next drawing. */
export function focusFirstFault(form: HTMLFormElement | null): void {
  setTimeout(() => form?.querySelector<HTMLElement>(FAULTY)?.focus(), 0);
}
