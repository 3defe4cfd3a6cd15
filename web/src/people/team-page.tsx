/** Why this file exists: a manager sees at a glance who needs them: claims to confirm, check-ins to answer, plans that have stalled. */
import type { ReactNode } from 'react';
import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { Loadable, useRead } from '../app/reads.js';
import { graphql } from '../gql/index.js';
import type { TeamQuery as TeamData } from '../gql/graphql.js';
import { EmptyState } from '../ui/empty-state.js';
import { Go } from '../ui/go.js';
import { Page } from '../ui/page.js';
import { memberOf, type TeamMember } from './team-model.js';
import { TeamTable } from './team-table.js';
import { TeamWaiting } from './team-waiting.js';
import { useTeamTexts } from './team.texts.js';
import styles from './team.module.css';

const TeamQuery = graphql(`
  query Team {
    myPerson {
      id
      directReports {
        id
        displayName
        jobRoleVersion {
          id
          title
        }
        fit {
          mustHaveMet
          mustHaveTotal
          isReady
          missing {
            skillKey
            skillName
          }
        }
      }
    }
    growthPlans(first: 100, states: [DRAFT, ACTIVE, PAUSED]) {
      nodes {
        id
        state
        person {
          id
        }
        target {
          id
          title
        }
        stallSignal {
          since
          days
        }
        nextActivity {
          id
          activity {
            key
            name
          }
        }
        goals {
          id
          checkIns {
            id
            self {
              recordedAt
            }
            assessor {
              recordedAt
            }
            assessorPerson {
              id
            }
          }
        }
      }
    }
    assessmentsToReview(first: 100) {
      nodes {
        id
        person {
          id
        }
      }
    }
  }
`);

export type Plan = TeamData['growthPlans']['nodes'][number];
type Report = NonNullable<TeamData['myPerson']>['directReports'][number];
/** A direct report with everything that the page tells of them. */
export interface Member extends TeamMember<Plan> {
  readonly person: Report;
}

export function TeamPage(): ReactNode {
  const read = useRead(TeamQuery, {});
  return <Loadable of={read}>{(data) => <Team data={data} />}</Loadable>;
}

function Team({ data }: { readonly data: TeamData }): ReactNode {
  const t = useTeamTexts();
  const reports = data.myPerson?.directReports ?? [];
  const selfId = data.myPerson?.id ?? '';
  const { nodes: claims } = data.assessmentsToReview;
  const members = reports.map(
    (person): Member => ({ person, ...memberOf(person.id, selfId, data.growthPlans.nodes, claims) }),
  );
  if (members.length === 0) return <Nobody />;
  return (
    <Page
      title={t('title')}
      lead={t('lead', { count: members.length })}
      actions={
        <span className={styles.links}>
          <Go to="/matrix?team=reports">{t('matrix')}</Go>
          <Go to="/matrix?team=reports&tab=coverage">{t('coverage')}</Go>
        </span>
      }
    >
      <TeamWaiting members={members} claims={claims.map(({ id }) => id)} />
      <TeamTable members={members} />
    </Page>
  );
}

function Nobody(): ReactNode {
  const t = useTeamTexts();
  const navigate = useNavigate();
  return (
    <Page title={t('title')}>
      <EmptyState
        small
        title={t('emptyTitle')}
        action={
          <Button variant="default" onClick={() => void navigate({ to: '/people' })}>
            {t('emptyAction')}
          </Button>
        }
      >
        {t('empty')}
      </EmptyState>
    </Page>
  );
}
