/** Why this file exists: a step that cannot be taken back is named before it is taken. */
import type { ReactNode } from 'react';
import { Button, Group, Modal } from '@mantine/core';
import { useCoreTexts } from '../app/core-texts.js';

interface ConfirmProps {
  readonly opened: boolean;
  readonly title: string;
  /** What will happen and whether it can be undone; may hold fields like a reason. */
  readonly children: ReactNode;
  /** The verb, like "Publish". */
  readonly action: string;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
  readonly running?: boolean;
  readonly disabled?: boolean;
  readonly danger?: boolean;
  /** Enter confirms: the focus goes to the action, not to the first thing in the window. */
  readonly focusAction?: boolean;
  /** Shown beside the verb, like the keys that do the same. */
  readonly hint?: ReactNode;
}

export function Confirm({
  opened,
  title,
  children,
  action,
  onConfirm,
  onClose,
  running,
  disabled,
  danger,
  focusAction,
  hint,
}: ConfirmProps): ReactNode {
  const t = useCoreTexts();
  return (
    <Modal opened={opened} onClose={onClose} title={title}>
      <div style={{ display: 'grid', gap: 12 }}>{children}</div>
      <Group justify="flex-end" mt="lg">
        <Button variant="default" onClick={onClose}>
          {t('cancel')}
        </Button>
        <Button
          color={danger === true ? 'clay' : undefined}
          loading={running ?? false}
          disabled={disabled ?? false}
          onClick={onConfirm}
          data-autofocus={focusAction === true ? true : undefined}
          onKeyDown={(event) => {
            if (event.repeat) event.preventDefault(); // a key still held from opening the window confirms nothing
          }}
          rightSection={hint}
        >
          {action}
        </Button>
      </Group>
    </Modal>
  );
}
