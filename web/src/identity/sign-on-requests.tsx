/** Why this file exists: an administrator decides about accounts that carry the address of a member and are connected with nobody. */
import type { ReactNode } from 'react';
import { Button } from '@mantine/core';
import { useCommand } from '../app/commands.js';
import { instant } from '../app/format.js';
import { notifyDone, notifyProblem } from '../app/notify.js';
import { graphql, readFragment, type FragmentType } from '../gql/index.js';
import styles from './account.module.css';
import { useSignOnTexts } from './sign-on.texts.js';

const WaitingAccounts = graphql(`
  fragment WaitingAccounts on SignOnSettings {
    requests {
      askedAt
      member {
        id
        displayName
      }
    }
  }
`);
const DecideSignOnRequest = graphql(`
  mutation DecideSignOnRequest($input: DecideSignOnRequestInput!) {
    decideSignOnRequest(input: $input) {
      __typename
      ... on DecideSignOnRequestSuccess {
        member {
          id
        }
      }
      ...CommandProblem
    }
  }
`);

interface SignOnRequestsProps {
  readonly of: FragmentType<typeof WaitingAccounts>;
  readonly changes: boolean;
  readonly again: () => void;
}

export function SignOnRequests({ of, changes, again }: SignOnRequestsProps): ReactNode {
  const t = useSignOnTexts();
  const { requests } = readFragment(WaitingAccounts, of);
  const [run, running] = useCommand(DecideSignOnRequest);
  if (requests.length === 0) return null;
  const decide = async (memberId: string, name: string, accept: boolean): Promise<void> => {
    const outcome = await run({ input: { memberId, accept } });
    if (outcome.ok) notifyDone(accept ? t('connectedNow', { name }) : t('forgotten'));
    else notifyProblem(outcome.problem);
    again();
  };
  return (
    <section className="section" aria-labelledby="sign-on-requests">
      <h2 id="sign-on-requests">{t('requests')}</h2>
      <p className="muted">{t('requestsBody')}</p>
      <ul className={styles.list}>
        {requests.map(({ member, askedAt }) =>
          member == null ? null : (
            <li key={member.id}>
              <div>
                <b>{member.displayName}</b>
                <div className="muted">{t('since', { at: instant(askedAt) })}</div>
              </div>
              {changes ? (
                <>
                  <Button
                    variant="subtle"
                    size="compact-md"
                    disabled={running}
                    aria-label={t('forgetLabel', { name: member.displayName })}
                    onClick={() => void decide(member.id, member.displayName, false)}
                  >
                    {t('forget')}
                  </Button>
                  <Button
                    variant="default"
                    size="compact-md"
                    disabled={running}
                    onClick={() => void decide(member.id, member.displayName, true)}
                  >
                    {t('connect', { name: member.displayName })}
                  </Button>
                </>
              ) : null}
            </li>
          ),
        )}
      </ul>
    </section>
  );
}
