/** Why this file exists: one person: what they do, with whom, who signs in as them, and the way to their skills and plan. */
import { useState, type ReactNode } from 'react';
import { Button } from '@mantine/core';
import { useParams } from '@tanstack/react-router';
import { day, percent } from '../app/format.js';
import { Loadable, Missing, useRead } from '../app/reads.js';
import { useSession } from '../app/session.js';
import { graphql, readFragment, type FragmentType } from '../gql/index.js';
import { Avatar } from '../ui/avatar.js';
import { Page } from '../ui/page.js';
import { Leaving } from './directory.js';
import { EndEmployment } from './end-employment.js';
import { usePeopleTexts } from './people.texts.js';
import styles from './people.module.css';
import { PersonForm } from './person-form.js';
import { PersonAccess } from './person-access.js';
import { PersonGrowth } from './person-growth.js';
import { PersonReports } from './person-reports.js';

const PersonQuery = graphql(`
  query PersonPage($id: ID!, $plans: Boolean!) {
    person(id: $id) {
      id
      displayName
      hasLeft
      leftOn
      jobRoleVersion {
        id
        title
      }
      team {
        id
        name
      }
      ...PersonFacts
      ...PersonEdit
      ...PersonReports
      ...PersonAccess
      ...EndEmployment
    }
    growthPlans(first: 100, states: [DRAFT, ACTIVE, PAUSED]) @include(if: $plans) {
      nodes {
        id
        ...PersonPlan
      }
    }
  }
`);

const PersonFacts = graphql(`
  fragment PersonFacts on Person {
    id
    startedOn
    leftOn
    hasLeft
    availability
    mentorCapacity
    team {
      id
      name
    }
    manager {
      id
      displayName
    }
  }
`);

export function PersonPage(): ReactNode {
  const t = usePeopleTexts();
  const { personId } = useParams({ from: '/people/$personId' });
  const { may } = useSession();
  const read = useRead(PersonQuery, { id: personId, plans: may('growth-plan:read') });
  const [open, setOpen] = useState<'edit' | 'end' | null>(null);
  const close = (): void => setOpen(null);
  return (
    <Loadable of={read}>
      {({ person, growthPlans }) =>
        person == null ? (
          <Missing />
        ) : (
          <Page
            title={person.displayName}
            crumbs={[{ label: t('crumb'), to: '/people' }]}
            mark={<Avatar name={person.displayName} size={52} />}
            lead={
              <span className={styles.who}>
                {t('worksAs', {
                  jobRole: person.jobRoleVersion?.title ?? t('noJobRole'),
                  team: person.team?.name ?? t('noTeam'),
                })}
                <Leaving hasLeft={person.hasLeft} leftOn={person.leftOn} />
              </span>
            }
            actions={
              may('directory:update') ? (
                <>
                  {person.hasLeft ? null : (
                    <Button variant="default" onClick={() => setOpen('end')}>
                      {t('end')}
                    </Button>
                  )}
                  <Button onClick={() => setOpen('edit')}>{t('edit')}</Button>
                </>
              ) : null
            }
          >
            <Facts person={person} />
            <div className={styles.columns}>
              <PersonReports person={person} />
              <div>
                <PersonGrowth
                  personId={person.id}
                  name={person.displayName}
                  hasLeft={person.hasLeft}
                  plans={growthPlans?.nodes ?? []}
                />
                {may('directory:update') ? <PersonAccess person={person} again={read.again} /> : null}
              </div>
            </div>
            {open === 'edit' ? (
              <PersonForm person={person} onClose={close} onDone={read.again} again={read.again} />
            ) : null}
            {open === 'end' ? <EndEmployment person={person} onClose={close} again={read.again} /> : null}
          </Page>
        )
      }
    </Loadable>
  );
}

function Facts({ person: reference }: { readonly person: FragmentType<typeof PersonFacts> }): ReactNode {
  const t = usePeopleTexts();
  const { startedOn, team, manager, availability, mentorCapacity } = readFragment(PersonFacts, reference);
  const facts: readonly (readonly [string, string | null])[] = [
    [t('factTeam'), team?.name ?? t('none')],
    [t('factManager'), manager?.displayName ?? t('nobody')],
    [t('factStarted'), day(startedOn)],
    [t('factAvailability'), availability == null ? null : t('factAvailabilityValue', { share: percent(availability) })],
    [t('factMentor'), mentorCapacity == null ? null : t('factMentorValue', { count: mentorCapacity })],
  ];
  return (
    <section aria-label={t('facts')} className="panel padded">
      <dl className={styles.facts}>
        {facts.map(([label, value]) =>
          value === null ? null : (
            <div key={label}>
              <dt>{label}</dt>
              <dd className="num">{value}</dd>
            </div>
          ),
        )}
      </dl>
    </section>
  );
}
