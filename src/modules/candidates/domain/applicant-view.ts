/** Why this file exists: what applicants may learn of their own application, and nothing from which others' ratings follow. */
import type { ApplicationStage } from './application.js';

/** Days that a status link works when nobody says otherwise, and at most. */
export const STATUS_LINK_DAYS = 14;
export const MOST_STATUS_LINK_DAYS = 90;
/** Furthest day for which an answer is promised, days from now. */
export const MOST_PROMISE_DAYS = 365;

/** The stage as the applicant sees it: the outcome of a decision is told by a person, never by a page. */
export const stageForApplicant = (stage: ApplicationStage): ApplicationStage => (stage === 'HIRED' ? 'DECIDED' : stage);

/** True until a person has decided; afterwards the page could not tell the two outcomes apart without telling which it is. */
export const applicantMayWithdraw = (stage: ApplicationStage): boolean =>
  stage !== 'DECIDED' && stage !== 'HIRED' && stage !== 'WITHDRAWN';

/** An address with all but the first character and the domain hidden, as `e…@mail.example`: enough to recognise one's own. */
export function maskedEmail(email: string | null): string | null {
  if (email === null) return null;
  const at = email.lastIndexOf('@');
  return at < 1 ? '…' : `${Array.from(email)[0] ?? ''}…${email.slice(at)}`;
}

/** A telephone number with all but its last two digits hidden. */
export function maskedPhone(phone: string | null): string | null {
  if (phone === null) return null;
  const digits = phone.replace(/\D/g, '');
  return digits.length < 6 ? '…' : `… ${digits.slice(-2)}`;
}

/** What is wrong with the day of a promised answer, or `null`. @param today both YYYY-MM-DD */
export function promiseFault(answerOn: string, today: string): string | null {
  if (answerOn < today) return 'A promise is for today or later. Choose another day.';
  const days = (Date.parse(answerOn) - Date.parse(today)) / 86_400_000;
  return days > MOST_PROMISE_DAYS ? `Nobody waits that long. Choose a day within ${MOST_PROMISE_DAYS} days.` : null;
}

/** What is wrong with the days on which a candidate agreed and until which the record is kept, or `null`. All YYYY-MM-DD. */
export function consentFault(
  given: { readonly consentedOn: string | null; readonly keepUntil: string | null },
  today: string,
): { readonly field: 'consentedOn' | 'keepUntil'; readonly message: string } | null {
  const { consentedOn, keepUntil } = given;
  if (consentedOn !== null && consentedOn > today)
    return { field: 'consentedOn', message: 'Nobody has agreed in the future. Name the day on which they agreed.' };
  if (keepUntil !== null && keepUntil < today)
    return { field: 'keepUntil', message: 'That day has passed. Name the day until which the record may be kept.' };
  return null;
}
