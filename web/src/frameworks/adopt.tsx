/** Why this file exists: the newest release of the built-in library becomes the organisation's own, after saying what that does. */
import { useState, type ReactNode } from 'react';
import { Button } from '@mantine/core';
import { useCommand } from '../app/commands.js';
import { notifyDone, notifyProblem } from '../app/notify.js';
import { graphql } from '../gql/index.js';
import { Confirm } from '../ui/confirm.js';
import { useFrameworksTexts } from './frameworks.texts.js';

const AdoptLibrary = graphql(`
  mutation AdoptLibrary {
    adoptLibrary {
      __typename
      ... on AdoptLibrarySuccess {
        frameworkVersion {
          id
          version
        }
      }
      ...CommandProblem
    }
  }
`);

export function Adopt({ again }: { readonly again: () => void }): ReactNode {
  const t = useFrameworksTexts();
  const [open, setOpen] = useState(false);
  const [run, running] = useCommand(AdoptLibrary);
  const adopt = async (): Promise<void> => {
    const outcome = await run({});
    setOpen(false);
    again();
    if (outcome.ok) notifyDone(t('adopted'));
    else notifyProblem(outcome.problem);
  };
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('adopt')}</Button>
      <Confirm
        opened={open}
        title={t('adoptTitle')}
        action={t('adopt')}
        running={running}
        onConfirm={() => void adopt()}
        onClose={() => setOpen(false)}
      >
        <p>{t('adoptBody')}</p>
      </Confirm>
    </>
  );
}
