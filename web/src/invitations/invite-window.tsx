/** Why this file exists: somebody is invited in a window; the link is shown once and gone when the window closes. */
import { useState, type ReactNode } from 'react';
import { Button, Group, Modal } from '@mantine/core';
import { CopiedText } from '../ui/copied-text.js';
import { InviteForm } from './invite-form.js';
import { useInvitationTexts } from './invitations.texts.js';

interface InviteWindowProps {
  /** The person of the directory whom the sign-in will belong to. */
  readonly person: { readonly id: string; readonly name: string } | null;
  readonly onClose: () => void;
  readonly again: () => void;
}

export interface Made {
  readonly name: string;
  /** `null` when the answer was lost on its way. */
  readonly secret: string | null;
}

/** The secret stands behind the #: browsers send that part to no server. */
const linkOf = (secret: string): string => `${location.origin}/invitation#${secret}`;

export function InviteWindow({ person, onClose, again }: InviteWindowProps): ReactNode {
  const t = useInvitationTexts();
  const [made, setMade] = useState<Made | null>(null);
  const title =
    made === null
      ? person === null
        ? t('title')
        : t('titlePerson', { name: person.name })
      : t('shownTitle', { name: made.name });
  return (
    <Modal opened onClose={onClose} title={title} size="lg" closeOnClickOutside={made === null}>
      {made === null ? (
        <InviteForm
          person={person}
          onClose={onClose}
          onMade={(next) => {
            setMade(next);
            again();
          }}
        />
      ) : (
        <>
          {made.secret === null ? (
            <p role="status">{t('notShown')}</p>
          ) : (
            <div style={{ display: 'grid', gap: 12 }}>
              <p role="status">{t('shownBody')}</p>
              <CopiedText label={t('link')} value={linkOf(made.secret)} copy={t('copy')} copied={t('copied')} />
            </div>
          )}
          <Group justify="flex-end" mt="lg">
            <Button onClick={onClose}>{t('done')}</Button>
          </Group>
        </>
      )}
    </Modal>
  );
}
