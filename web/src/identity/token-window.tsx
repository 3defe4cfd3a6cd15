/** Why this file exists: a token is made in a window; its secret is shown once and gone when the window closes. */
import { useState, type ReactNode } from 'react';
import { Button, Modal } from '@mantine/core';
import { ShownOnce } from '../ui/shown-once.js';

interface TokenWindowProps {
  /** The button that opens it, and its heading before and after. */
  readonly newToken: string;
  readonly shownTitle: string;
  readonly token: string;
  readonly words: Parameters<typeof ShownOnce>[0]['words'];
  readonly again: () => void;
  /** @param onMade told the secret, `null` when the server made the token but its answer was lost */
  readonly form: (onMade: (secret: string | null) => void, onClose: () => void) => ReactNode;
}

export function TokenWindow({ newToken, shownTitle, token, words, again, form }: TokenWindowProps): ReactNode {
  const [open, setOpen] = useState(false);
  const [shown, setShown] = useState<{ readonly secret: string | null } | null>(null);
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
      <Button onClick={() => setOpen(true)}>{newToken}</Button>
      <Modal
        opened={open}
        onClose={close}
        title={shown === null ? newToken : shownTitle}
        size="lg"
        closeOnClickOutside={shown === null}
      >
        {shown === null ? (
          form(made, close)
        ) : (
          <ShownOnce label={token} value={shown.secret} words={words} onClose={close} />
        )}
      </Modal>
    </>
  );
}
