/** Why this file exists: the words of files behind a claim. */
import { defineTexts } from '../app/texts.js';

export const { tell: tellFile, useTexts: useFileTexts } = defineTexts('evidence-files', {
  files: 'Files',
  hint: 'PDF, PNG, JPEG, text, CSV, or Word, Excel and PowerPoint without macros; up to five. You can drop them here.',
  attach: 'Attach files',
  attached: 'Files of this piece',
  sending: '{{name}} is being sent, {{share}}',
  ready: '{{name}} is attached, {{size}}',
  remove: 'Remove {{name}}',
  tooMany: 'A piece of evidence carries five files at most. Add another piece for more.',
  notTaken: 'Files of this kind are not taken. Export it as a PDF.',
  lost: 'The file did not arrive: the connection broke, or the file is larger than the server takes. Try again.',
  signedOut: 'Nobody is signed in any more. Sign in again, then attach the file once more.',
  wait: 'Wait until all files are sent, or remove those that were refused.',
  size: '{{kilobytes}} kB',
  sizeLarge: '{{megabytes}} MB',
  open: 'Save {{name}}',
  withdrawn: '{{name}}, withdrawn on {{day}}: {{reason}}',
  withdraw: 'Withdraw',
  withdrawOne: 'Withdraw {{name}}',
  withdrawTitle: 'Withdraw {{name}}?',
  withdrawWaiting: 'The claim still waits for review: the file is removed from it and cannot be brought back.',
  withdrawReviewed:
    'Somebody decided on this claim with the file before them. It is kept for auditors; you, your manager and your mentor cannot open it any more. Your reason stands beside it.',
  reason: 'Reason',
  reasonShort: 'Write at least 5 characters.',
  done: '{{name}} is withdrawn.',
});
