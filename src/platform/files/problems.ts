/** Why this file exists: the refusal codes of files that are sent in. */
import { registerProblems } from '../problems/index.js';

const input = (meaning: string, mend: string) => ({ kind: 'InvalidInput', meaning, mend }) as const;
const rule = (meaning: string, mend: string) => ({ kind: 'RuleViolation', meaning, mend }) as const;

export const filesProblems = registerProblems('files', {
  FILE_EMPTY: input('The file has no content.', 'The sender chooses another file.'),
  FILE_TOO_LARGE: input('The file is larger than the server takes.', 'The sender makes it smaller.'),
  FILE_TYPE_NOT_TAKEN: input('Files of the declared type are not taken.', 'The sender exports it as a type that is.'),
  FILE_TYPE_DIFFERS: input(
    'The content of the file is not of the type that was declared.',
    'The sender names the right type, or exports the file anew.',
  ),
  FILE_NOT_SAFE: input(
    'The content could harm whoever opens it: macros, something hidden behind it, or far more than it shows.',
    'The sender exports it without what the message names.',
  ),
  FILE_NAME_MISSING: input(
    'The header X-File-Name with the percent-encoded name of the file is missing or cannot be read.',
    'The client sends it.',
  ),
  FILE_LIMIT_REACHED: rule(
    'The member, or the organisation, has as many files as one may have.',
    'The member withdraws files that no claim needs; the operator raises the limit.',
  ),
});
