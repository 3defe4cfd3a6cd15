/** Why this file exists: passwords are switched off for an organisation, and on again. */
import { useState, type ReactNode } from 'react';
import { Button } from '@mantine/core';
import { useCommand } from '../app/commands.js';
import { notifyDone } from '../app/notify.js';
import { graphql, readFragment, type FragmentType } from '../gql/index.js';
import { Confirm } from '../ui/confirm.js';
import { useSignOnTexts } from './sign-on.texts.js';

const PasswordSettings = graphql(`
  fragment PasswordSettings on SignOnSettings {
    passwords
    passwordsVersion
    provider {
      displayName
    }
  }
`);
const SetPasswordSignIn = graphql(`
  mutation SetPasswordSignIn($input: SetPasswordSignInInput!) {
    setPasswordSignIn(input: $input) {
      __typename
      ... on SetPasswordSignInSuccess {
        settings {
          ...PasswordSettings
        }
      }
      ...CommandProblem
    }
  }
`);

interface PasswordSwitchProps {
  readonly of: FragmentType<typeof PasswordSettings>;
  readonly changes: boolean;
  readonly again: () => void;
}

export function PasswordSwitch({ of, changes, again }: PasswordSwitchProps): ReactNode {
  const t = useSignOnTexts();
  const { passwords, passwordsVersion, provider } = readFragment(PasswordSettings, of);
  const [asking, setAsking] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  const [set, setting] = useCommand(SetPasswordSignIn);
  const go = async (): Promise<void> => {
    const outcome = await set({ input: { passwords: !passwords, version: passwordsVersion } });
    if (!outcome.ok) {
      setFault(outcome.problem.message);
      return;
    }
    notifyDone(t(passwords ? 'offDone' : 'onDone'));
    setAsking(false);
    again();
  };
  return (
    <section className="section" aria-labelledby="sign-on-passwords">
      <h2 id="sign-on-passwords">{t('passwords')}</h2>
      <p>{t(passwords ? 'passwordsOn' : 'passwordsOff')}</p>
      {changes && provider != null ? (
        <Button
          variant="default"
          mt="sm"
          onClick={() => {
            setFault(null);
            setAsking(true);
          }}
        >
          {t(passwords ? 'switchOff' : 'switchOn')}
        </Button>
      ) : null}
      <Confirm
        opened={asking}
        onClose={() => setAsking(false)}
        title={t(passwords ? 'offTitle' : 'onTitle')}
        action={t(passwords ? 'switchOff' : 'switchOn')}
        onConfirm={() => void go()}
        running={setting}
        danger={passwords}
      >
        <p>{t(passwords ? 'offBody' : 'onBody')}</p>
        <div role="status">{fault === null ? null : <p className="banner">{fault}</p>}</div>
      </Confirm>
    </section>
  );
}
