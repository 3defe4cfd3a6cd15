/** Why this file exists: what stands behind a verified level: the pieces of evidence, and the interviews where it was first seen. */
import type { ReactNode } from 'react';
import type { SkillsClaimFragment, SkillsEntryFragment } from '../gql/graphql.js';
import { day } from '../app/format.js';
import type { EvidenceKind } from './claim-model.js';
import { EvidenceFiles } from './file-list.js';
import { useSkillsTexts } from './skills-texts.js';
import styles from './skills.module.css';

interface SkillsEvidenceProps {
  readonly entry: SkillsEntryFragment;
  readonly claims: readonly SkillsClaimFragment[];
  readonly kinds: readonly EvidenceKind[];
  readonly onChanged: () => void;
}

export function SkillsEvidence({ entry, claims, kinds, onChanged }: SkillsEvidenceProps): ReactNode {
  const t = useSkillsTexts();
  const claim = claims.find(({ id }) => id === entry.assessment?.id);
  return (
    <>
      <h3>{t('evidence')}</h3>
      {claim === undefined ? (
        <p className="muted">{t('evidenceNone')}</p>
      ) : (
        <EvidenceList claim={claim} kinds={kinds} onChanged={onChanged} />
      )}
    </>
  );
}

interface EvidenceListProps {
  readonly claim: Pick<SkillsClaimFragment, 'evidence' | 'provenance' | 'state'>;
  readonly kinds: readonly EvidenceKind[];
  readonly onChanged: () => void;
}

/** The pieces of one claim, with the strength of their kinds, and where it was seen when it came from interviews. */
export function EvidenceList({ claim, kinds, onChanged }: EvidenceListProps): ReactNode {
  const t = useSkillsTexts();
  const seen = claim.provenance;
  return (
    <>
      <ul className={styles.plain}>
        {claim.evidence.map((piece) => {
          const kind = kinds.find(({ key }) => key === piece.typeKey);
          return (
            <li key={piece.id} className={styles.piece}>
              <b>{piece.title}</b>
              {piece.link == null ? null : (
                <>
                  {' '}
                  <a href={piece.link} target="_blank" rel="noreferrer">
                    {t('evidenceLink')}
                  </a>
                </>
              )}
              <span className="muted">
                {t('evidenceSource', { source: kind?.name ?? piece.typeKey, day: day(piece.occurredOn) })}
                {kind === undefined
                  ? null
                  : `, ${t('evidenceClass', { name: t(`class${kind.strength}` as 'class1').toLowerCase(), value: kind.strength })}`}
              </span>
              <EvidenceFiles files={piece.files} isReviewed={claim.state !== 'PROPOSED'} onChanged={onChanged} />
            </li>
          );
        })}
      </ul>
      {seen == null ? null : (
        <p className="banner info" style={{ marginTop: 8 }}>
          <span>
            <b>{t('seen')}.</b>{' '}
            {t('seenBy', { count: seen.raterCount, ratings: seen.ratingCount, required: seen.requiredLevel })}
          </span>
        </p>
      )}
    </>
  );
}
