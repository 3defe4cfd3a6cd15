/** Why this file exists: what two job roles own, do not own and reach, apart and together. */
import type { ReactNode } from 'react';
import { graphql, readFragment, type FragmentType } from '../../gql/index.js';
import type { ComparedDutyListsFragment } from '../../gql/graphql.js';
import { useJobRoleTexts } from '../job-roles.texts.js';
import { useCompareTexts } from './compare.texts.js';
import styles from './compare.module.css';

export const ComparedDutyLists = graphql(`
  fragment ComparedDutyLists on JobRoleComparison {
    owns {
      onlyLeft
      onlyRight
      shared
    }
    doesNotOwn {
      onlyLeft
      onlyRight
      shared
    }
    outcomesIn12Months {
      onlyLeft
      onlyRight
      shared
    }
  }
`);

interface ComparedDutiesProps {
  readonly left: string;
  readonly right: string;
  readonly of: FragmentType<typeof ComparedDutyLists>;
}

export function ComparedDuties({ left, right, of: ref }: ComparedDutiesProps): ReactNode {
  const t = useCompareTexts();
  const words = useJobRoleTexts();
  const duties = readFragment(ComparedDutyLists, ref);
  return (
    <section className="section" aria-labelledby="duties">
      <h2 id="duties">{t('duties')}</h2>
      <div className={styles.dutyHead} aria-hidden>
        <span />
        <b>{left}</b>
        <b>{right}</b>
      </div>
      <DutyRow title={words('owns')} of={duties.owns} left={left} right={right} />
      <DutyRow title={words('doesNotOwn')} of={duties.doesNotOwn} left={left} right={right} />
      <DutyRow title={words('outcomes')} of={duties.outcomesIn12Months} left={left} right={right} />
    </section>
  );
}

interface DutyRowProps {
  readonly title: string;
  readonly of: ComparedDutyListsFragment['owns'];
  readonly left: string;
  readonly right: string;
}

function DutyRow({ title, of, left, right }: DutyRowProps): ReactNode {
  const t = useCompareTexts();
  return (
    <div className={styles.dutyRow}>
      <h3>{title}</h3>
      <Lines label={`${title}: ${left}`} lines={of.onlyLeft} />
      <Lines label={`${title}: ${right}`} lines={of.onlyRight} />
      {of.shared.length === 0 ? null : (
        <div className={styles.sharedDuties}>
          <span className="muted small-text">{t('bothOwn')}</span>
          <Lines label={`${title}: ${t('bothOwn')}`} lines={of.shared} />
        </div>
      )}
    </div>
  );
}

function Lines({ label, lines }: { readonly label: string; readonly lines: readonly string[] }): ReactNode {
  const t = useCompareTexts();
  if (lines.length === 0) return <p className="muted">{t('nothing')}</p>;
  return (
    <ul aria-label={label}>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}
