/** Why this file exists: administrators see how members come from the identity provider: the address, its tokens, what it asked for last. */
import type { ReactNode } from 'react';
import { day, instant } from '../app/format.js';
import { Loadable, useRead } from '../app/reads.js';
import { graphql } from '../gql/index.js';
import type { ProvisioningStateQuery } from '../gql/graphql.js';
import { CopiedText } from '../ui/copied-text.js';
import { EmptyState } from '../ui/empty-state.js';
import { Block } from '../ui/skeleton.js';
import { GroupsPanel } from './groups-panel.js';
import { NewProvisioningToken } from './new-provisioning-token.js';
import styles from './provisioning.module.css';
import { useProvisioningTexts } from './provisioning.texts.js';

const ProvisioningState = graphql(`
  query ProvisioningState {
    provisioning {
      path
      provisionedCount
      tokens {
        apiToken {
          id
          name
          expiresOn
          owner {
            id
            displayName
          }
        }
        lastRequest {
          at
          request
          status
        }
        lastRefusal {
          at
          request
          status
          refusal
        }
      }
    }
  }
`);

type ProvisioningToken = ProvisioningStateQuery['provisioning']['tokens'][number];

export function ProvisioningPanel(): ReactNode {
  const t = useProvisioningTexts();
  const read = useRead(ProvisioningState, {});
  return (
    <>
      <section className={styles.part} aria-labelledby="provisioning-connection">
        <div className={styles.head}>
          <h2 id="provisioning-connection">{t('connection')}</h2>
          <NewProvisioningToken again={read.again} />
        </div>
        <p className="muted">{t('connectionBody')}</p>
        <Loadable of={read} skeleton={<Block height={180} />}>
          {({ provisioning: { path, provisionedCount, tokens } }) => (
            <>
              <div className={styles.address}>
                <CopiedText
                  label={t('address')}
                  value={`${window.location.origin}${path}`}
                  copy={t('copy')}
                  copied={t('copied')}
                />
              </div>
              <p className="muted num">{t('count', { count: provisionedCount })}</p>
              {tokens.length === 0 ? (
                <EmptyState small title={t('noTokenTitle')}>
                  {t('noTokenBody')}
                </EmptyState>
              ) : (
                <ul className={styles.tokens} aria-label={t('tokens')}>
                  {tokens.map((token) => (
                    <TokenLine key={token.apiToken.id} token={token} />
                  ))}
                </ul>
              )}
            </>
          )}
        </Loadable>
      </section>
      <GroupsPanel />
    </>
  );
}

function TokenLine({
  token: { apiToken, lastRequest, lastRefusal },
}: {
  readonly token: ProvisioningToken;
}): ReactNode {
  const t = useProvisioningTexts();
  const { name, owner, expiresOn } = apiToken;
  const told = (one: { readonly at: string; readonly request: string; readonly status: number }) => ({
    at: instant(one.at, { year: 'numeric' }),
    request: one.request,
    status: one.status,
  });
  return (
    <li>
      <b>{name}</b>{' '}
      <span className="muted">{t('ofOwner', { name: owner?.displayName ?? '', day: day(expiresOn) })}</span>
      <p className="small-text num">{lastRequest == null ? t('noRequest') : t('lastRequest', told(lastRequest))}</p>
      {lastRefusal == null ? null : (
        <p className="muted small-text num">
          {t('lastRefusal', { ...told(lastRefusal), refusal: lastRefusal.refusal ?? '' })}
        </p>
      )}
    </li>
  );
}
