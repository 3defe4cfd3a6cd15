/** Why this file exists: what a skill points to outside, with where each text holds. */
import type { ReactNode } from 'react';
import { readFragment, type FragmentType } from '../gql/index.js';
import styles from './frameworks.module.css';
import { useFrameworksTexts } from './frameworks.texts.js';
import { JurisdictionSelect, ReferenceRow } from './library-references.js';

interface SkillReferencesProps {
  readonly codes: readonly string[];
  readonly known: readonly FragmentType<typeof ReferenceRow>[];
  readonly jurisdiction: string | undefined;
  readonly onJurisdiction: (jurisdiction: string | undefined) => void;
}

export function SkillReferences({ codes, known, jurisdiction, onJurisdiction }: SkillReferencesProps): ReactNode {
  const t = useFrameworksTexts();
  const explained = new Map(readFragment(ReferenceRow, known).map((r) => [r.code, r]));
  const all = codes.map((code) => ({ code, reference: explained.get(code) }));
  const shown = all.filter(
    (r) => jurisdiction === undefined || r.reference?.jurisdictions.includes(jurisdiction) === true,
  );
  const places = all.flatMap((r) => (r.reference === undefined ? [] : [r.reference]));
  return (
    <section className="section" aria-labelledby="skill-references">
      <div className="section-head">
        <h2 id="skill-references">{t('skillReferences')}</h2>
        {places.some((r) => r.jurisdictions.length > 0) ? (
          <JurisdictionSelect known={places} value={jurisdiction} onChange={onJurisdiction} />
        ) : null}
      </div>
      {shown.length === 0 ? (
        <p className="muted">{t(codes.length === 0 ? 'noSkillReferences' : 'noneThere')}</p>
      ) : (
        <ul className={styles.plain}>
          {shown.map(({ code, reference }) => (
            <li key={code}>
              {reference === undefined ? (
                code
              ) : (
                <>
                  {reference.name}
                  <span className="muted small-text" style={{ display: 'block' }}>
                    {[
                      code,
                      t(`kind_${reference.kind}`),
                      reference.jurisdictions.map((p) => (p === 'international' ? t('international') : p)).join(', '),
                      reference.status ?? '',
                    ]
                      .filter((part) => part !== '')
                      .join(' · ')}
                  </span>
                </>
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
