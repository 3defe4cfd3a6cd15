/** Why this file exists: a token is made in a window; its secret is shown once and gone when the window closes. */
import { useState, type ReactNode } from 'react';
import { Button, Group, Modal } from '@mantine/core';
import { CopiedText } from '../ui/copied-text.js';
import { useAccountTexts } from './account.texts.js';
import { TokenForm, type ChosenScope } from './token-form.js';

interface NewTokenProps {
  /** What a token of this member can carry. */
  readonly scopes: readonly ChosenScope[];
  readonly again: () => void;
}

/** The secret, `null` when the server made the token but its answer was lost. */
interface Shown {
  readonly secret: string | null;
}

export function NewToken({ scopes, again }: NewTokenProps): ReactNode {
  const t = useAccountTexts();
  const [open, setOpen] = useState(false);
  const [shown, setShown] = useState<Shown | null>(null);
  const close = (): void => {
    setOpen(false);
    setShown(null);
  };
  const made = (secret: string | null): void => {
    setShown({ secret });
    again();
  };
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('newToken')}</Button>
      <Modal
        opened={open}
        onClose={close}
        title={t(shown === null ? 'newToken' : 'shownTitle')}
        size="lg"
        closeOnClickOutside={shown === null}
      >
        {shown === null ? (
          <TokenForm scopes={scopes} onMade={made} onClose={close} />
        ) : (
          <>
            {shown.secret === null ? (
              <p role="status">{t('notShown')}</p>
            ) : (
              <div style={{ display: 'grid', gap: 12 }}>
                <p role="status">{t('shownBody')}</p>
                <CopiedText label={t('token')} value={shown.secret} copy={t('copy')} copied={t('copied')} />
              </div>
            )}
            <Group justify="flex-end" mt="lg">
              <Button onClick={close}>{t('done')}</Button>
            </Group>
          </>
        )}
      </Modal>
    </>
  );
}
