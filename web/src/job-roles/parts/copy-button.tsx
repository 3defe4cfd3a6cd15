/** Why this file exists: takes a text out of the product. */
import type { ReactNode } from 'react';
import { Button } from '@mantine/core';
import { IconCopy } from '@tabler/icons-react';
import { notifyDone } from '../../app/notify.js';
import { useJobRoleTexts } from '../job-roles.texts.js';

export function CopyButton({ text, label }: { readonly text: string; readonly label: string }): ReactNode {
  const t = useJobRoleTexts();
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(text);
      notifyDone(t('copied'));
    } catch {
      notifyDone(t('copyFailed'));
    }
  };
  return (
    <Button variant="default" size="xs" leftSection={<IconCopy size={14} aria-hidden />} onClick={() => void copy()}>
      {label}
    </Button>
  );
}
