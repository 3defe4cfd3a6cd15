/** Why this file exists: what applicants are held against, skill by skill, and what overlays changed and why. */
import type { ReactNode } from 'react';
import { graphql, readFragment, type FragmentType } from '../gql/index.js';
import { Rungs } from '../ui/rungs.js';
import { useCandidatesTexts } from './candidates.texts.js';

const RequirementsFragment = graphql(`
  fragment CandidatesRequisitionRequirements on Requisition {
    id
    requirements {
      skillKey
      skillName
      level
      weight
      isMustHave
      minEvidenceClass
      reasons {
        overlayKey
        fromLevel
        toLevel
        madeMustHave
        why
      }
    }
  }
`);

interface RequisitionRequirementsProps {
  readonly of: FragmentType<typeof RequirementsFragment>;
  readonly overlays: readonly { readonly key: string; readonly name: string }[];
}

interface Reason {
  readonly overlayKey: string;
  readonly fromLevel?: number | null;
  readonly toLevel: number;
  readonly madeMustHave: boolean;
  readonly why: string;
}

export function RequisitionRequirements({ of, overlays }: RequisitionRequirementsProps): ReactNode {
  const t = useCandidatesTexts();
  const { requirements } = readFragment(RequirementsFragment, of);
  const say = (one: Reason): string => {
    const overlay = overlays.find(({ key }) => key === one.overlayKey)?.name ?? one.overlayKey;
    const { fromLevel: from, toLevel: to, why } = one;
    if (from == null) return t('reasonAdded', { overlay, to, why });
    return from < to ? t('reasonRaised', { overlay, from, to, why }) : t('reasonMust', { overlay, why });
  };
  const sorted = [...requirements].sort((a, b) => Number(b.isMustHave) - Number(a.isMustHave) || b.weight - a.weight);
  return (
    <div className="table-scroll" role="region" aria-label={t('asksTable')} tabIndex={0}>
      <table className="table" style={{ minWidth: 720 }}>
        <thead>
          <tr>
            <th scope="col">{t('colSkill')}</th>
            <th scope="col">{t('colLevel')}</th>
            <th scope="col" className="right">
              {t('colWeight')}
            </th>
            <th scope="col" className="right">
              {t('colEvidence')}
            </th>
            <th scope="col">{t('colWhy')}</th>
          </tr>
        </thead>
        <tbody>
          {sorted.map((one) => (
            <tr key={one.skillKey}>
              <th scope="row">
                {one.skillName} {one.isMustHave ? <span className="pill gap">{t('mustHave')}</span> : null}
              </th>
              <td style={{ whiteSpace: 'nowrap' }}>
                <Rungs level={one.level} /> <span className="num">{one.level}</span>
              </td>
              <td className="right">{one.weight}</td>
              <td className="right">{one.minEvidenceClass}</td>
              <td className="small-text muted" style={{ maxWidth: 380 }}>
                {one.reasons.map((reason) => (
                  <div key={`${reason.overlayKey}${reason.toLevel}`}>{say(reason)}</div>
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
