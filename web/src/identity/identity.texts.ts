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
});
