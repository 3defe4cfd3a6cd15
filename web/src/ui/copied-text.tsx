/** Why this file exists: a text to be copied, readable and selectable where the clipboard is out of reach. */
import type { ReactNode } from 'react';
import { Button, CopyButton, Group, TextInput } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';

interface CopiedTextProps {
  readonly label: string;
  readonly value: string;
  /** What the button says before and after. */
  readonly copy: string;
  readonly copied: string;
}

export const CopiedText = ({ label, value, copy: verb, copied: done }: CopiedTextProps): ReactNode => (
  <Group align="end" gap="xs" wrap="nowrap">
    <TextInput
      label={label}
      value={value}
      readOnly
      onFocus={(event) => event.currentTarget.select()}
      style={{ flex: 1, minWidth: 0 }}
    />
    <CopyButton value={value} timeout={3_000}>
      {({ copied, copy }) => (
        <Button
          variant="default"
          onClick={copy}
          leftSection={copied ? <IconCheck size={15} aria-hidden /> : <IconCopy size={15} aria-hidden />}
        >
          <span aria-live="polite">{copied ? done : verb}</span>
        </Button>
      )}
    </CopyButton>
  </Group>
);
