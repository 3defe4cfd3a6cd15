/** Why this file exists: a member connects the own account with the company's sign-in, giving the password again. */
import { useState, type ReactNode } from 'react';
import { Button, PasswordInput } from '@mantine/core';
import { useCommand } from '../app/commands.js';
import { graphql, readFragment, type FragmentType } from '../gql/index.js';
import { Confirm } from '../ui/confirm.js';
import { useAccountTexts } from './account.texts.js';
import { problemIn, SignOnProblem } from './sign-on-problem.js';

const MySignOnFields = graphql(`
  fragment MySignOnFields on MySignOn {
    provider
    isLinked
  }
`);
const StartSignOnLink = graphql(`
  mutation StartSignOnLink($input: StartSignOnLinkInput!) {
    startSignOnLink(input: $input) {
      __typename
      ... on StartSignOnLinkSuccess {
        address
      }
      ...CommandProblem
    }
  }
`);

export function MySignOn({ of }: { readonly of: FragmentType<typeof MySignOnFields> }): ReactNode {
  const t = useAccountTexts();
  const { provider, isLinked } = readFragment(MySignOnFields, of);
  const [problem] = useState(() => problemIn(location.search));
  const [open, setOpen] = useState(false);
  const [password, setPassword] = useState('');
  const [fault, setFault] = useState<string | null>(null);
  const [start, starting] = useCommand(StartSignOnLink);
  if (provider == null) return null;
  const go = async (): Promise<void> => {
    const outcome = await start({ input: { password } });
    if (outcome.ok) location.assign(outcome.value.address);
    else setFault(outcome.problem.message);
  };
  return (
    <section className="section" aria-labelledby="account-sign-on">
      <h2 id="account-sign-on">{t('signOn')}</h2>
      {problem === null ? null : <SignOnProblem code={problem} />}
      <p>{t(isLinked ? 'signOnLinked' : 'signOnFree', { provider })}</p>
      {isLinked ? null : (
        <Button variant="default" mt="sm" onClick={() => setOpen(true)}>
          {t('signOnConnect', { provider })}
        </Button>
      )}
      <Confirm
        opened={open}
        onClose={() => setOpen(false)}
        title={t('signOnConnect', { provider })}
        action={t('signOnGo')}
        onConfirm={() => void go()}
        running={starting}
        disabled={password === ''}
      >
        <p className="muted">{t('signOnBody', { provider })}</p>
        <PasswordInput
          label={t('signOnPassword')}
          autoComplete="current-password"
          data-autofocus
          value={password}
          onChange={(event) => {
            setPassword(event.currentTarget.value);
            setFault(null);
          }}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && password !== '') void go();
          }}
          error={fault}
        />
      </Confirm>
    </section>
  );
}
