/** Why this file exists: a secret is shown once, to be copied; or it is said that it was lost on its way. */
import type { ReactNode } from 'react';
import { Button, Group } from '@mantine/core';
import { CopiedText } from './copied-text.js';

interface ShownOnceProps {
  readonly label: string;
  /** `null` when the server made it but its answer was lost. */
  readonly value: string | null;
  /** What to do with it; what to do when it was lost; the buttons. */
  readonly words: Readonly<Record<'body' | 'lost' | 'copy' | 'copied' | 'done', string>>;
  readonly onClose: () => void;
}

export const ShownOnce = ({ label, value, words, onClose }: ShownOnceProps): ReactNode => (
  <>
    {value === null ? (
      <p role="status">{words.lost}</p>
    ) : (
      <div style={{ display: 'grid', gap: 12 }}>
        <p role="status">{words.body}</p>
        <CopiedText label={label} value={value} copy={words.copy} copied={words.copied} />
      </div>
    )}
    <Group justify="flex-end" mt="lg">
      <Button onClick={onClose}>{words.done}</Button>
    </Group>
  </>
);
