/** Why this file exists: one mail domain: proved, or with the record that proves it. */
import { useState, type ReactNode } from 'react';
import { Button } from '@mantine/core';
import { useCommand } from '../app/commands.js';
import { notifyProblem } from '../app/notify.js';
import { graphql, readFragment, type FragmentType } from '../gql/index.js';
import { Confirm } from '../ui/confirm.js';
import { CopiedText } from '../ui/copied-text.js';
import { useSignOnTexts } from './sign-on.texts.js';

const DomainLineFields = graphql(`
  fragment DomainLine on MailDomain {
    domain
    recordName
    recordValue
    provedAt
  }
`);
const CheckMailDomainProof = graphql(`
  mutation CheckMailDomainProof($input: MailDomainInput!) {
    checkMailDomainProof(input: $input) {
      __typename
      ... on CheckMailDomainProofSuccess {
        settings {
          ...DomainSettings
        }
      }
      ...CommandProblem
    }
  }
`);
const RemoveMailDomain = graphql(`
  mutation RemoveMailDomain($input: MailDomainInput!) {
    removeMailDomain(input: $input) {
      __typename
      ... on RemoveMailDomainSuccess {
        settings {
          ...DomainSettings
        }
      }
      ...CommandProblem
    }
  }
`);

interface DomainLineProps {
  readonly of: FragmentType<typeof DomainLineFields>;
  readonly changes: boolean;
  readonly onDone: (told: string) => void;
}

export function DomainLine({ of, changes, onDone }: DomainLineProps): ReactNode {
  const t = useSignOnTexts();
  const { domain, recordName, recordValue, provedAt } = readFragment(DomainLineFields, of);
  const [asking, setAsking] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  const [check, checking] = useCommand(CheckMailDomainProof);
  const [remove, removing] = useCommand(RemoveMailDomain);
  const look = async (): Promise<void> => {
    setFault(null);
    const outcome = await check({ input: { domain } });
    if (outcome.ok) onDone(t('checked', { domain }));
    else setFault(outcome.problem.message);
  };
  const end = async (): Promise<void> => {
    const outcome = await remove({ input: { domain } });
    setAsking(false);
    if (outcome.ok) onDone(t('givenUp', { domain }));
    else notifyProblem(outcome.problem);
  };
  return (
    <li style={{ flexWrap: 'wrap' }}>
      <div>
        <b>{domain}</b> <span className="pill">{t(provedAt == null ? 'open' : 'proved')}</span>
      </div>
      {changes ? (
        <Button variant="subtle" size="compact-md" onClick={() => setAsking(true)}>
          {t('giveUp', { domain })}
        </Button>
      ) : null}
      {provedAt == null && changes ? (
        <div style={{ display: 'grid', gap: 10, flex: '1 0 100%', minWidth: 0 }}>
          <p className="muted">{t('publish')}</p>
          <CopiedText label={t('recordName')} value={recordName} copy={t('copy')} copied={t('copied')} />
          <CopiedText label={t('recordValue')} value={recordValue} copy={t('copy')} copied={t('copied')} />
          <div role="status">{fault === null ? null : <p className="banner">{fault}</p>}</div>
          <div>
            <Button size="compact-md" loading={checking} onClick={() => void look()}>
              {t('check')}
            </Button>
          </div>
        </div>
      ) : null}
      <Confirm
        opened={asking}
        onClose={() => setAsking(false)}
        title={t('giveUpTitle', { domain })}
        action={t('giveUp', { domain })}
        onConfirm={() => void end()}
        running={removing}
        danger
      >
        <p>{t('giveUpBody')}</p>
      </Confirm>
    </li>
  );
}
