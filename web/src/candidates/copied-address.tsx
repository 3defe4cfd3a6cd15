/** Why this file exists: an address to be copied, readable and selectable where the clipboard is out of reach. */
import type { ReactNode } from 'react';
import { Button, CopyButton, Group, TextInput } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useLinkTexts } from './public-links.texts.js';

export function CopiedAddress({ path }: { readonly path: string }): ReactNode {
  const t = useLinkTexts();
  const address = `${location.origin}${path}`;
  return (
    <Group align="end" gap="xs" wrap="nowrap">
      <TextInput
        label={t('address')}
        value={address}
        readOnly
        onFocus={(event) => event.currentTarget.select()}
        style={{ flex: 1, minWidth: 0 }}
      />
      <CopyButton value={address} timeout={3_000}>
        {({ copied, copy }) => (
          <Button
            variant="default"
            onClick={copy}
            leftSection={copied ? <IconCheck size={15} aria-hidden /> : <IconCopy size={15} aria-hidden />}
          >
            <span aria-live="polite">{copied ? t('copied') : t('copy')}</span>
          </Button>
        )}
      </CopyButton>
    </Group>
  );
}
