/** Why this file exists: what differs between two versions of job roles, skill by skill and text by text. */
import type { ReactNode } from 'react';
import { graphql, readFragment, type FragmentType } from '../../gql/index.js';
import type { JobRoleDiffQuery } from '../../gql/graphql.js';
import { Loadable, Missing, useRead } from '../../app/reads.js';
import { Block } from '../../ui/skeleton.js';
import { useDefinitionTexts } from '../definition/definition.texts.js';
import { useJobRoleTexts } from '../job-roles.texts.js';
import { evidenceWord, weightWord } from '../words.js';
import styles from './version-diff.module.css';

const JobRoleDiff = graphql(`
  query JobRoleDiff($from: ID!, $to: ID!) {
    jobRoleVersionDiff(from: $from, to: $to) {
      isEmpty
      requirementsAdded {
        ...DiffRequirement
      }
      requirementsRemoved {
        ...DiffRequirement
      }
      requirementsChanged {
        skillKey
        parts
        before {
          ...DiffRequirement
        }
        after {
          ...DiffRequirement
        }
      }
      texts {
        part
        before
        after
      }
    }
  }
`);
export const DiffRequirement = graphql(`
  fragment DiffRequirement on Requirement {
    skillKey
    level
    weight
    isMustHave
    minEvidenceClass
    stages
    skill {
      id
      name
    }
  }
`);
type Diff = NonNullable<JobRoleDiffQuery['jobRoleVersionDiff']>;
type Changed = Diff['requirementsChanged'][number];
type Side = FragmentType<typeof DiffRequirement>;

/** @param to the version whose changes are told */
export function VersionDiff({ from, to }: { readonly from: string; readonly to: string }): ReactNode {
  const read = useRead(JobRoleDiff, { from, to });
  return (
    <Loadable of={read} skeleton={<Block height={160} />}>
      {({ jobRoleVersionDiff: diff }) => (diff == null ? <Missing /> : <Drawn diff={diff} />)}
    </Loadable>
  );
}

function Drawn({ diff }: { readonly diff: Diff }): ReactNode {
  const t = useDefinitionTexts();
  if (diff.isEmpty) return <p className="muted">{t('same')}</p>;
  return (
    <>
      <div className={styles.groups}>
        <Group
          title={t('addedSkills')}
          kind="added"
          lines={diff.requirementsAdded.map((r) => (
            <OneSide key={readFragment(DiffRequirement, r).skillKey} of={r} />
          ))}
        />
        <Group
          title={t('changedSkills')}
          kind="changed"
          lines={diff.requirementsChanged.map((c) => (
            <Change key={c.skillKey} of={c} />
          ))}
        />
        <Group
          title={t('removedSkills')}
          kind="removed"
          lines={diff.requirementsRemoved.map((r) => (
            <OneSide key={readFragment(DiffRequirement, r).skillKey} of={r} />
          ))}
        />
      </div>
      {diff.texts.length === 0 ? null : (
        <div className={styles.texts}>
          {diff.texts.map((text) => (
            <div key={text.part} className={styles.text}>
              <h3>{t(`part${text.part}`)}</h3>
              <TextSide title={t('before')} lines={text.before} />
              <TextSide title={t('after')} lines={text.after} />
            </div>
          ))}
        </div>
      )}
    </>
  );
}

interface GroupProps {
  readonly title: string;
  readonly kind: 'added' | 'changed' | 'removed';
  readonly lines: readonly ReactNode[];
}

function Group({ title, kind, lines }: GroupProps): ReactNode {
  if (lines.length === 0) return null;
  return (
    <section>
      <h3>{`${title} (${lines.length})`}</h3>
      <ul className={styles.lines} data-kind={kind}>
        {lines}
      </ul>
    </section>
  );
}

function OneSide({ of: ref }: { readonly of: Side }): ReactNode {
  const words = useJobRoleTexts();
  const r = readFragment(DiffRequirement, ref);
  return (
    <li>
      <b>{r.skill?.name ?? r.skillKey}</b>
      <span>
        {words('level', { level: r.level })}
        {r.isMustHave ? `, ${words('mustHave').toLowerCase()}` : ''}
      </span>
    </li>
  );
}

function Change({ of: change }: { readonly of: Changed }): ReactNode {
  const t = useDefinitionTexts();
  const words = useJobRoleTexts();
  const [before, after] = [readFragment(DiffRequirement, change.before), readFragment(DiffRequirement, change.after)];
  const stages = (of: readonly string[]): string => (of.length === 0 ? t('noStages') : of.join(', '));
  const told: Readonly<Record<Changed['parts'][number], string>> = {
    LEVEL: t('changedLevel', { before: before.level, after: after.level }),
    WEIGHT: t('changedWeight', {
      before: words(weightWord(before.weight)).toLowerCase(),
      after: words(weightWord(after.weight)).toLowerCase(),
    }),
    MUST_HAVE: after.isMustHave ? t('nowMust') : t('noMust'),
    EVIDENCE_CLASS: t('changedEvidence', {
      before: words(evidenceWord(before.minEvidenceClass)).toLowerCase(),
      after: words(evidenceWord(after.minEvidenceClass)).toLowerCase(),
    }),
    STAGES: t('changedStages', { before: stages(before.stages), after: stages(after.stages) }),
  };
  return (
    <li>
      <b>{after.skill?.name ?? change.skillKey}</b>
      <span>{change.parts.map((part) => told[part]).join('; ')}</span>
    </li>
  );
}

function TextSide({ title, lines }: { readonly title: string; readonly lines: readonly string[] }): ReactNode {
  const t = useDefinitionTexts();
  return (
    <div>
      <div className="muted small-text">{title}</div>
      {lines.length === 0 ? <p className="muted">{t('nothingSaid')}</p> : lines.map((line) => <p key={line}>{line}</p>)}
    </div>
  );
}
