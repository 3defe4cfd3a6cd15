/** Why this file exists: the way in by the password of a local account. */
import { useState, type ReactNode } from 'react';
import { Button, PasswordInput, TextInput } from '@mantine/core';
import { useForm } from 'react-hook-form';
import { useClient } from 'urql';
import { graphql } from '../gql/index.js';
import { tell } from '../app/core-texts.js';
import { useIdentityTexts } from './identity.texts.js';
import styles from './sign-in.module.css';

const SignIn = graphql(`
  mutation SignIn($input: SignInInput!) {
    signIn(input: $input) {
      __typename
      ... on SignInSuccess {
        member {
          id
        }
      }
      ... on Problem {
        message
      }
    }
  }
`);

interface Credentials {
  organisation: string;
  email: string;
  password: string;
}

interface PasswordFormProps {
  /** What was typed: an organisation, or an address. */
  readonly named: string;
  /** There is another way in above it. */
  readonly isSecond: boolean;
  readonly onSignedIn: (memberId: string) => void;
}

export function PasswordForm({ named, isSecond, onSignedIn }: PasswordFormProps): ReactNode {
  const t = useIdentityTexts();
  const client = useClient();
  const [refused, setRefused] = useState<string | null>(null);
  const isAddress = named.includes('@');
  const { register, handleSubmit, formState } = useForm<Credentials>({
    defaultValues: { organisation: isAddress ? '' : named, email: isAddress ? named : '', password: '' },
  });
  const submit = handleSubmit(async (input) => {
    const answer = (await client.mutation(SignIn, { input }).toPromise()).data?.signIn;
    if (answer?.__typename === 'SignInSuccess') onSignedIn(answer.member.id);
    else setRefused(answer?.message ?? tell('commandOffline'));
  });
  const field = (name: keyof Credentials) => ({
    ...register(name, { required: t('required') }),
    error: formState.errors[name]?.message,
  });
  return (
    <form onSubmit={(event) => void submit(event)} noValidate aria-label={t('signIn')} className={styles.form}>
      {isSecond ? <h2>{t('orPassword')}</h2> : null}
      <div role="status" aria-live="polite">
        {refused === null ? null : <p className={styles.refused}>{refused}</p>}
      </div>
      <TextInput label={t('organisation')} autoComplete="organization" {...field('organisation')} />
      <TextInput label={t('email')} type="email" autoComplete="username" {...field('email')} />
      <PasswordInput label={t('password')} autoComplete="current-password" {...field('password')} />
      <Button type="submit" loading={formState.isSubmitting} fullWidth variant={isSecond ? 'default' : 'filled'}>
        {t('signIn')}
      </Button>
    </form>
  );
}
