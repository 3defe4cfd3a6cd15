/** Why this file exists: whoever was invited reads by whom, and accepts; the link's secret stands behind the # and is sent to the API alone. */
import { useEffect, type ReactNode } from 'react';
import { cacheExchange, Client, fetchExchange, Provider, useQuery } from 'urql';
import { graphql } from '../gql/index.js';
import { Logo } from '../ui/logo.js';
import { Accept } from './accept.js';
import { useInvitedTexts } from './invited.texts.js';
import styles from '../identity/sign-in.module.css';

const InvitationQuery = graphql(`
  query OwnInvitation($token: String!) {
    invitation(token: $token) {
      ...AcceptInvitation
    }
  }
`);

const client = new Client({
  url: '/graphql',
  preferGetMethod: false,
  fetchOptions: { credentials: 'same-origin', headers: { accept: 'application/json' } },
  exchanges: [cacheExchange, fetchExchange],
});

export function InvitedApp(): ReactNode {
  return (
    <Provider value={client}>
      <main className={styles.page}>
        <div className={styles.sheet}>
          <div className={styles.brand}>
            <Logo size={28} />
            <b>Twinladder</b>
          </div>
          <Invitation token={location.hash.slice(1)} />
        </div>
      </main>
    </Provider>
  );
}

function Invitation({ token }: { readonly token: string }): ReactNode {
  const t = useInvitedTexts();
  const [{ data, error }] = useQuery({ query: InvitationQuery, variables: { token } });
  useEffect(() => {
    document.title = `${t('title')} · Twinladder`;
  }, [t]);
  if (data?.invitation != null) return <Accept of={data.invitation} token={token} />;
  if (error !== undefined) return <Told title={t('failedTitle')} body={t('failedBody')} />;
  return data === undefined ? null : <Told title={t('deadTitle')} body={t('deadBody')} />;
}

const Told = ({ title, body }: { readonly title: string; readonly body: string }): ReactNode => (
  <div role="alert" style={{ marginTop: 28 }}>
    <h1>{title}</h1>
    <p className={styles.lead}>{body}</p>
  </div>
);
