/** Why this file exists: short messages about what was done or refused, with Undo where going back is cheap. */
import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import type { CommandProblem } from './commands.js';
import { tell } from './core-texts.js';

/** @param undo shown as a button for 8 s */
export function notifyDone(message: string, undo?: () => void): void {
  const id = crypto.randomUUID();
  const back = (): void => {
    notifications.hide(id);
    undo?.();
  };
  notifications.show({
    id,
    color: 'viridian',
    autoClose: undo === undefined ? 4_000 : 8_000,
    withCloseButton: true,
    closeButtonProps: { 'aria-label': tell('close') },
    message: (
      <span style={{ display: 'flex', gap: 12, alignItems: 'center' }}>
        <span style={{ flex: 1 }}>{message}</span>
        {undo === undefined ? null : (
          <Button size="compact-xs" variant="default" onClick={back}>
            {tell('undo')}
          </Button>
        )}
      </span>
    ),
  });
}

/** For a refusal that has no field on the page to stand at. */
export function notifyProblem(problem: CommandProblem): void {
  notifications.show({
    color: 'clay',
    autoClose: 12_000,
    title: problem.kind === 'StaleVersion' ? tell('staleTitle') : undefined,
    message: problem.kind === 'StaleVersion' ? tell('staleBody') : problem.message,
    withCloseButton: true,
    closeButtonProps: { 'aria-label': tell('close') },
    role: 'alert',
  });
}
