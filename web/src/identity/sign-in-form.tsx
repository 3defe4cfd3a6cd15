/** Why this file exists: the ways in: an account, or a person of the demonstration organisation. */
import type { ReactNode } from 'react';
import { IconChevronRight } from '@tabler/icons-react';
import { useClient, useQuery } from 'urql';
import { useState } from 'react';
import { graphql } from '../gql/index.js';
import { Avatar } from '../ui/avatar.js';
import { tell } from '../app/core-texts.js';
import { AccountSignIn } from './account-sign-in.js';
import { useIdentityTexts } from './identity.texts.js';
import styles from './sign-in.module.css';

const DemonstrationPeople = graphql(`
  query DemonstrationPeople {
    demonstrationMembers {
      memberId
      displayName
      headline
    }
  }
`);
const StepInto = graphql(`
  mutation StepInto($memberId: ID!) {
    demonstrationSignIn(memberId: $memberId) {
      __typename
      ... on SignInSuccess {
        member {
          id
        }
      }
      ... on Problem {
        message
      }
    }
  }
`);
interface SignInFormProps {
  /** Told the id of the member who is in now. */
  readonly onSignedIn: (memberId: string) => void;
  /** The page behind must stay: the company's sign-in opens in another tab. */
  readonly staying?: boolean;
}

export function SignInForm({ onSignedIn, staying = false }: SignInFormProps): ReactNode {
  const client = useClient();
  const t = useIdentityTexts();
  const [refused, setRefused] = useState<string | null>(null);
  const [{ data, fetching }] = useQuery({ query: DemonstrationPeople });
  const people = data?.demonstrationMembers ?? [];
  const settle = (
    answer: { __typename?: string; member?: { id: string }; message?: string } | null | undefined,
  ): void => {
    if (answer?.member !== undefined) onSignedIn(answer.member.id);
    else setRefused(answer?.message ?? tell('commandOffline'));
  };
  const step = async (memberId: string): Promise<void> =>
    settle((await client.mutation(StepInto, { memberId }).toPromise()).data?.demonstrationSignIn);
  if (fetching && data === undefined) return null; // drawn at once when it is known who can be stepped into, or nothing would stay in its place
  return (
    <div>
      <div role="status" aria-live="polite">
        {refused === null ? null : <p className={styles.refused}>{refused}</p>}
      </div>
      {people.length === 0 ? null : (
        <section aria-labelledby="demo-title">
          <h2 id="demo-title">{t('demoTitle')}</h2>
          <p className="muted">{t('demoBody')}</p>
          <ul className={styles.people}>
            {people.map((p) => (
              <li key={p.memberId}>
                <button type="button" onClick={() => void step(p.memberId)}>
                  <Avatar name={p.displayName} size={32} />
                  <span>
                    <b>{p.displayName}</b>
                    <span className="muted">{p.headline}</span>
                  </span>
                  <IconChevronRight size={16} aria-hidden />
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
      {people.length === 0 ? null : <h2 style={{ marginBottom: 10 }}>{t('orAccount')}</h2>}
      <AccountSignIn onSignedIn={onSignedIn} staying={staying} />
    </div>
  );
}
