/** Why this file exists: the refusal codes of requisitions, candidates and applications. */
import { registerProblems } from '../../platform/problems/index.js';

const input = (meaning: string, mend: string) => ({ kind: 'InvalidInput', meaning, mend }) as const;
const rule = (meaning: string, mend: string) => ({ kind: 'RuleViolation', meaning, mend }) as const;
const once = (meaning: string, mend: string) => ({ kind: 'AlreadyExists', meaning, mend }) as const;
const barred = (meaning: string, mend: string) => ({ kind: 'NotAllowed', meaning, mend }) as const;

export const candidateProblems = registerProblems('candidates', {
  OPENINGS_OUT_OF_RANGE: input(
    'Openings are no whole number of 1 or more, or fewer than are hired.',
    'The hiring manager corrects the number.',
  ),
  REQUISITION_STEP_NOT_ALLOWED: rule(
    'The requisition cannot take this step from its state.',
    'The hiring manager takes a step that the message names.',
  ),
  REQUISITION_CLOSED: rule('A closed requisition stays as it is.', 'The hiring manager starts a new one.'),
  HIRE_NOT_POSSIBLE: rule(
    'The requisition is not open or all openings are filled.',
    'The hiring manager opens it or raises the openings.',
  ),
  UNDECIDED_APPLICATIONS: rule(
    'Applications are not decided and no reason was given.',
    'The hiring manager decides on each, or gives a reason.',
  ),
  REQUISITION_NOT_POSTABLE: rule(
    'Only an open requisition can be posted inside.',
    'The hiring manager opens it first.',
  ),
  UNKNOWN_OVERLAY: input('There is no overlay with this key.', 'The hiring manager corrects the key.'),
  REQUISITION_DOES_NOT_ALLOW: rule(
    'The state of the requisition does not allow this step of an application.',
    'The hiring manager changes the requisition first.',
  ),
  ONLY_A_PERSON_MOVES: barred(
    'Applications are moved by a named person of the hiring team only.',
    'Such a person does it.',
  ),
  APPLICATION_ENDED: rule('The application has ended and stays as it is.', 'The person may apply elsewhere.'),
  APPLICATION_STEP_NOT_ALLOWED: rule(
    'The application cannot go from its stage to that one.',
    'The hiring team chooses a stage that the message names.',
  ),
  WITHDRAWAL_REASON_MISSING: input(
    'The hiring team withdraws an application without a reason.',
    'They write why, or record a decision instead.',
  ),
  APPLIED_ALREADY: once('The candidate has an application on this requisition.', 'The caller reads that one.'),
  CONFLICT_OF_INTEREST: barred(
    'A conflict of interest bars this act; it is computed and cannot be lifted.',
    'Somebody without a conflict does it.',
  ),
  HIRING_MANAGER_IS_ANOTHER: barred(
    'Hiring managers start requisitions of their own only.',
    'An administrator names another hiring manager.',
  ),
  CONSENT_DAY_WRONG: input(
    'The day of the consent lies in the future, or the record would be kept until a day that has passed.',
    'The hiring manager corrects the day.',
  ),
  PROMISE_DAY_WRONG: input(
    'An answer is promised for a day that has passed, or more than a year ahead.',
    'The hiring manager chooses another day.',
  ),
  NO_ANSWER_DUE: rule('A withdrawn application waits for no answer.', 'Nobody has to do anything.'),
  DECISION_MADE: rule(
    'An application on which a person has decided is not withdrawn by its status link.',
    'The applicant tells the organisation directly.',
  ),
  BREAK_GLASS_REASON_EMPTY: input(
    'Contact data are opened without a reason of five characters or more.',
    'The auditor writes why.',
  ),
  BREAK_GLASS_OPEN: once(
    'The auditor holds the contact data of this candidate open already.',
    'The auditor reads them, or ends that access first.',
  ),
  BREAK_GLASS_OVER: rule('The access ended, or somebody ended it.', 'Nobody has to do anything.'),
  BREAK_GLASS_NOT_YOURS: barred('Only who opened an access and administrators end it.', 'One of them ends it.'),
  NOT_AN_EMPLOYEE: barred(
    'The sign-in is not linked to an employee.',
    'An administrator links it to the employee record.',
  ),
});
