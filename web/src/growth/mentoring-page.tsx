/** Why this file exists: a mentor's page: who asks, who is guided, which check-ins wait, and what helps next. */
import { useState, type ReactNode } from 'react';
import { Button } from '@mantine/core';
import { graphql, readFragment } from '../gql/index.js';
import type { MentoringItemFragment } from '../gql/graphql.js';
import { useCommand } from '../app/commands.js';
import { notifyDone, notifyProblem } from '../app/notify.js';
import { Loadable, useRead } from '../app/reads.js';
import { Avatar } from '../ui/avatar.js';
import { Confirm } from '../ui/confirm.js';
import { EmptyState } from '../ui/empty-state.js';
import { Go } from '../ui/go.js';
import { Page } from '../ui/page.js';
import { Block } from '../ui/skeleton.js';
import { WithdrawFromMentoring } from './growth.commands.js';
import { GrowthPlanItem, PlanSummary } from './growth-page.js';
import { useGrowthTexts } from './growth.texts.js';
import { MentoringAsked, MentoringWay, useAsked } from './mentoring-asked.js';
import { MentoringCheckIns } from './mentoring-check-ins.js';
import styles from './growth.module.css';

const MentoringItem = graphql(`
  fragment MentoringItem on Mentoring {
    planId
    version
    agreedAt
    isBridge
    startOn
    state
    person {
      id
      displayName
      jobRoleVersion {
        id
        title
      }
    }
    target {
      id
      title
    }
    plan {
      ...GrowthPlanItem
      ...MentoringPlan
      id
    }
  }
`);

const MentoringQuery = graphql(`
  query Mentoring {
    mentees(first: 100) {
      nodes {
        ...MentoringItem
      }
    }
  }
`);

export function MentoringPage(): ReactNode {
  const t = useGrowthTexts();
  const read = useRead(MentoringQuery, {});
  const [answers, answer] = useAsked();
  return (
    <Page title={t('mentoring')} lead={t('mentoringLead')}>
      <Loadable of={read} skeleton={<Block height={320} />}>
        {(data) => {
          const all = data.mentees.nodes.map((n) => readFragment(MentoringItem, n));
          const guided = all.filter(({ agreedAt }) => agreedAt != null);
          if (all.length === 0 && answers.size === 0)
            return (
              <EmptyState small title={t('mentoringNoneTitle')}>
                {t('mentoringNoneBody')}
              </EmptyState>
            );
          return (
            <>
              <MentoringAsked all={all} answers={answers} onAnswer={answer} again={read.again} />
              {guided.length === 0 ? null : (
                <section className="section" aria-labelledby="mentoring-guided">
                  <h2 id="mentoring-guided">{t('mentees')}</h2>
                  {guided.map((item) => (
                    <Guided key={item.planId} item={item} again={read.again} />
                  ))}
                </section>
              )}
            </>
          );
        }}
      </Loadable>
    </Page>
  );
}

interface ItemProps {
  readonly item: MentoringItemFragment;
  readonly again: () => void;
}

function Guided({ item, again }: ItemProps): ReactNode {
  const t = useGrowthTexts();
  const [withdraw, running] = useCommand(WithdrawFromMentoring);
  const [asks, setAsks] = useState(false);
  const name = item.person?.displayName ?? '';
  const plan = readFragment(GrowthPlanItem, item.plan);
  const leave = async (): Promise<void> => {
    const outcome = await withdraw({ input: { planId: item.planId, version: item.version } });
    setAsks(false);
    again();
    if (outcome.ok) notifyDone(t('withdrew', { name }));
    else notifyProblem(outcome.problem);
  };
  return (
    <div className={styles.row}>
      <Avatar name={name} size={36} />
      <div className={styles.rowMain}>
        <h3>{name}</h3>
        <MentoringWay item={item} />
        {plan == null ? null : <PlanSummary plan={plan} end={plan.endOn ?? null} />}
        <MentoringCheckIns plan={item.plan ?? null} personName={name} />
        <div className={styles.buttons} style={{ marginTop: 10 }}>
          <Button component={Go} to={`/growth/${item.planId}`} variant="default" size="compact-sm">
            {t('openPlan')}
          </Button>
          <Button component={Go} to={`/people/${item.person?.id ?? ''}/skills`} variant="default" size="compact-sm">
            {t('openSkills')}
          </Button>
          <Button variant="subtle" color="clay" size="compact-sm" onClick={() => setAsks(true)}>
            {t('withdraw')}
          </Button>
        </div>
      </div>
      <Confirm
        opened={asks}
        title={t('withdrawTitle', { name })}
        action={t('withdraw')}
        onConfirm={() => void leave()}
        onClose={() => setAsks(false)}
        running={running}
        danger
      >
        <p>{t('withdrawBody')}</p>
      </Confirm>
    </div>
  );
}
