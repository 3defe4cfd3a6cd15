/** Why this file exists: an invitation is accepted by the company's sign-in or by choosing a password. */
import { useState, type ReactNode } from 'react';
import { Button, PasswordInput } from '@mantine/core';
import { useClient } from 'urql';
import { day } from '../app/format.js';
import { graphql, readFragment, type FragmentType } from '../gql/index.js';
import { useInvitedTexts } from './invited.texts.js';
import styles from '../identity/sign-in.module.css';

const AcceptFields = graphql(`
  fragment AcceptInvitation on OwnInvitation {
    organisationName
    organisation
    displayName
    email
    passwords
    signOn
    expiresAt
  }
`);
const AcceptByPassword = graphql(`
  mutation AcceptByPassword($input: AcceptInvitationInput!) {
    acceptInvitation(input: $input) {
      __typename
      ... on AcceptInvitationSuccess {
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
const AcceptBySignOn = graphql(`
  mutation AcceptBySignOn($input: StartInvitationSignOnInput!) {
    startInvitationSignOn(input: $input) {
      __typename
      ... on StartInvitationSignOnSuccess {
        address
      }
      ... on Problem {
        message
      }
    }
  }
`);

interface AcceptProps {
  readonly of: FragmentType<typeof AcceptFields>;
  readonly token: string;
}

export function Accept({ of, token }: AcceptProps): ReactNode {
  const t = useInvitedTexts();
  const client = useClient();
  const own = readFragment(AcceptFields, of);
  const [password, setPassword] = useState('');
  const [fault, setFault] = useState<string | null>(null);
  const [running, setRunning] = useState(false);
  const sent = async (work: () => Promise<string | undefined>): Promise<void> => {
    setRunning(true);
    setFault((await work()) ?? null);
    setRunning(false);
  };
  const choose = (): Promise<void> =>
    sent(async () => {
      const { data } = await client.mutation(AcceptByPassword, { input: { token, password } }).toPromise();
      const answer = data?.acceptInvitation;
      if (answer?.__typename !== 'AcceptInvitationSuccess') return answer?.message ?? t('failedBody');
      location.replace('/');
      return undefined;
    });
  const signOn = (): Promise<void> =>
    sent(async () => {
      const { data } = await client.mutation(AcceptBySignOn, { input: { token } }).toPromise();
      const answer = data?.startInvitationSignOn;
      if (answer?.__typename !== 'StartInvitationSignOnSuccess') return answer?.message ?? t('failedBody');
      location.assign(answer.address);
      return undefined;
    });
  return (
    <>
      <h1 style={{ marginTop: 28 }}>{t('welcome', { name: own.displayName })}</h1>
      <p className={styles.lead}>
        {t('invites', { organisation: own.organisationName, email: own.email })}{' '}
        {t('ends', { day: day(own.expiresAt) })}
      </p>
      <div role="status" aria-live="polite">
        {fault === null ? null : <p className={styles.refused}>{fault}</p>}
      </div>
      <div className={styles.form}>
        {own.signOn == null ? null : (
          <Button fullWidth loading={running} onClick={() => void signOn()}>
            {t('continueWith', { name: own.signOn })}
          </Button>
        )}
        {own.passwords ? (
          <form
            noValidate
            className={styles.form}
            onSubmit={(event) => {
              event.preventDefault();
              void choose();
            }}
          >
            <h2>{t(own.signOn == null ? 'choosePassword' : 'orPassword')}</h2>
            <input type="hidden" name="username" autoComplete="username" value={own.email} readOnly />
            <PasswordInput
              label={t('password')}
              description={t('passwordHint')}
              autoComplete="new-password"
              value={password}
              onChange={(event) => {
                setPassword(event.currentTarget.value);
                setFault(null);
              }}
            />
            <Button
              type="submit"
              loading={running}
              disabled={password === ''}
              variant={own.signOn == null ? 'filled' : 'default'}
            >
              {t('accept')}
            </Button>
            <p className="muted">{t('laterAs', { slug: own.organisation })}</p>
          </form>
        ) : own.signOn == null ? (
          <p>{t('noWay')}</p>
        ) : null}
      </div>
    </>
  );
}
