/** Why this file exists: skills that the draft needs without naming them, added in one click. */
import type { ReactNode } from 'react';
import { Button } from '@mantine/core';
import { notifyDone } from '../../app/notify.js';
import type { BuilderReviewFragment } from '../../gql/graphql.js';
import { useJobRoleTexts } from '../job-roles.texts.js';
import { useBuilderTexts } from './builder.texts.js';
import { askFor } from './draft.js';
import { goToPart, REVIEW } from './outline.js';
import { useScope } from './scope.js';
import styles from './builder.module.css';

type Implied = BuilderReviewFragment['impliedRequirements'][number];

interface ImpliedPanelProps {
  readonly implied: readonly Implied[];
  readonly undo: () => void;
}

export function ImpliedPanel({ implied, undo }: ImpliedPanelProps): ReactNode {
  const t = useBuilderTexts();
  const words = useJobRoleTexts();
  const { change, stagesFor } = useScope();
  if (implied.length === 0) return null;
  const add = (some: readonly Implied[]): void => {
    change((d) =>
      some.reduce((now, i) => askFor(now, { skillKey: i.skillKey, level: i.level, stages: stagesFor(i.skillKey) }), d),
    );
    goToPart(REVIEW);
    notifyDone(t('addedImplied', { count: some.length }), undo);
  };
  return (
    <section>
      <h2>{t('implied')}</h2>
      <p className={styles.hint}>{t('impliedHint')}</p>
      <ul className={styles.plain}>
        {implied.map((i) => {
          const skill = i.skill?.name ?? i.skillKey;
          return (
            <li key={i.skillKey} className={styles.spread}>
              <span>
                {skill} <span className="muted num">{words('level', { level: i.level }).toLowerCase()}</span>
              </span>
              <button
                type="button"
                className={styles.textButton}
                aria-label={t('addOneLabel', { skill, level: i.level })}
                onClick={() => add([i])}
              >
                {t('addOne')}
              </button>
            </li>
          );
        })}
      </ul>
      <Button variant="default" size="xs" mt={10} onClick={() => add(implied)}>
        {t('addAll', { count: implied.length })}
      </Button>
    </section>
  );
}
