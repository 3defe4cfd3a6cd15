/** Why this file exists: the few figures above the skills list, each beside what it counts. */
import type { ReactNode } from 'react';
import { number } from '../app/format.js';
import { Facts } from '../ui/facts.js';
import { countsOf, type SkillsRow } from './skills-model.js';
import { useSkillsTexts } from './skills-texts.js';

export function SkillsFacts({ rows }: { readonly rows: readonly SkillsRow[] }): ReactNode {
  const t = useSkillsTexts();
  const count = (fits: (row: SkillsRow) => boolean): string => number(rows.filter(fits).length);
  const facts = [
    [t('factMet'), t('factMetOf', countsOf(rows))],
    [t('factBelow'), count((r) => r.standing === 'below')],
    [t('factUnknown'), count((r) => r.standing === 'unknown')],
    [t('factWaiting'), count((r) => r.entry.proposedLevel != null)],
    [t('factAged'), count((r) => r.entry.freshness === 'STALE' || r.entry.freshness === 'EXPIRED')],
  ] as const;
  return <Facts of={facts} />;
}
