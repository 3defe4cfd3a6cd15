/** Why this file exists: the two ways in: an account's password, or a person of the demonstration organisation. */
import type { ReactNode } from 'react';
import { Button, PasswordInput, TextInput } from '@mantine/core';
import { IconChevronRight } from '@tabler/icons-react';
import { useForm } from 'react-hook-form';
import { useClient, useQuery } from 'urql';
import { useState } from 'react';
import { graphql } from '../gql/index.js';
import { Avatar } from '../ui/avatar.js';
import { tell } from '../app/core-texts.js';
import { useIdentityTexts } from './identity.texts.js';
import styles from './sign-in.module.css';

const DemonstrationPeople = graphql(`
  query DemonstrationPeople {
    demonstrationMembers {
      memberId
      displayName
      headline
    }
  }
`);
const StepInto = graphql(`
  mutation StepInto($memberId: ID!) {
    demonstrationSignIn(memberId: $memberId) {
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

/** @param onSignedIn told the id of the member who is in now */
export function SignInForm({ onSignedIn }: { readonly onSignedIn: (memberId: string) => void }): ReactNode {
  const client = useClient();
  const t = useIdentityTexts();
  const [refused, setRefused] = useState<string | null>(null);
  const [{ data, fetching }] = useQuery({ query: DemonstrationPeople });
  const people = data?.demonstrationMembers ?? [];
  const { register, handleSubmit, formState } = useForm<Credentials>();
  const settle = (
    answer: { __typename?: string; member?: { id: string }; message?: string } | null | undefined,
  ): void => {
    if (answer?.member !== undefined) onSignedIn(answer.member.id);
    else setRefused(answer?.message ?? tell('commandOffline'));
  };
  const step = async (memberId: string): Promise<void> =>
    settle((await client.mutation(StepInto, { memberId }).toPromise()).data?.demonstrationSignIn);
  const submit = handleSubmit(async (input) =>
    settle((await client.mutation(SignIn, { input }).toPromise()).data?.signIn),
  );
  const field = (name: keyof Credentials) => ({
    ...register(name, { required: t('required') }),
    error: formState.errors[name]?.message,
  });
  if (fetching && data === undefined) return null; // drawn at once when it is known who can be stepped into, or nothing would stay in its place
  return (
    <div>
      <div role="status" aria-live="polite">
        {refused === null ? null : <p className={styles.refused}>{refused}</p>}
      </div>
      {people.length === 0 ? null : (
        <section aria-labelledby="demo-title">
          <h2 id="demo-title">{t('demoTitle')}</h2>
          <p className="muted">{t('demoBody')}</p>
          <ul className={styles.people}>
            {people.map((p) => (
              <li key={p.memberId}>
                <button type="button" onClick={() => void step(p.memberId)}>
                  <Avatar name={p.displayName} size={32} />
                  <span>
                    <b>{p.displayName}</b>
                    <span className="muted">{p.headline}</span>
                  </span>
                  <IconChevronRight size={16} aria-hidden />
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
      <form onSubmit={(event) => void submit(event)} noValidate aria-label={t('signIn')} className={styles.form}>
        {people.length === 0 ? null : <h2>{t('orAccount')}</h2>}
        <TextInput label={t('organisation')} autoComplete="organization" {...field('organisation')} />
        <TextInput label={t('email')} type="email" autoComplete="username" {...field('email')} />
        <PasswordInput label={t('password')} autoComplete="current-password" {...field('password')} />
        <Button type="submit" loading={formState.isSubmitting} fullWidth>
          {t('signIn')}
        </Button>
      </form>
    </div>
  );
}
