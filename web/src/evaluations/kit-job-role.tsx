/** Why this file exists: the job role in three lines: what it is for, at which level, under which rules and why. */
import type { ReactNode } from 'react';
import { graphql, readFragment, type FragmentType } from '../gql/index.js';
import { useEvaluationsTexts } from './evaluations.texts.js';
import type { AskedSlot } from './scorecard-view.js';
import styles from './kit.module.css';

const JobRoleBriefFragment = graphql(`
  fragment EvaluationsJobRoleBrief on Interview {
    id
    application {
      id
      requisition {
        id
        title
        overlayKeys
        requirements {
          skillKey
          skillName
          level
          reasons {
            overlayKey
            toLevel
            why
          }
        }
        jobRoleVersion {
          id
          title
          mission
          jobRole {
            id
            rung
            ladder {
              key
              name
            }
          }
        }
      }
    }
  }
`);

interface JobRoleBriefProps {
  readonly of: FragmentType<typeof JobRoleBriefFragment>;
  readonly overlays: readonly { readonly key: string; readonly name: string; readonly appliesWhen: string }[];
  /** What the reader rates; of the raises only those are told one by one. */
  readonly slots: readonly AskedSlot[];
}

export function JobRoleBrief({ of, overlays, slots }: JobRoleBriefProps): ReactNode {
  const t = useEvaluationsTexts();
  const requisition = readFragment(JobRoleBriefFragment, of).application?.requisition;
  const version = requisition?.jobRoleVersion;
  if (requisition == null || version == null) return null;
  const mine = new Set(slots.map((slot) => slot.skillKey));
  const applied = overlays.filter((overlay) => requisition.overlayKeys.includes(overlay.key));
  return (
    <section aria-labelledby="kit-job-role">
      <h2 id="kit-job-role">{t('jobRole')}</h2>
      <dl className={styles.brief}>
        <dt>{t('mission')}</dt>
        <dd>{version.mission}</dd>
        <dt>{t('level')}</dt>
        <dd>
          {version.jobRole == null
            ? version.title
            : t('rungOf', {
                rung: version.jobRole.rung,
                ladder: version.jobRole.ladder?.name ?? '',
                title: version.title,
              })}
        </dd>
        <dt>{t('overlays')}</dt>
        <dd>
          {applied.length === 0 ? t('overlaysNone') : null}
          {applied.map((overlay) => (
            <Applied key={overlay.key} overlay={overlay} requirements={requisition.requirements} mine={mine} />
          ))}
        </dd>
      </dl>
    </section>
  );
}

interface Requirement {
  readonly skillKey: string;
  readonly skillName: string;
  readonly reasons: readonly { readonly overlayKey: string; readonly toLevel: number; readonly why: string }[];
}
interface AppliedProps {
  readonly overlay: JobRoleBriefProps['overlays'][number];
  readonly requirements: readonly Requirement[];
  readonly mine: ReadonlySet<string>;
}

function Applied({ overlay, requirements, mine }: AppliedProps): ReactNode {
  const t = useEvaluationsTexts();
  const raised = requirements.flatMap((r) =>
    r.reasons.filter((reason) => reason.overlayKey === overlay.key).map((reason) => ({ ...reason, ...r })),
  );
  const own = raised.filter((one) => mine.has(one.skillKey));
  return (
    <div className={styles.overlay}>
      <b>{overlay.name}</b>
      {`: ${t('overlayRaises', { count: raised.length })}. ${t('appliesWhen', { when: overlay.appliesWhen })}`}
      {own.length === 0 ? null : (
        <>
          <p className="muted">{t('overlayMine')}</p>
          <ul>
            {own.map((one) => (
              <li key={one.skillKey}>
                {t('overlayReason', { skill: one.skillName, level: one.toLevel, why: one.why })}
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
