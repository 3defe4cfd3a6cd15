/** Why this file exists: somebody names the organisation or the own address first, and is shown the ways in that it has. */
import { useState, type ReactNode } from 'react';
import { Button, TextInput } from '@mantine/core';
import { useClient } from 'urql';
import { graphql } from '../gql/index.js';
import { tell } from '../app/core-texts.js';
import { useIdentityTexts } from './identity.texts.js';
import { PasswordForm } from './password-form.js';
import styles from './sign-in.module.css';
import { SignOnButton } from './sign-on-button.js';

const WaysToSignIn = graphql(`
  query WaysToSignIn($name: String!) {
    waysToSignIn(name: $name) {
      signOn
      passwords
    }
  }
`);

interface Ways {
  readonly name: string;
  readonly signOn: string | null;
  readonly passwords: boolean;
}

interface AccountSignInProps {
  readonly onSignedIn: (memberId: string) => void;
  readonly staying: boolean;
}

export function AccountSignIn({ onSignedIn, staying }: AccountSignInProps): ReactNode {
  const t = useIdentityTexts();
  const client = useClient();
  const [name, setName] = useState('');
  const [fault, setFault] = useState<string | null>(null);
  const [asking, setAsking] = useState(false);
  const [ways, setWays] = useState<Ways | null>(null);
  const ask = async (): Promise<void> => {
    const wanted = name.trim();
    if (wanted === '') {
      setFault(t('required'));
      return;
    }
    setAsking(true);
    const { data } = await client.query(WaysToSignIn, { name: wanted }, { requestPolicy: 'network-only' }).toPromise();
    setAsking(false);
    if (data === undefined) setFault(tell('commandOffline'));
    else setWays({ name: wanted, signOn: data.waysToSignIn.signOn ?? null, passwords: data.waysToSignIn.passwords });
  };
  if (ways === null)
    return (
      <form
        noValidate
        aria-label={t('signIn')}
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          void ask();
        }}
      >
        <TextInput
          label={t('who')}
          description={t('whoHint')}
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          value={name}
          onChange={(event) => {
            setName(event.currentTarget.value);
            setFault(null);
          }}
          error={fault}
        />
        <Button type="submit" loading={asking} fullWidth>
          {t('next')}
        </Button>
      </form>
    );
  return (
    <div className={styles.form}>
      {ways.signOn === null ? null : (
        <SignOnButton name={ways.name} provider={ways.signOn} staying={staying} onSignedIn={onSignedIn} />
      )}
      {ways.passwords ? (
        <PasswordForm named={ways.name} isSecond={ways.signOn !== null} onSignedIn={onSignedIn} />
      ) : (
        <p className="muted">{t('onlySignOn')}</p>
      )}
      <Button variant="subtle" onClick={() => setWays(null)}>
        {t('other')}
      </Button>
    </div>
  );
}
