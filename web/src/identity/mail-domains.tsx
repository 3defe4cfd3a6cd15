/** Why this file exists: administrators prove that a mail domain is theirs, and give it up. */
import { useState, type ReactNode } from 'react';
import { Button, TextInput } from '@mantine/core';
import { useCommand } from '../app/commands.js';
import { notifyDone, notifyProblem } from '../app/notify.js';
import { graphql, readFragment, type FragmentType } from '../gql/index.js';
import { DomainLine } from './domain-line.js';
import styles from './account.module.css';
import { useSignOnTexts } from './sign-on.texts.js';

const DomainSettings = graphql(`
  fragment DomainSettings on SignOnSettings {
    domains {
      domain
      ...DomainLine
    }
  }
`);
const StartMailDomainProof = graphql(`
  mutation StartMailDomainProof($input: MailDomainInput!) {
    startMailDomainProof(input: $input) {
      __typename
      ... on StartMailDomainProofSuccess {
        settings {
          ...DomainSettings
        }
      }
      ...CommandProblem
    }
  }
`);

interface MailDomainsProps {
  readonly of: FragmentType<typeof DomainSettings>;
  readonly changes: boolean;
  readonly again: () => void;
}

export function MailDomains({ of, changes, again }: MailDomainsProps): ReactNode {
  const t = useSignOnTexts();
  const { domains } = readFragment(DomainSettings, of);
  const [wanted, setWanted] = useState('');
  const [fault, setFault] = useState<string | null>(null);
  const [start, starting] = useCommand(StartMailDomainProof);
  const add = async (): Promise<void> => {
    if (wanted.trim().length < 3) {
      setFault(t('domainHint'));
      return;
    }
    const outcome = await start({ input: { domain: wanted.trim() } });
    if (outcome.ok) setWanted('');
    else if (outcome.problem.field === 'input.domain') setFault(outcome.problem.message);
    else notifyProblem(outcome.problem);
    again();
  };
  return (
    <section className="section" aria-labelledby="sign-on-domains">
      <h2 id="sign-on-domains">{t('domains')}</h2>
      <p className="muted">{t('domainsBody')}</p>
      {domains.length === 0 ? (
        <p className="muted">{t('noDomains')}</p>
      ) : (
        <ul className={styles.list}>
          {domains.map((one) => (
            <DomainLine
              key={one.domain}
              of={one}
              changes={changes}
              onDone={(text) => {
                notifyDone(text);
                again();
              }}
            />
          ))}
        </ul>
      )}
      {changes ? (
        <form
          noValidate
          style={{ display: 'flex', gap: 10, alignItems: 'flex-end', marginTop: 12, flexWrap: 'wrap' }}
          onSubmit={(event) => {
            event.preventDefault();
            void add();
          }}
        >
          <TextInput
            label={t('domain')}
            description={t('domainHint')}
            value={wanted}
            onChange={(event) => {
              setWanted(event.currentTarget.value);
              setFault(null);
            }}
            error={fault}
            autoComplete="off"
            style={{ flex: '1 1 240px' }}
          />
          <Button type="submit" variant="default" loading={starting}>
            {t('add')}
          </Button>
        </form>
      ) : null}
    </section>
  );
}
