/** Why this file exists: after the comparison comes one decision for each application, below the table that it rests on. */
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { Segmented } from '../ui/segmented.js';
import { useCompareTexts } from './compare-texts.js';
import { idOf, nameOf, type Compared } from './compare-types.js';
import styles from './compare.module.css';
import { DecisionParts } from './decision-panel.js';
import type { DecisionRef, OverlayName } from './decision-types.js';

interface CompareDecideProps {
  readonly candidates: readonly Compared[];
  readonly applications: readonly (DecisionRef & { readonly id: string })[];
  readonly overlays: readonly OverlayName[];
  readonly chosen: string | null;
  readonly onChoose: (applicationId: string) => void;
  readonly again: () => void;
}

export function CompareDecide(props: CompareDecideProps): ReactNode {
  const { candidates, applications, overlays, chosen, onChoose, again } = props;
  const t = useCompareTexts();
  const steps = useRef<HTMLDivElement>(null);
  const [asked, setAsked] = useState<string | null>(null);
  useEffect(() => {
    if (asked === null || asked !== chosen) return;
    document.getElementById('decide')?.scrollIntoView({ block: 'start' });
    steps.current?.focus({ preventScroll: true });
  }, [asked, chosen]);
  const application = applications.find((one) => one.id === chosen);
  const compared = candidates.find((one) => idOf(one) === chosen);
  const name = compared === undefined ? '' : nameOf(compared);
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
          onChange={(id) => {
            setAsked(id);
            onChoose(id);
          }}
          options={candidates.map((one) => ({ value: idOf(one), label: nameOf(one) }))}
        />
      </div>
      {application === undefined ? (
        <p className="muted noprint">{t('decideChoose')}</p>
      ) : (
        <div ref={steps} tabIndex={-1} className={styles.steps} role="group" aria-label={t('stepsOf', { name })}>
          <DecisionParts key={application.id} of={application} overlays={overlays} again={again} />
        </div>
      )}
    </section>
  );
}
