/** Why this file exists: what was handed in, what each piece can carry, and the limits that bear on the decision. */
import type { ReactNode } from 'react';
import { IconExternalLink } from '@tabler/icons-react';
import { today } from '../app/format.js';
import { EvidenceFiles } from './file-list.js';
import type { Claim } from './review-page.js';
import { limitWords, pieceWords, type EvidenceType } from './review-words.js';
import { useReviewTexts } from './review.texts.js';
import styles from './review.module.css';

interface ReviewEvidenceProps {
  readonly claim: Claim;
  readonly types: readonly EvidenceType[];
}

export function ReviewEvidence({ claim, types }: ReviewEvidenceProps): ReactNode {
  const t = useReviewTexts();
  const limits = limitWords(claim.evidence, types, claim.proposedLevel ?? 0);
  return (
    <div className={styles.columns}>
      <section>
        <h2>{t('evidence')}</h2>
        {claim.evidence.length === 0 ? <p className="muted">{t('noEvidence')}</p> : null}
        <ul className={styles.pieces}>
          {claim.evidence.map((piece) => (
            <li key={piece.id}>
              {piece.link == null ? (
                <b>{piece.title}</b>
              ) : (
                <a href={piece.link} target="_blank" rel="noreferrer">
                  {piece.title} <IconExternalLink size={13} aria-hidden />
                </a>
              )}
              {pieceWords(
                piece,
                types.find(({ key }) => key === piece.typeKey),
                today(),
              ).map((words) => (
                <span key={words} className="muted small-text">
                  {words}
                </span>
              ))}
              <EvidenceFiles files={piece.files} isReviewed={claim.state !== 'PROPOSED'} />
            </li>
          ))}
        </ul>
      </section>
      <section>
        <h2>{t('limits')}</h2>
        <ul className={styles.limits}>
          {limits.map((words) => (
            <li key={words}>{words}</li>
          ))}
        </ul>
      </section>
    </div>
  );
}
