/** Why this file exists: reads the draft while it is written: clarity, implied skills, interviews, life cycle, advice. */
import { useMemo, type ReactNode } from 'react';
import { useNavigate } from '@tanstack/react-router';
import { readFragment } from '../../gql/index.js';
import { useJobRoleTexts } from '../job-roles.texts.js';
import { LifeCycle } from '../parts/life-cycle.js';
import { OverlayToggles } from '../parts/overlay-toggles.js';
import { joinOverlays } from '../search.js';
import { useBuilderTexts } from './builder.texts.js';
import { ClarityPanel } from './clarity-panel.js';
import type { EditorProps } from './editor.js';
import { ImpliedPanel } from './implied-panel.js';
import { InterviewPanel } from './interview-panel.js';
import { goToPart, REVIEW } from './outline.js';
import { BuilderReview } from './saving.documents.js';
import type { Builder } from './use-builder.js';
import styles from './builder.module.css';

interface ReviewRailProps extends EditorProps {
  readonly builder: Builder;
  readonly overlays: readonly string[];
}

export function ReviewRail({ data, version, framework, kits, builder, overlays }: ReviewRailProps): ReactNode {
  const t = useBuilderTexts();
  const words = useJobRoleTexts();
  const navigate = useNavigate({ from: '/job-roles/$jobRoleId/edit' });
  const review = readFragment(BuilderReview, version);
  const names = useMemo(() => new Map(framework.skills.map((s) => [s.key, s.name])), [framework]);
  const isReading = builder.saving.kind === 'waiting' || builder.saving.kind === 'saving';
  return (
    <aside className={styles.rail} aria-label={t('clarity')}>
      <section>
        <h2 id={REVIEW} tabIndex={-1}>
          {t('clarity')}
        </h2>
        <p className={styles.hint}>{t('clarityLive')}</p>
        <ClarityPanel
          findings={review.clarityReview}
          rules={data.clarityRules}
          draft={builder.draft}
          undo={builder.undo}
          isReading={isReading}
        />
        <h3 className={styles.under}>{t('under')}</h3>
        <p className={styles.hint}>{t('underHint')}</p>
        <OverlayToggles
          overlays={data.overlays}
          on={overlays}
          onChange={(keys) => void navigate({ search: { overlays: joinOverlays(keys) }, replace: true })}
        />
      </section>
      <Advice builder={builder} />
      <ImpliedPanel implied={review.impliedRequirements} undo={builder.undo} />
      <InterviewPanel draft={builder.draft} kits={kits} undo={builder.undo} />
      <section>
        <h2>{words('lifeCycle')}</h2>
        <p className={styles.hint}>{words('lifeCycleHint')}</p>
        <LifeCycle areas={review.lifeCycle} names={names} />
      </section>
    </aside>
  );
}

/** What a job role can be published without, but should not be. */
function Advice({ builder }: { readonly builder: Builder }): ReactNode {
  const t = useBuilderTexts();
  const isEmpty = (lines: readonly string[]): boolean => lines.every((l) => l.trim() === '');
  const { draft } = builder;
  const all = [
    { part: 'part-outcomesIn12Months', text: t('adviceOutcomes'), isOpen: isEmpty(draft.outcomesIn12Months) },
    { part: 'part-owns', text: t('adviceOwns'), isOpen: isEmpty(draft.owns) },
    { part: 'part-doesNotOwn', text: t('adviceDoesNotOwn'), isOpen: isEmpty(draft.doesNotOwn) },
  ].filter((a) => a.isOpen);
  if (all.length === 0) return null;
  return (
    <section>
      <h2>{t('advice')}</h2>
      <ul className={styles.plain}>
        {all.map((a) => (
          <li key={a.part}>
            {a.text}{' '}
            <button type="button" className={styles.textButton} onClick={() => goToPart(a.part)}>
              {t('adviceGo')}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
