/** Why this file exists: after the comparison comes one decision for each application, below the table that it rests on. */
import type { ReactNode } from 'react';
import { Segmented } from '../ui/segmented.js';
import { useCompareTexts } from './compare-texts.js';
import { idOf, nameOf, type Compared } from './compare-types.js';
import { DecisionParts } from './decision-panel.js';
import type { DecisionRef } from './decision-types.js';

interface CompareDecideProps {
  readonly candidates: readonly Compared[];
  readonly applications: readonly (DecisionRef & { readonly id: string })[];
  readonly chosen: string | null;
  readonly onChoose: (applicationId: string) => void;
  readonly again: () => void;
}

export function CompareDecide({ candidates, applications, chosen, onChoose, again }: CompareDecideProps): ReactNode {
  const t = useCompareTexts();
  const application = applications.find((one) => one.id === chosen);
  return (
    <section className="section" aria-labelledby="decide">
      <div className="section-head noprint">
        <h2 id="decide" tabIndex={-1}>
          {t('decideTitle')}
        </h2>
        <span className="muted">{t('decideLead')}</span>
      </div>
      <div className="noprint" style={{ marginBottom: 18, maxWidth: '100%', overflowX: 'auto' }}>
        <Segmented
          label={t('decideFor')}
          value={chosen ?? ''}
          onChange={onChoose}
          options={candidates.map((one) => ({ value: idOf(one), label: nameOf(one) }))}
        />
      </div>
      {application === undefined ? (
        <p className="muted noprint">{t('decideChoose')}</p>
      ) : (
        <DecisionParts key={application.id} of={application} again={again} />
      )}
    </section>
  );
}
