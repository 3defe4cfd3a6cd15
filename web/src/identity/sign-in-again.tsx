/** Why this file exists: when the session ends in the middle of something, the sign-in opens over the page, which stays as it is. */
import type { ReactNode } from 'react';
import { Modal } from '@mantine/core';
import { SignInForm } from './sign-in-form.js';
import { useIdentityTexts } from './identity.texts.js';

interface SignInAgainProps {
  /** Who was signed in. */
  readonly name: string;
  /** Told the id of the member who is in now. */
  readonly onSignedIn: (memberId: string) => void;
}

export function SignInAgain({ name, onSignedIn }: SignInAgainProps): ReactNode {
  const t = useIdentityTexts();
  return (
    <Modal
      opened
      onClose={() => undefined}
      withCloseButton={false}
      closeOnEscape={false}
      closeOnClickOutside={false}
      title={t('againTitle')}
      size="lg"
    >
      <p>{t('againBody', { name })}</p>
      <SignInForm onSignedIn={onSignedIn} staying />
    </Modal>
  );
}
