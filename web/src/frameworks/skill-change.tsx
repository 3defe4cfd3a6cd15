/** Why this file exists: one skill before and after, read when somebody opens it. */
import { useState, type ReactNode } from 'react';
import { Loadable, useRead } from '../app/reads.js';
import { graphql, readFragment } from '../gql/index.js';
import type { SkillInAVersionFragment } from '../gql/graphql.js';
import { Block } from '../ui/skeleton.js';
import styles from './frameworks.module.css';
import { useFrameworksTexts } from './frameworks.texts.js';

const SkillInAVersion = graphql(`
  fragment SkillInAVersion on Skill {
    id
    name
    definition
    affinityResearch
    affinityProduction
    category {
      name
    }
    levels {
      level
      indicators
    }
    prerequisites {
      skillName
      minLevel
      fromLevel
    }
    references
  }
`);
const SkillInTwoVersions = graphql(`
  query SkillInTwoVersions($from: ID!, $to: ID!, $key: String!) {
    before: frameworkVersion(id: $from) {
      id
      skill(key: $key) {
        id
        ...SkillInAVersion
      }
    }
    after: frameworkVersion(id: $to) {
      id
      skill(key: $key) {
        id
        ...SkillInAVersion
      }
    }
  }
`);

const PARTS = ['NAME', 'DEFINITION', 'CATEGORY', 'AFFINITY', 'INDICATORS', 'PREREQUISITES', 'REFERENCES'] as const;
type Part = (typeof PARTS)[number];
type Tell = ReturnType<typeof useFrameworksTexts>;

interface SkillChangeProps {
  readonly skillKey: string;
  readonly name: string;
  readonly parts: readonly string[];
  readonly fromId: string;
  readonly toId: string;
}

export function SkillChange({ skillKey, name, parts, fromId, toId }: SkillChangeProps): ReactNode {
  const t = useFrameworksTexts();
  const [isOpen, setOpen] = useState(false);
  const known = PARTS.filter((p) => parts.includes(p));
  return (
    <details className={styles.change} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        {name}
        {known.map((part) => (
          <span key={part} className="pill">
            {t(`part_${part}`)}
          </span>
        ))}
      </summary>
      {isOpen ? <Sides skillKey={skillKey} name={name} parts={known} fromId={fromId} toId={toId} /> : null}
    </details>
  );
}

interface SidesProps extends SkillChangeProps {
  readonly parts: readonly Part[];
}

function Sides({ skillKey, name, parts, fromId, toId }: SidesProps): ReactNode {
  const t = useFrameworksTexts();
  const read = useRead(SkillInTwoVersions, { from: fromId, to: toId, key: skillKey });
  return (
    <Loadable of={read} skeleton={<Block height={90} />}>
      {({ before, after }) => {
        const [old, fresh] = [before, after].map((one) => readFragment(SkillInAVersion, one?.skill ?? null));
        if (old == null || fresh == null) return null;
        const rows = parts.flatMap((part) => rowsOf(part, old, fresh, t));
        return (
          <div className="table-scroll" role="region" aria-label={t('changeTable', { skill: name })} tabIndex={0}>
            <table className="table" style={{ minWidth: 560, marginBottom: 14 }}>
              <thead>
                <tr>
                  <th scope="col">{t('part')}</th>
                  <th scope="col">{t('before')}</th>
                  <th scope="col">{t('after')}</th>
                </tr>
              </thead>
              <tbody>
                {rows.map((row) => (
                  <tr key={row.label}>
                    <th scope="row">{row.label}</th>
                    <td>
                      <Lines lines={row.before} empty={t('nothing')} />
                    </td>
                    <td>
                      <Lines lines={row.after} empty={t('nothing')} />
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        );
      }}
    </Loadable>
  );
}

function Lines({ lines, empty }: { readonly lines: readonly string[]; readonly empty: string }): ReactNode {
  if (lines.length === 0) return <span className="muted">{empty}</span>;
  return lines.map((line) => <div key={line}>{line}</div>);
}

interface Row {
  readonly label: string;
  readonly before: readonly string[];
  readonly after: readonly string[];
}

/** Lines that only one side has; what both say is left out. */
const onlyIn = (lines: readonly string[], other: readonly string[]): readonly string[] =>
  lines.filter((line) => !other.includes(line));

function rowsOf(part: Part, before: SkillInAVersionFragment, after: SkillInAVersionFragment, t: Tell): readonly Row[] {
  const row = (linesOf: (skill: SkillInAVersionFragment) => readonly string[]): Row => {
    const [old, fresh] = [linesOf(before), linesOf(after)];
    return { label: t(`part_${part}`), before: onlyIn(old, fresh), after: onlyIn(fresh, old) };
  };
  switch (part) {
    case 'NAME':
      return [row((s) => [s.name])];
    case 'DEFINITION':
      return [row((s) => [s.definition])];
    case 'CATEGORY':
      return [row((s) => [s.category.name])];
    case 'AFFINITY':
      return [row((s) => [t('affinityWords', { research: s.affinityResearch, production: s.affinityProduction })])];
    case 'PREREQUISITES':
      return [
        row((s) =>
          s.prerequisites.map((p) =>
            t('prerequisiteWords', { skill: p.skillName, min: p.minLevel, from: p.fromLevel }),
          ),
        ),
      ];
    case 'REFERENCES':
      return [row((s) => s.references)];
    case 'INDICATORS':
      return before.levels.flatMap((level) => {
        const fresh = after.levels.find((l) => l.level === level.level)?.indicators ?? [];
        if (JSON.stringify(fresh) === JSON.stringify(level.indicators)) return [];
        return [{ label: t('indicatorsOf', { level: level.level }), before: level.indicators, after: fresh }];
      });
  }
}
