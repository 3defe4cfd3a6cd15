/** Why this file exists: on a narrow screen the navigation opens as a drawer; its code is not part of the first load. */
import type { ReactNode } from 'react';
import { Drawer } from '@mantine/core';
import { useCoreTexts } from './core-texts.js';

export function MenuDrawer({
  onClose,
  children,
}: {
  readonly onClose: () => void;
  readonly children: ReactNode;
}): ReactNode {
  const t = useCoreTexts();
  return (
    <Drawer opened onClose={onClose} title={t('product')} size={280} padding="sm">
      {children}
    </Drawer>
  );
}
