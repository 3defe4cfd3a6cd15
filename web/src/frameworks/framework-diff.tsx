/** Why this file exists: before a version is published, people see what differs and which records that touches. */
import type { ReactNode } from 'react';
import { list } from '../app/format.js';
import { useSession } from '../app/session.js';
import { graphql, readFragment, type FragmentType } from '../gql/index.js';
import { EmptyState } from '../ui/empty-state.js';
import { Go } from '../ui/go.js';
import styles from './frameworks.module.css';
import { useFrameworksTexts } from './frameworks.texts.js';
import { SkillChange } from './skill-change.js';

export const FrameworkDiffData = graphql(`
  fragment FrameworkDiff on FrameworkDiff {
    skillsAdded
    skillsRemoved
    skillsChanged {
      skillKey
      parts
    }
    categoriesTouched
    activitiesTouched
    impact {
      kind
      id
      title
      skillKeys
    }
  }
`);

const SkillNames = graphql(`
  fragment SkillNames on FrameworkVersion {
    id
    number
    skills {
      id
      key
      name
    }
    categories {
      key
      name
    }
  }
`);

interface FrameworkDiffProps {
  /** Absent while no other version is chosen. */
  readonly diff: FragmentType<typeof FrameworkDiffData> | null;
  readonly from: FragmentType<typeof SkillNames> | null;
  readonly to: FragmentType<typeof SkillNames>;
}

export function FrameworkDiff({
  diff: reference,
  from: fromReference,
  to: toReference,
}: FrameworkDiffProps): ReactNode {
  const t = useFrameworksTexts();
  const diff = readFragment(FrameworkDiffData, reference);
  const from = readFragment(SkillNames, fromReference);
  const to = readFragment(SkillNames, toReference);
  if (diff === null || from === null)
    return (
      <EmptyState small title={t('chooseOtherTitle')}>
        {t('chooseOtherBody')}
      </EmptyState>
    );
  const names = new Map([...from.skills, ...to.skills].map((s) => [s.key, s.name]));
  const nameOf = (key: string): string => names.get(key) ?? key;
  const categories = new Map([...from.categories, ...to.categories].map((c) => [c.key, c.name]));
  const { skillsAdded: added, skillsChanged: changed, skillsRemoved: removed } = diff;
  const { categoriesTouched, activitiesTouched, impact } = diff;
  const differences = [added, changed, removed, categoriesTouched, activitiesTouched];
  if (differences.every((d) => d.length === 0))
    return (
      <EmptyState small title={t('noDifference')}>
        {t('diffSummary', { from: from.number, to: to.number })}
      </EmptyState>
    );
  return (
    <>
      <section className="section" aria-labelledby="diff-summary">
        <h2 id="diff-summary">{t('diffSummary', { from: from.number, to: to.number })}</h2>
        <p className="num">
          {list([
            t('added', { count: added.length }),
            t('changed', { count: changed.length }),
            t('removedCount', { count: removed.length }),
            t('touched', { count: impact.length }),
          ])}
        </p>
        {categoriesTouched.length === 0 ? null : (
          <p className="muted">
            {t('categoriesTouched', { names: list(categoriesTouched.map((c) => categories.get(c) ?? c)) })}
          </p>
        )}
        {activitiesTouched.length === 0 ? null : (
          <p className="muted">{t('activitiesTouched', { count: activitiesTouched.length })}</p>
        )}
      </section>
      <ImpactTable impact={impact} nameOf={nameOf} />
      <SkillList title={t('addedTitle')} id="diff-added" keys={added} nameOf={nameOf} version={to.id} />
      <SkillList title={t('removedTitle')} id="diff-removed" keys={removed} nameOf={nameOf} version={from.id} />
      {changed.length === 0 ? null : (
        <section className="section" aria-labelledby="diff-changed">
          <h2 id="diff-changed">{t('changedTitle')}</h2>
          {changed.map((c) => (
            <SkillChange
              key={c.skillKey}
              skillKey={c.skillKey}
              name={nameOf(c.skillKey)}
              parts={c.parts}
              fromId={from.id}
              toId={to.id}
            />
          ))}
        </section>
      )}
    </>
  );
}

interface SkillListProps {
  readonly title: string;
  readonly id: string;
  readonly keys: readonly string[];
  readonly nameOf: (key: string) => string;
  readonly version: string;
}

function SkillList({ title, id, keys, nameOf, version }: SkillListProps): ReactNode {
  if (keys.length === 0) return null;
  return (
    <section className="section" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <ul className={styles.plain}>
        {keys.map((key) => (
          <li key={key}>
            <Go to={`/library/skills/${key}?version=${version}`}>{nameOf(key)}</Go>
          </li>
        ))}
      </ul>
    </section>
  );
}

const ADDRESS = { JOB_ROLE: '/job-roles/', REQUISITION: '/requisitions/', GROWTH_PLAN: '/growth/' } as const;
const RIGHT = { JOB_ROLE: 'job-role:read', REQUISITION: 'requisition:read', GROWTH_PLAN: 'growth-plan:read' } as const;

interface Impact {
  readonly kind: keyof typeof ADDRESS;
  readonly id: string;
  readonly title: string;
  readonly skillKeys: readonly string[];
}
interface ImpactTableProps {
  readonly impact: readonly Impact[];
  readonly nameOf: (key: string) => string;
}

function ImpactTable({ impact, nameOf }: ImpactTableProps): ReactNode {
  const t = useFrameworksTexts();
  const { may } = useSession();
  return (
    <section className="section" aria-labelledby="diff-impact">
      <h2 id="diff-impact">{t('impact')}</h2>
      <p className="muted">{t(impact.length === 0 ? 'noImpact' : 'impactLead')}</p>
      {impact.length === 0 ? null : (
        <div className="table-scroll" role="region" aria-label={t('impactTable')} tabIndex={0}>
          <table className="table" style={{ minWidth: 520 }}>
            <thead>
              <tr>
                <th scope="col">{t('record')}</th>
                <th scope="col">{t('kind')}</th>
                <th scope="col">{t('through')}</th>
              </tr>
            </thead>
            <tbody>
              {impact.map((one) => (
                <tr key={one.id}>
                  <th scope="row">
                    {may(RIGHT[one.kind]) ? (
                      <Go to={`${ADDRESS[one.kind]}${one.id}`} className="row-link">
                        {one.title}
                      </Go>
                    ) : (
                      one.title
                    )}
                  </th>
                  <td>{t(`impact_${one.kind}`)}</td>
                  <td>{list(one.skillKeys.map(nameOf))}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
