/** Why this file exists: the parts of a job role, how full they are, and a way to each of them. */
import type { ReactNode } from 'react';
import { useJobRoleTexts } from '../job-roles.texts.js';
import { useBuilderTexts } from './builder.texts.js';
import type { Draft } from './draft.js';
import styles from './builder.module.css';

/** The heading of the clarity review; after a remedy the user goes on there. */
export const REVIEW = 'part-review';

/** Moves the focus to the heading of a part. */
export function goToPart(id: string): void {
  const heading = document.getElementById(id);
  heading?.scrollIntoView({ block: 'start' });
  heading?.focus({ preventScroll: true });
}

export function Outline({ draft }: { readonly draft: Draft }): ReactNode {
  const t = useBuilderTexts();
  const words = useJobRoleTexts();
  const filled = (lines: readonly string[]): number => lines.filter((l) => l.trim() !== '').length;
  const musts = draft.requirements.filter((r) => r.isMustHave).length;
  const parts = [
    {
      id: 'part-purpose',
      label: t('purpose'),
      note: draft.mission.trim() === '' ? t('partOpen') : t('partDone'),
      isOpen: draft.mission.trim() === '',
    },
    ...(
      [
        ['part-outcomesIn12Months', words('outcomes'), filled(draft.outcomesIn12Months)],
        ['part-owns', words('owns'), filled(draft.owns)],
        ['part-doesNotOwn', words('doesNotOwn'), filled(draft.doesNotOwn)],
      ] as const
    ).map(([id, label, count]) => ({ id, label, note: t('count', { count }), isOpen: count === 0 })),
    {
      id: 'part-requirements',
      label: words('requirements'),
      note: t('skillsCount', { musts, all: draft.requirements.length }),
      isOpen: draft.requirements.length === 0,
    },
    { id: 'part-publish', label: t('publishPart'), note: '', isOpen: false },
    { id: REVIEW, label: t('clarity'), note: '', isOpen: false },
  ];
  return (
    <nav className={styles.outline} aria-label={t('outline')}>
      <ul>
        {parts.map((part) => (
          <li key={part.id}>
            <button type="button" onClick={() => goToPart(part.id)}>
              <span>{part.label}</span>
              <span className="num" data-open={part.isOpen}>
                {part.note}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
}
