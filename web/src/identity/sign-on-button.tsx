/** Why this file exists: the way to the company's own sign-in, in this tab, or in another one when the page must stay as it is. */
import { useState, type ReactNode } from 'react';
import { Button } from '@mantine/core';
import { useClient } from 'urql';
import { graphql } from '../gql/index.js';
import { useIdentityTexts } from './identity.texts.js';

const WhoIsIn = graphql(`
  query WhoIsIn {
    me {
      member {
        id
      }
    }
  }
`);

interface SignOnButtonProps {
  /** The organisation or the address that was typed. */
  readonly name: string;
  readonly provider: string;
  readonly staying: boolean;
  readonly onSignedIn: (memberId: string) => void;
}

/** Where somebody goes on afterwards: the page that was asked for. */
const here = (): string => (location.pathname === '/sign-in' ? '/' : `${location.pathname}${location.search}`);

export function SignOnButton({ name, provider, staying, onSignedIn }: SignOnButtonProps): ReactNode {
  const t = useIdentityTexts();
  const client = useClient();
  const [missing, setMissing] = useState(false);
  const address = `/sign-in/start?${new URLSearchParams({ name, to: staying ? '/' : here() }).toString()}`;
  const look = async (): Promise<void> => {
    const { data } = await client.query(WhoIsIn, {}, { requestPolicy: 'network-only' }).toPromise();
    const id = data?.me?.member.id;
    if (id === undefined) setMissing(true);
    else onSignedIn(id);
  };
  const go = (
    <Button
      component="a"
      href={address}
      fullWidth
      data-autofocus
      {...(staying ? { target: '_blank', rel: 'noopener' } : {})}
    >
      {t('continueWith', { name: provider })}
    </Button>
  );
  if (!staying) return go;
  return (
    <>
      {go}
      <p className="muted">{t('newTab')}</p>
      <Button variant="default" onClick={() => void look()}>
        {t('iAmBack')}
      </Button>
      <div role="status">{missing ? <p className="muted">{t('notBack')}</p> : null}</div>
    </>
  );
}
