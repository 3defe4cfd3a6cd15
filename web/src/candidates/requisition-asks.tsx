/** Why this file exists: before a requisition is drafted, its must-haves are shown under the overlays chosen. */
import type { ReactNode } from 'react';
import { Loadable, useRead } from '../app/reads.js';
import { graphql } from '../gql/index.js';
import { Rungs } from '../ui/rungs.js';
import { Block } from '../ui/skeleton.js';
import { useCandidatesTexts } from './candidates.texts.js';
import styles from './requisition-new.module.css';

const AsksQuery = graphql(`
  query CandidatesRequisitionAsks($id: ID!, $overlays: [String!]) {
    jobRoleVersion(id: $id) {
      id
      mission
      effectiveRequirements(overlays: $overlays) {
        skillKey
        level
        baseLevel
        weight
        isMustHave
        skill {
          id
          name
        }
      }
    }
  }
`);

interface RequisitionAsksProps {
  readonly jobRoleVersionId: string;
  readonly overlayKeys: readonly string[];
}

export function RequisitionAsks({ jobRoleVersionId, overlayKeys }: RequisitionAsksProps): ReactNode {
  const t = useCandidatesTexts();
  const pause = jobRoleVersionId === '';
  const read = useRead(AsksQuery, { id: jobRoleVersionId, overlays: [...overlayKeys] }, { pause });
  return (
    <section aria-labelledby="asks" className={styles.asks}>
      <h2 id="asks">{t('asks')}</h2>
      {pause ? (
        <p className="muted">{t('asksEmpty')}</p>
      ) : (
        <Loadable of={read} skeleton={<Block height={320} />}>
          {({ jobRoleVersion }) =>
            jobRoleVersion == null ? null : (
              <MustHaves mission={jobRoleVersion.mission} all={jobRoleVersion.effectiveRequirements} />
            )
          }
        </Loadable>
      )}
    </section>
  );
}

interface Asked {
  readonly skillKey: string;
  readonly level: number;
  readonly baseLevel?: number | null;
  readonly isMustHave: boolean;
  readonly skill?: { readonly name: string } | null;
}

function MustHaves({ mission, all }: { readonly mission: string; readonly all: readonly Asked[] }): ReactNode {
  const t = useCandidatesTexts();
  const must = all.filter((one) => one.isMustHave);
  const change = ({ baseLevel, level }: Asked): string | null => {
    if (baseLevel == null) return t('asksAdded');
    return baseLevel < level ? t('asksRaised', { from: baseLevel }) : null;
  };
  return (
    <>
      <p className="muted">{mission}</p>
      <p className={styles.count} role="status">
        {t('asksLead', { count: all.length, must: must.length })}
      </p>
      <ul className={styles.skills}>
        {must.map((one) => (
          <li key={one.skillKey}>
            <span>{one.skill?.name ?? one.skillKey}</span>
            {change(one) === null ? null : <span className="pill sky">{change(one)}</span>}
            <span className="muted num">{t('asksLevel', { level: one.level })}</span>
            <Rungs level={one.level} />
          </li>
        ))}
      </ul>
    </>
  );
}
