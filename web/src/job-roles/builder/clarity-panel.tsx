/** Why this file exists: what the clarity review finds in the draft, each finding with the ways out that one click can take. */
import type { ReactNode } from 'react';
import { Button } from '@mantine/core';
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { list } from '../../app/format.js';
import { notifyDone } from '../../app/notify.js';
import { useJobRoleTexts } from '../job-roles.texts.js';
import { useBuilderTexts } from './builder.texts.js';
import type { Draft } from './draft.js';
import { goToPart, REVIEW } from './outline.js';
import { remediesFor, type Finding, type Remedy } from './remedies.js';
import { useScope } from './scope.js';
import styles from './builder.module.css';

interface ClarityRule {
  readonly key: string;
  readonly when: string;
  readonly readsPlans: boolean;
}
interface ClarityPanelProps {
  readonly findings: readonly Finding[];
  readonly rules: readonly ClarityRule[];
  readonly draft: Draft;
  readonly undo: () => void;
  /** True while the draft is newer than the review. */
  readonly isReading: boolean;
}

export function ClarityPanel({ findings, rules, draft, undo, isReading }: ClarityPanelProps): ReactNode {
  const t = useBuilderTexts();
  const words = useJobRoleTexts();
  const found = new Set(findings.map((f) => f.rule));
  const kept = rules.filter((r) => !found.has(r.key));
  return (
    <div aria-busy={isReading}>
      <div role="status" className={styles.summary}>
        {isReading ? (
          <span className="pill">{t('checking')}</span>
        ) : findings.length === 0 ? (
          <span className="pill ok">{t('clearAll')}</span>
        ) : (
          <span className="pill gap">{words('findingCount', { count: findings.length })}</span>
        )}
      </div>
      {findings.map((f) => (
        <FindingCard key={f.rule} finding={f} draft={draft} undo={undo} />
      ))}
      <details className={styles.rules}>
        <summary>{t('rulesClear', { count: kept.length })}</summary>
        <ul>
          {kept.map((r) => (
            <li key={r.key}>
              <IconCheck size={14} aria-hidden />
              <span>
                {`${r.when}.`}
                {r.readsPlans ? <span className="muted">{` ${t('readsPlans')}`}</span> : null}
              </span>
            </li>
          ))}
        </ul>
      </details>
    </div>
  );
}

interface FindingCardProps {
  readonly finding: Finding;
  readonly draft: Draft;
  readonly undo: () => void;
}

function FindingCard({ finding, draft, undo }: FindingCardProps): ReactNode {
  const t = useBuilderTexts();
  const scope = useScope();
  const names = (keys: readonly string[]): string => list(keys.map((k) => scope.skills.get(k)?.name ?? k));
  const remedies = remediesFor(finding, draft, scope);
  const apply = (remedy: Remedy): void => {
    scope.change(remedy.apply);
    goToPart(REVIEW);
    notifyDone(t('remedied', { what: remedyLabel(remedy, t) }), undo);
  };
  return (
    <section className={styles.finding} aria-label={finding.message}>
      <h3>
        <IconAlertTriangle size={16} aria-hidden />
        {finding.message}
      </h3>
      <p>{finding.suggestion}</p>
      {finding.skillKeys.length === 0 || finding.split != null ? null : (
        <p className="muted small-text">{t('skillsInvolved', { skills: names(finding.skillKeys) })}</p>
      )}
      <Split finding={finding} draft={draft} names={names} />
      {remedies.length === 0 ? <p className="muted small-text">{t('forPeople')}</p> : null}
      <div className={styles.remedies}>
        {remedies.map((remedy, i) => (
          <Button key={i} size="xs" variant={i === 0 ? 'filled' : 'default'} onClick={() => apply(remedy)}>
            {remedyLabel(remedy, t)}
          </Button>
        ))}
      </div>
    </section>
  );
}

const remedyLabel = ({ kind, values }: Remedy, t: ReturnType<typeof useBuilderTexts>): string => t(kind, values);

interface SplitProps {
  readonly finding: Finding;
  readonly draft: Draft;
  readonly names: (keys: readonly string[]) => string;
}

/** How a research job role with production duties comes apart into two. */
function Split({ finding, draft, names }: SplitProps): ReactNode {
  const t = useBuilderTexts();
  const { versionId } = useScope();
  if (finding.split == null) return null;
  const { movesSkillKeys: moves, movesTo } = finding.split;
  const target = movesTo?.jobRoleVersionId ?? undefined;
  return (
    <div className={styles.split}>
      <h4>{t('split')}</h4>
      <p>
        {movesTo == null
          ? t('splitMovesOpen', { skills: names(moves) })
          : t('splitMoves', { title: movesTo.title, skills: names(moves) })}
      </p>
      <p className="muted">
        {t('splitStays', {
          title: draft.title,
          skills: t('rest', { count: draft.requirements.filter((r) => !moves.includes(r.skillKey)).length }),
        })}
      </p>
      {target === undefined || movesTo == null ? null : (
        <div className={styles.links}>
          <Link to="/job-roles/new" search={{ from: target }}>
            {t('openProduction')}
          </Link>
          <Link to="/job-roles/compare" search={{ left: versionId, right: target }}>
            {t('compareWith', { title: movesTo.title })}
          </Link>
        </div>
      )}
    </div>
  );
}
