/** Why this file exists: the provider of the organisation is named, changed and switched off; its secret goes in and never comes out. */
import { useState, type ReactNode } from 'react';
import { Button, Group } from '@mantine/core';
import { useCommand } from '../app/commands.js';
import { notifyDone, notifyProblem } from '../app/notify.js';
import { graphql, readFragment, type FragmentType } from '../gql/index.js';
import { Confirm } from '../ui/confirm.js';
import { CopiedText } from '../ui/copied-text.js';
import { ProviderForm } from './provider-form.js';
import { useSignOnTexts } from './sign-on.texts.js';

const ProviderSettings = graphql(`
  fragment ProviderSettings on SignOnSettings {
    returnAddress
    linkedMembers
    provider {
      issuer
      clientId
      displayName
      version
    }
  }
`);
const RemoveSignOn = graphql(`
  mutation RemoveSignOn($input: RemoveSignOnInput!) {
    removeSignOn(input: $input) {
      __typename
      ... on RemoveSignOnSuccess {
        settings {
          ...ProviderSettings
        }
      }
      ...CommandProblem
    }
  }
`);

interface SignOnProviderProps {
  readonly of: FragmentType<typeof ProviderSettings>;
  readonly changes: boolean;
  readonly again: () => void;
}

export function SignOnProvider({ of, changes, again }: SignOnProviderProps): ReactNode {
  const t = useSignOnTexts();
  const { provider, returnAddress, linkedMembers } = readFragment(ProviderSettings, of);
  const [open, setOpen] = useState<'form' | 'remove' | null>(null);
  const [remove, removing] = useCommand(RemoveSignOn);
  const close = (): void => setOpen(null);
  const end = async (): Promise<void> => {
    const outcome = await remove({ input: { version: provider?.version ?? 1 } });
    if (outcome.ok) notifyDone(t('removed'));
    else notifyProblem(outcome.problem);
    close();
    again();
  };
  return (
    <section className="section" aria-labelledby="sign-on-provider">
      <h2 id="sign-on-provider">{t('provider')}</h2>
      {provider == null ? (
        <p className="muted">{t('noProvider')}</p>
      ) : (
        <p style={{ overflowWrap: 'anywhere' }}>
          <b>{provider.displayName}</b> <span className="muted">{provider.issuer}</span>{' '}
          {t('connected', { count: linkedMembers })}
        </p>
      )}
      {returnAddress == null ? (
        <p className="banner" style={{ marginTop: 12 }}>
          {t('noAddress')}
        </p>
      ) : changes ? (
        <div style={{ display: 'grid', gap: 6, marginTop: 12 }}>
          <CopiedText label={t('returnAddress')} value={returnAddress} copy={t('copy')} copied={t('copied')} />
          <p className="muted small-text">{t('returnHint')}</p>
        </div>
      ) : null}
      {changes && returnAddress != null ? (
        <Group mt="md">
          <Button variant={provider == null ? 'filled' : 'default'} onClick={() => setOpen('form')}>
            {t(provider == null ? 'set' : 'change')}
          </Button>
          {provider == null ? null : (
            <Button variant="subtle" color="clay" onClick={() => setOpen('remove')}>
              {t('remove')}
            </Button>
          )}
        </Group>
      ) : null}
      {open === 'form' ? <ProviderForm known={provider ?? null} onClose={close} again={again} /> : null}
      <Confirm
        opened={open === 'remove'}
        onClose={close}
        title={t('removeTitle')}
        action={t('remove')}
        onConfirm={() => void end()}
        running={removing}
        danger
      >
        <p>{t('removeBody', { name: provider?.displayName ?? '' })}</p>
      </Confirm>
    </section>
  );
}
