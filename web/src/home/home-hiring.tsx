/** Why this file exists: the hiring manager's open requisitions with stage counts and days open. */
import type { ComponentProps, ReactNode } from 'react';
import { Button } from '@mantine/core';
import { RequisitionTable } from '../candidates/requisition-table.js';
import { EmptyState } from '../ui/empty-state.js';
import { Go } from '../ui/go.js';
import { useHomeTexts } from './home.texts.js';

interface HomeHiringProps {
  readonly requisitions: ComponentProps<typeof RequisitionTable>['rows'];
}

export function HomeHiring({ requisitions }: HomeHiringProps): ReactNode {
  const t = useHomeTexts();
  return (
    <section className="section" aria-labelledby="home-requisitions">
      <div className="section-head">
        <h2 id="home-requisitions">{t('requisitions')}</h2>
        <Go to="/requisitions">{t('allRequisitions')}</Go>
      </div>
      {requisitions.length === 0 ? (
        <EmptyState
          small
          title={t('requisitionsNoneTitle')}
          action={
            <Button component={Go} to="/requisitions/new">
              {t('fromJobRole')}
            </Button>
          }
        >
          {t('requisitionsNone')}
        </EmptyState>
      ) : (
        <RequisitionTable rows={requisitions} />
      )}
    </section>
  );
}
