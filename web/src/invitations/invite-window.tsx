/** Why this file exists: somebody is invited in a window; the link is shown once and gone when the window closes. */
import { useState, type ReactNode } from 'react';
import { Modal } from '@mantine/core';
import { ShownOnce } from '../ui/shown-once.js';
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
  const words = { body: t('shownBody'), lost: t('notShown'), copy: t('copy'), copied: t('copied'), done: t('done') };
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
        <ShownOnce
          label={t('link')}
          value={made.secret === null ? null : linkOf(made.secret)}
          words={words}
          onClose={onClose}
        />
      )}
    </Modal>
  );
}
