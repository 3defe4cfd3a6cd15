/** Why this file exists: administrators set up how members get in; auditors read it. */
import type { ReactNode } from 'react';
import { Loadable, useRead } from '../app/reads.js';
import { useSession } from '../app/session.js';
import { graphql } from '../gql/index.js';
import { Page } from '../ui/page.js';
import { Block } from '../ui/skeleton.js';
import { MailDomains } from './mail-domains.js';
import { PasswordSwitch } from './password-switch.js';
import { SignOnProvider } from './sign-on-provider.js';
import { SignOnRequests } from './sign-on-requests.js';
import { useSignOnTexts } from './sign-on.texts.js';

const SignOnSettingsQuery = graphql(`
  query SignOnSettings {
    signOnSettings {
      ...ProviderSettings
      ...PasswordSettings
      ...DomainSettings
      ...WaitingAccounts
    }
  }
`);

export function SignOnPage(): ReactNode {
  const t = useSignOnTexts();
  const { may } = useSession();
  const read = useRead(SignOnSettingsQuery, {});
  const changes = may('organisation:update');
  return (
    <Page title={t('title')} crumbs={[{ label: t('account'), to: '/account' }]} lead={t('lead')} width="text">
      <Loadable of={read} skeleton={<Block height={520} />}>
        {({ signOnSettings: of }) => (
          <>
            <SignOnProvider of={of} changes={changes} again={read.again} />
            <SignOnRequests of={of} changes={changes} again={read.again} />
            <MailDomains of={of} changes={changes} again={read.again} />
            <PasswordSwitch of={of} changes={changes} again={read.again} />
          </>
        )}
      </Loadable>
    </Page>
  );
}
