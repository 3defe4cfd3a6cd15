/** Why this file exists: where somebody is signed in, and the programs that act for them. */
import type { ReactNode } from 'react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useMore } from '../app/more.js';
import { Loadable } from '../app/reads.js';
import { useSession } from '../app/session.js';
import { graphql } from '../gql/index.js';
import { Go } from '../ui/go.js';
import { Page } from '../ui/page.js';
import { Segmented } from '../ui/segmented.js';
import { Block } from '../ui/skeleton.js';
import { AllTokens } from './all-tokens.js';
import { useAccountTexts } from './account.texts.js';
import { MySessions } from './my-sessions.js';
import { MySignOn } from './my-sign-on.js';
import { NewToken } from './new-token.js';
import { TokenList } from './token-list.js';

const AccountQuery = graphql(`
  query Account($memberId: ID!, $after: String) {
    mySessions {
      ...MySession
    }
    sessionLimits {
      ...SessionLimitsFields
    }
    mySignOn {
      ...MySignOnFields
    }
    me {
      tokenScopes {
        permission
        resource
        action
      }
    }
    apiTokens(memberId: $memberId, first: 50, after: $after) {
      nodes {
        id
        ...ApiTokenLine
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

export function AccountPage(): ReactNode {
  const t = useAccountTexts();
  const { member, may } = useSession();
  const all = useSearch({ from: '/account' }).tokens === 'all' && may('api-token:read');
  const navigate = useNavigate({ from: '/account' });
  const { read, nodes, more, loadingMore } = useMore(AccountQuery, { memberId: member.id }, (data) => data.apiTokens);
  return (
    <Page title={t('title')} lead={t('lead', { name: member.displayName })} width="text">
      <Loadable of={read} skeleton={<Block height={520} />}>
        {({ mySessions, sessionLimits, me, mySignOn }) => (
          <>
            <MySessions sessions={mySessions} limits={sessionLimits} again={read.again} />
            <MySignOn of={mySignOn} />
            {may('organisation:read') ? (
              <p style={{ marginTop: 12 }}>
                <Go to="/sign-on">{t('organisationSignOn')}</Go>
              </p>
            ) : null}
            <section className="section" aria-labelledby="account-tokens">
              <div className="section-head">
                <h2 id="account-tokens">{t('tokens')}</h2>
                <NewToken scopes={me?.tokenScopes ?? []} again={read.again} />
              </div>
              <p className="muted">{t('tokensBody')}</p>
              {may('api-token:read') ? (
                <div style={{ marginTop: 12 }}>
                  <Segmented
                    label={t('whose')}
                    value={all ? 'all' : 'mine'}
                    onChange={(value) =>
                      void navigate({ search: { tokens: value === 'all' ? 'all' : undefined }, replace: true })
                    }
                    options={[
                      { value: 'mine', label: t('mine') },
                      { value: 'all', label: t('everybodys') },
                    ]}
                  />
                </div>
              ) : null}
              {all ? (
                <AllTokens key={nodes[0]?.id /* asked afresh when an own token was made */} />
              ) : (
                <TokenList tokens={nodes} more={more} loadingMore={loadingMore} again={read.again} />
              )}
            </section>
          </>
        )}
      </Loadable>
    </Page>
  );
}
