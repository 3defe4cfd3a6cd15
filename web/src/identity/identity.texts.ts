/** Why this file exists: the words of signing in. */
import { defineTexts } from '../app/texts.js';

export const { useTexts: useIdentityTexts } = defineTexts('identity', {
  title: 'Sign in',
  lead: 'Job roles, interviews and skills for machine-learning teams in life sciences: two ladders, one skill spine, one chain of evidence.',
  organisation: 'Organisation',
  email: 'E-mail',
  password: 'Password',
  signIn: 'Sign in',
  demoTitle: 'Step into the demonstration organisation',
  demoBody: 'Each person has a job to do and sees what their rights give. No password.',
  orAccount: 'Or sign in with your account',
  againTitle: 'Your session has ended',
  againBody: 'Sign in again as {{name}} and go on. What you typed is still on the page behind this window.',
  required: 'Fill this in.',
  who: 'Organisation or e-mail',
  whoHint: 'The short name of your organisation, or your address at work.',
  next: 'Continue',
  other: 'Another organisation',
  continueWith: 'Continue with {{name}}',
  orPassword: 'Or with your password',
  onlySignOn: 'Your organisation signs in this way only.',
  newTab: 'It opens in another tab, so that nothing on this page is lost. Come back here when you are in.',
  iAmBack: 'I have signed in',
  notBack: 'Nobody is signed in here yet.',
  problem_SIGN_ON_FAILED: 'The sign-in did not work. Begin anew, in this window.',
  problem_SIGN_ON_UNAVAILABLE:
    'Your company’s sign-in cannot be reached at the moment. Try again later. Who is in stays in.',
  problem_SIGN_ON_CANCELLED: 'Your company’s sign-in did not let you in, or you went back.',
  problem_SIGN_ON_NOT_LINKED:
    'Your company account is not connected with a member here. Sign in with your password and connect it under Account, or ask an administrator, who can connect or invite you.',
  problem_SIGN_ON_TOO_MANY: 'Too many sign-ins were begun. Wait a minute and try again.',
});
