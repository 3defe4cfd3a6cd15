/** Why this file exists: one goal: why it counts, what each level looks like, the work, the evidence, and the check-ins. */
import { useMemo, useState, type ReactNode } from 'react';
import { Button, Drawer } from '@mantine/core';
import { graphql } from '../gql/index.js';
import type { PlanFitFragment } from '../gql/graphql.js';
import { day } from '../app/format.js';
import { useRead } from '../app/reads.js';
import { LevelCards, type LevelAnchor } from '../ui/level-cards.js';
import { Block } from '../ui/skeleton.js';
import type { EvidenceKind } from '../matrices/claim-model.js';
import { GoalCheckIns } from './goal-check-ins.js';
import { GoalDropForm } from './goal-drop-form.js';
import { GoalEvidenceForm } from './goal-evidence-form.js';
import { activitiesOf, nameOf, type Goal } from './plan-model.js';
import type { PlanContext } from './plan-page.js';
import { useGoalTexts, usePlanTexts } from './plan.texts.js';
import styles from './goal.module.css';

const GoalSkillQuery = graphql(`
  query GrowthGoalSkill($skillKey: String!) {
    frameworkVersion {
      id
      skill(key: $skillKey) {
        id
        definition
        levels {
          level
          name
          indicators
        }
      }
    }
  }
`);

type GoalDrawerProps = PlanContext & {
  readonly fit: PlanFitFragment | null;
  readonly kinds: readonly EvidenceKind[];
  /** Key of the skill whose goal is open. */
  readonly open: string | null;
  readonly write: string | null;
};

export function GoalDrawer(props: GoalDrawerProps): ReactNode {
  const { goals, open, change } = props;
  const goal = goals.find(({ skillKey }) => skillKey === open) ?? null;
  const [last, setLast] = useState(goal); // what is drawn while the drawer slides out
  if (goal !== null && goal !== last) setLast(goal);
  return (
    <Drawer
      opened={goal !== null}
      onClose={() => change({ goal: undefined, write: undefined })}
      position="right"
      size={640}
      title={last === null ? '' : nameOf(last)}
    >
      {last === null ? null : <Inside key={last.id} {...props} goal={last} />}
    </Drawer>
  );
}

type GoalProps = GoalDrawerProps & { readonly goal: Goal };

function Inside(props: GoalProps): ReactNode {
  const { goal, role, write, change, kinds, again } = props;
  const done = (): void => {
    change({ write: undefined });
    again();
  };
  const cancel = (): void => change({ write: undefined });
  if (write === 'evidence' && role.isOwn)
    return <GoalEvidenceForm goal={goal} kinds={kinds} onDone={done} onCancel={cancel} />;
  if (write === 'drop' && role.mayChange) return <GoalDropForm goal={goal} onDone={done} onCancel={cancel} />;
  return <Shown {...props} />;
}

function Shown(props: GoalProps): ReactNode {
  const t = useGoalTexts();
  const { goal, fit, role, change } = props;
  const line = fit?.lines.find(({ skillKey }) => skillKey === goal.skillKey);
  const { data } = useRead(GoalSkillQuery, { skillKey: goal.skillKey });
  const skill = data?.frameworkVersion?.skill;
  const isOpen = goal.state === 'PLANNED' || goal.state === 'ACTIVE' || goal.state === 'IN_REVIEW';
  const mayHandIn = role.isOwn && role.isOpen && (goal.state === 'ACTIVE' || goal.state === 'PLANNED');
  return (
    <div className={styles.drawer}>
      <p className="muted">{skill?.definition}</p>
      <Summary goal={goal} />
      <p>
        {goal.isAsked && line !== undefined ? t('whyAsked', { level: line.required }) : t('whyPrerequisite')}{' '}
        {line?.isMustHave === true ? t('whyMust') : null}
      </p>
      <div className={styles.actions}>
        {mayHandIn ? (
          <Button data-autofocus onClick={() => change({ write: 'evidence' })}>
            {t('handIn')}
          </Button>
        ) : null}
        {role.mayChange && isOpen ? (
          <Button variant="subtle" color="clay" onClick={() => change({ write: 'drop' })}>
            {t('drop')}
          </Button>
        ) : null}
      </div>
      <Review goal={goal} />
      <GoalCheckIns {...props} anchors={anchorsOf(skill?.levels ?? [])} />
      <Anchors goal={goal} levels={skill?.levels} />
      <Work {...props} />
      <StartedFrom goal={goal} />
    </div>
  );
}

type Levels = readonly { readonly level: number; readonly name: string; readonly indicators: readonly string[] }[];
const anchorsOf = (levels: Levels): LevelAnchor[] =>
  levels.map((l) => ({ level: l.level, name: l.name, anchor: l.indicators.join('. ') }));

function Anchors({ goal, levels }: { readonly goal: Goal; readonly levels: Levels | undefined }): ReactNode {
  const t = useGoalTexts();
  const anchors = useMemo(() => anchorsOf(levels ?? []), [levels]);
  const marks: Record<number, string> = { [goal.toLevel]: t('markTarget') };
  if (goal.fromLevel > 0) marks[goal.fromLevel] = t('markStart');
  if (goal.verifiedLevel != null) marks[goal.verifiedLevel] = t('markNow');
  return (
    <>
      <h3>{t('anchors')}</h3>
      {levels === undefined ? (
        <Block height={300} />
      ) : (
        <LevelCards
          label={t('anchors')}
          name="goal-levels"
          anchors={anchors}
          value={goal.verifiedLevel ?? null}
          marks={marks}
        />
      )}
    </>
  );
}

function Summary({ goal }: { readonly goal: Goal }): ReactNode {
  const t = useGoalTexts();
  const p = usePlanTexts();
  const rows = [
    [t('state'), p(`state_${goal.state}`)],
    [t('levels'), t('levelsFromTo', { from: goal.fromLevel, to: goal.toLevel })],
    [t('verifiedNow'), goal.verifiedLevel == null ? t('unknown') : t('verifiedLevel', { level: goal.verifiedLevel })],
    [
      t('dates'),
      goal.startOn == null || goal.endOn == null
        ? p('noDates')
        : t('dateRange', { from: day(goal.startOn), to: day(goal.endOn) }),
    ],
  ] as const;
  return (
    <>
      <dl className={styles.summary}>
        {rows.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {goal.dropReason == null ? null : <p>{t('droppedBecause', { reason: goal.dropReason })}</p>}
    </>
  );
}

/** What became of the evidence that was handed in. */
function Review({ goal }: { readonly goal: Goal }): ReactNode {
  const t = useGoalTexts();
  const claim = goal.submittedAssessment;
  if (claim == null) return null;
  const reason = claim.events.findLast((e) => e.reason != null)?.reason ?? '';
  const isBack = claim.state === 'REJECTED' || claim.state === 'REVOKED';
  return (
    <p className={isBack ? 'banner' : 'banner info'}>
      <span>
        <b>{t('review')}.</b> {t(`reviewState_${claim.state}`, { level: claim.proposedLevel ?? '', reason })}
      </span>
    </p>
  );
}

function Work({ goal, activities }: GoalProps): ReactNode {
  const t = useGoalTexts();
  const p = usePlanTexts();
  const own = activitiesOf(goal, activities);
  return (
    <>
      <h3>{t('work')}</h3>
      {own.length === 0 ? <p className="muted">{t('workNone')}</p> : null}
      <ul className={styles.plain}>
        {own.map((a) => (
          <li key={a.id}>
            <b>{a.activity?.name ?? a.activityKey}</b>
            <span className={styles.under}>
              {p(`kind_${a.kind}`)}, {p('hoursOf', { hours: a.hours })},{' '}
              {t('dateRange', { from: day(a.startOn), to: day(a.endOn) })},{' '}
              {p(`activityState_${a.state}`).toLowerCase()}
            </span>
            {a.activity == null ? null : <p>{a.activity.summary}</p>}
            {(a.activity?.evidence ?? []).map((e) => (
              <span key={e.typeKey} className={styles.under}>
                {t('ends', { show: e.show })}
              </span>
            ))}
          </li>
        ))}
      </ul>
    </>
  );
}

/** What interviewers or reviewers saw before the goal was set is still here. */
function StartedFrom({ goal }: { readonly goal: Goal }): ReactNode {
  const t = useGoalTexts();
  const start = goal.startingAssessment;
  return (
    <>
      <h3>{t('startedFrom')}</h3>
      {start == null ? <p className="muted">{t('startedNothing')}</p> : null}
      {start?.provenance == null ? null : (
        <p>{t('seen', { count: start.provenance.raterCount, ratings: start.provenance.ratingCount })}</p>
      )}
      <ul className={styles.plain}>
        {(start?.evidence ?? []).map((e) => (
          <li key={e.id}>{t('startedEvidence', { title: e.title, day: day(e.occurredOn) })}</li>
        ))}
      </ul>
    </>
  );
}
