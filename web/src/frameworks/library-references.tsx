/** Why this file exists: what the skills point to outside, narrowed by where it holds, what kind of text it is, and a word. */
import type { ReactNode } from 'react';
import { Button, Select } from '@mantine/core';
import { day } from '../app/format.js';
import { graphql, readFragment, type FragmentType } from '../gql/index.js';
import type { LibraryReferenceRowFragment } from '../gql/graphql.js';
import { EmptyState } from '../ui/empty-state.js';
import { FindField } from '../ui/find-field.js';
import { Go } from '../ui/go.js';
import styles from './frameworks.module.css';
import type { LibrarySearch } from './frameworks.routes.js';
import { useFrameworksTexts } from './frameworks.texts.js';

export const ReferenceRow = graphql(`
  fragment LibraryReferenceRow on LibraryReference {
    code
    name
    kind
    jurisdictions
    status
    summary
    whyItMatters
  }
`);

const KINDS = ['STANDARD', 'REGULATION', 'GUIDANCE', 'FRAMEWORK', 'PAPER', 'TAXONOMY'] as const;

interface CitingSkill {
  readonly key: string;
  readonly name: string;
  readonly references?: readonly string[];
}
type Filter = Pick<LibrarySearch, 'text' | 'kind' | 'jurisdiction'>;

interface LibraryReferencesProps {
  readonly asOf: string | null;
  readonly references: readonly FragmentType<typeof ReferenceRow>[];
  readonly skills: readonly CitingSkill[];
  readonly filter: Filter;
  readonly onFilter: (next: Filter) => void;
}

function fits(r: LibraryReferenceRowFragment, { text, kind, jurisdiction }: Filter): boolean {
  const wanted = (text ?? '').trim().toLocaleLowerCase();
  return (
    (kind === undefined || r.kind === kind) &&
    (jurisdiction === undefined || r.jurisdictions.includes(jurisdiction)) &&
    (wanted === '' || `${r.code} ${r.name} ${r.summary ?? ''}`.toLocaleLowerCase().includes(wanted))
  );
}

export function LibraryReferences(props: LibraryReferencesProps): ReactNode {
  const { asOf, references: masked, skills, filter, onFilter } = props;
  const t = useFrameworksTexts();
  const references = readFragment(ReferenceRow, masked);
  const found = references.filter((r) => fits(r, filter));
  const clear = { text: undefined, kind: undefined, jurisdiction: undefined };
  return (
    <>
      {asOf === null ? null : <p className="muted">{t('referencesLead', { day: day(asOf) })}</p>}
      <div className={styles.filters}>
        <FindField
          label={t('findReference')}
          value={filter.text ?? ''}
          onChange={(text) => onFilter({ text: text === '' ? undefined : text })}
        />
        <JurisdictionSelect
          known={references}
          value={filter.jurisdiction}
          onChange={(jurisdiction) => onFilter({ jurisdiction })}
        />
        <Select
          comboboxProps={{ withinPortal: false }}
          aria-label={t('kind')}
          placeholder={t('allKinds')}
          clearable
          clearButtonProps={{ 'aria-label': t('clear') }}
          data={KINDS.map((k) => ({ value: k, label: t(`kind_${k}`) }))}
          value={filter.kind ?? null}
          onChange={(kind) => onFilter({ kind: kind ?? undefined })}
          style={{ width: 170 }}
        />
        <span className="muted num" role="status">
          {t('referencesCount', { count: found.length })}
        </span>
      </div>
      {found.length === 0 ? (
        <EmptyState
          small
          title={t('noReferencesTitle')}
          action={
            <Button variant="default" onClick={() => onFilter(clear)}>
              {t('clear')}
            </Button>
          }
        >
          {t('noReferencesBody')}
        </EmptyState>
      ) : (
        <ul className={styles.references}>
          {found.map((r) => (
            <li key={r.code}>
              <Reference reference={r} skills={skills.filter((s) => s.references?.includes(r.code))} />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

interface JurisdictionSelectProps {
  readonly known: readonly Pick<LibraryReferenceRowFragment, 'jurisdictions'>[];
  readonly value: string | undefined;
  readonly onChange: (jurisdiction: string | undefined) => void;
}

export function JurisdictionSelect({ known, value, onChange }: JurisdictionSelectProps): ReactNode {
  const t = useFrameworksTexts();
  const places = [...new Set(known.flatMap((r) => r.jurisdictions))].sort();
  return (
    <Select
      comboboxProps={{ withinPortal: false }}
      aria-label={t('jurisdiction')}
      placeholder={t('allJurisdictions')}
      clearable
      clearButtonProps={{ 'aria-label': `${t('clear')}: ${t('jurisdiction')}` }}
      data={places.map((p) => ({ value: p, label: p === 'international' ? t('international') : p }))}
      value={value ?? null}
      onChange={(place) => onChange(place ?? undefined)}
      style={{ width: 170 }}
    />
  );
}

interface ReferenceProps {
  readonly reference: LibraryReferenceRowFragment;
  readonly skills: readonly CitingSkill[];
}

export function Reference({ reference: r, skills }: ReferenceProps): ReactNode {
  const t = useFrameworksTexts();
  return (
    <article className={styles.reference}>
      <div className={styles.referenceHead}>
        <h2>{r.name}</h2>
        <span className="pill">{t(`kind_${r.kind}`)}</span>
        {r.jurisdictions.map((place) => (
          <span key={place} className="pill sky">
            {place === 'international' ? t('international') : place}
          </span>
        ))}
      </div>
      <p className="muted small-text">{[r.code, r.status].filter((part) => part != null).join(' · ')}</p>
      {r.summary == null ? null : <p>{r.summary}</p>}
      {r.whyItMatters == null ? null : <p className="muted">{t('whyItMatters', { text: r.whyItMatters })}</p>}
      {skills.length === 0 ? null : (
        <p className="small-text">
          <span className="muted">{t('citedBy')}: </span>
          {skills.map((s, i) => (
            <span key={s.key}>
              {i === 0 ? null : ', '}
              <Go to={`/library/skills/${s.key}`}>{s.name}</Go>
            </span>
          ))}
        </p>
      )}
    </article>
  );
}
