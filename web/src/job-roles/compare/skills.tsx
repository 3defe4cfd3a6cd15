/** Why this file exists: skills of two job roles on one line each: shared with both levels, or asked on one side alone. */
import type { ReactNode } from 'react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { graphql, readFragment, type FragmentType } from '../../gql/index.js';
import type { ComparedSideFragment, ComparedSkillListsFragment } from '../../gql/graphql.js';
import { Go } from '../../ui/go.js';
import { Segmented } from '../../ui/segmented.js';
import { useJobRoleTexts } from '../job-roles.texts.js';
import { useCompareTexts } from './compare.texts.js';
import styles from './compare.module.css';

export const ComparedSide = graphql(`
  fragment ComparedSide on JobRoleVersion {
    id
    title
    jobRole {
      id
      key
    }
    effectiveRequirements(overlays: $overlays) {
      skillKey
      skill {
        id
        name
        category {
          key
          name
          order
        }
      }
    }
  }
`);
export const ComparedSkillLists = graphql(`
  fragment ComparedSkillLists on JobRoleComparison {
    shared {
      skillKey
      leftLevel
      rightLevel
      difference
      isLeftMustHave
      isRightMustHave
    }
    onlyLeft {
      skillKey
      level
      isMustHave
    }
    onlyRight {
      skillKey
      level
      isMustHave
    }
  }
`);

interface Line {
  readonly skillKey: string;
  readonly left: number | null;
  readonly right: number | null;
  readonly leftMust: boolean;
  readonly rightMust: boolean;
}

function linesOf(lists: ComparedSkillListsFragment): readonly Line[] {
  const shared = lists.shared.map((s) => ({
    skillKey: s.skillKey,
    left: s.leftLevel,
    right: s.rightLevel,
    leftMust: s.isLeftMustHave,
    rightMust: s.isRightMustHave,
  }));
  const left = lists.onlyLeft.map((s) => ({
    skillKey: s.skillKey,
    left: s.level,
    right: null,
    leftMust: s.isMustHave,
    rightMust: false,
  }));
  const right = lists.onlyRight.map((s) => ({
    skillKey: s.skillKey,
    left: null,
    right: s.level,
    leftMust: false,
    rightMust: s.isMustHave,
  }));
  return [...shared, ...left, ...right];
}

interface ComparedSkillsProps {
  readonly left: FragmentType<typeof ComparedSide>;
  readonly right: FragmentType<typeof ComparedSide>;
  readonly of: FragmentType<typeof ComparedSkillLists>;
}

export function ComparedSkills({ left: leftRef, right: rightRef, of: ref }: ComparedSkillsProps): ReactNode {
  const t = useCompareTexts();
  const [left, right] = [readFragment(ComparedSide, leftRef), readFragment(ComparedSide, rightRef)];
  const lists = readFragment(ComparedSkillLists, ref);
  const { show = 'all' } = useSearch({ from: '/job-roles/compare' });
  const navigate = useNavigate({ from: '/job-roles/compare' });
  const lines = linesOf(lists).filter(
    (l) =>
      show === 'all' ||
      (show === 'shared' && l.left !== null && l.right !== null) ||
      (show === 'left' && l.right === null) ||
      (show === 'right' && l.left === null),
  );
  return (
    <section className="section">
      <div className="section-head">
        <h2>{t('skills')}</h2>
        <span className="muted small-text">{t('legend')}</span>
        <Segmented
          label={t('show')}
          value={show}
          onChange={(next) =>
            void navigate({
              search: (now) => ({ ...now, show: next === 'all' ? undefined : next }),
              replace: true,
              resetScroll: false,
            })
          }
          options={[
            { value: 'all', label: t('all') },
            { value: 'shared', label: t('sharedCount', { count: lists.shared.length }) },
            {
              value: 'left',
              label: t('leftCount', { name: left.jobRole?.key ?? left.title, count: lists.onlyLeft.length }),
            },
            {
              value: 'right',
              label: t('rightCount', { name: right.jobRole?.key ?? right.title, count: lists.onlyRight.length }),
            },
          ]}
        />
      </div>
      {lines.length === 0 ? (
        <p className="muted">{t('none')}</p>
      ) : (
        <SkillTable lines={lines} left={left} right={right} />
      )}
    </section>
  );
}

interface SkillTableProps {
  readonly lines: readonly Line[];
  readonly left: ComparedSideFragment;
  readonly right: ComparedSideFragment;
}

function SkillTable({ lines, left, right }: SkillTableProps): ReactNode {
  const t = useCompareTexts();
  const words = useJobRoleTexts();
  const skills = new Map(
    [...left.effectiveRequirements, ...right.effectiveRequirements].map((r) => [r.skillKey, r.skill]),
  );
  const groups = new Map<string, Line[]>();
  const orderOf = (key: string): number => skills.get(key)?.category.order ?? Number.MAX_SAFE_INTEGER;
  for (const line of lines.toSorted((a, b) => orderOf(a.skillKey) - orderOf(b.skillKey))) {
    const name = skills.get(line.skillKey)?.category.name ?? line.skillKey;
    groups.set(name, [...(groups.get(name) ?? []), line]);
  }
  return (
    <div className="table-scroll" tabIndex={0} role="region" aria-label={t('skills')}>
      <table className={`table ${styles.skills}`}>
        <thead>
          <tr>
            <th scope="col">{words('skillTitle')}</th>
            <th scope="col">{left.title}</th>
            <th scope="col">{t('trackColumn')}</th>
            <th scope="col">{right.title}</th>
            <th scope="col">{t('difference')}</th>
          </tr>
        </thead>
        {[...groups].map(([name, rows]) => (
          <tbody key={name}>
            <tr>
              <th scope="rowgroup" colSpan={5} className={styles.category}>
                {name}
              </th>
            </tr>
            {rows.map((line) => (
              <SkillLine key={line.skillKey} line={line} name={skills.get(line.skillKey)?.name ?? line.skillKey} />
            ))}
          </tbody>
        ))}
      </table>
    </div>
  );
}

function SkillLine({ line, name }: { readonly line: Line; readonly name: string }): ReactNode {
  const t = useCompareTexts();
  const words = useJobRoleTexts();
  const say = (level: number | null): string => (level === null ? t('notAsked') : words('level', { level }));
  const difference = (line.right ?? 0) - (line.left ?? 0);
  return (
    <tr>
      <th scope="row">
        <Go to={`/library/skills/${line.skillKey}`}>{name}</Go>
      </th>
      <LevelCell level={line.left} must={line.leftMust} />
      <td>
        <TwinTrack
          left={line.left}
          right={line.right}
          label={t('sentence', { skill: name, left: say(line.left), right: say(line.right) })}
        />
      </td>
      <LevelCell level={line.right} must={line.rightMust} />
      <td className="num">
        {difference === 0 ? (
          <span className="muted">{t('same0')}</span>
        ) : (
          t(difference > 0 ? 'more' : 'less', { count: Math.abs(difference) })
        )}
      </td>
    </tr>
  );
}

function LevelCell({ level, must }: { readonly level: number | null; readonly must: boolean }): ReactNode {
  const t = useCompareTexts();
  if (level === null) return <td className="muted">{t('notAsked')}</td>;
  return (
    <td className="num">
      {level} {must ? <span className="muted small-text">{t('must')}</span> : null}
    </td>
  );
}

interface TwinTrackProps {
  readonly left: number | null;
  readonly right: number | null;
  readonly label: string;
}

/** Both levels on one line from 0 to 5; a side that does not ask has no mark. */
function TwinTrack({ left, right, label }: TwinTrackProps): ReactNode {
  const at = (level: number): string => `${(level / 5) * 100}%`;
  const [low, high] = [Math.min(left ?? 0, right ?? 0), Math.max(left ?? 0, right ?? 0)];
  return (
    <span className={styles.twin} role="img" aria-label={label}>
      <span className={styles.line} />
      <span className={styles.span} style={{ left: at(low), width: at(high - low) }} />
      {left === null ? null : <span className={styles.ring} style={{ left: at(left) }} />}
      {right === null ? null : <span className={styles.dot} style={{ left: at(right) }} />}
    </span>
  );
}
