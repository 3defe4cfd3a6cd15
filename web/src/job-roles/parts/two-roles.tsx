/** Why this file exists: two job roles and the overlays on both are chosen, for whatever is then said about the pair. */
import type { ComponentProps, ReactNode } from 'react';
import { Button } from '@mantine/core';
import { IconArrowsExchange } from '@tabler/icons-react';
import { useJobRoleTexts } from '../job-roles.texts.js';
import { JobRolePicker } from './job-role-picker.js';
import { OverlayToggles } from './overlay-toggles.js';
import styles from './two-roles.module.css';

type Picker = ComponentProps<typeof JobRolePicker>;
type Side = Pick<Picker, 'label' | 'value' | 'other' | 'onChange'>;

interface TwoRolesProps {
  readonly jobRoles: Picker['jobRoles'];
  readonly sides: readonly [Side, Side];
  readonly onSwap: () => void;
  readonly overlays: ComponentProps<typeof OverlayToggles>;
  /** Between the job roles and the overlays. */
  readonly children?: ReactNode;
}

export function TwoRoles({ jobRoles, sides: [first, second], onSwap, overlays, children }: TwoRolesProps): ReactNode {
  const t = useJobRoleTexts();
  return (
    <div className={styles.choice}>
      <div className={styles.pickers}>
        <JobRolePicker jobRoles={jobRoles} {...first} />
        <Button variant="default" aria-label={t('swap')} title={t('swap')} onClick={onSwap}>
          <IconArrowsExchange size={17} aria-hidden />
        </Button>
        <JobRolePicker jobRoles={jobRoles} {...second} />
      </div>
      {children}
      <div>
        <div className={styles.label}>{t('overlays')}</div>
        <OverlayToggles {...overlays} />
      </div>
    </div>
  );
}
