/** Why this file exists: the way from a person to their skills and plan, for those whose rights reach them. */
import type { ReactNode } from 'react';
import { shortDay } from '../app/format.js';
import { useSession } from '../app/session.js';
import { graphql, readFragment, type FragmentType } from '../gql/index.js';
import { WhoCanSeeLink } from '../readers/who-can-see-link.js';
import { Go } from '../ui/go.js';
import styles from './people.module.css';
import { usePeopleTexts } from './people.texts.js';

const PersonPlan = graphql(`
  fragment PersonPlan on GrowthPlan {
    id
    state
    startOn
    person {
      id
    }
    target {
      id
      title
    }
  }
`);

interface PersonGrowthProps {
  readonly personId: string;
  readonly name: string;
  readonly hasLeft: boolean;
  /** The plans that the reader may see, of whomever. */
  readonly plans: readonly FragmentType<typeof PersonPlan>[];
}

export function PersonGrowth({ personId, name, hasLeft, plans }: PersonGrowthProps): ReactNode {
  const t = usePeopleTexts();
  const { may } = useSession();
  const own = readFragment(PersonPlan, plans).filter((p) => p.person?.id === personId);
  return (
    <section className="section" aria-labelledby="person-growth">
      <h2 id="person-growth">{t('growthTitle')}</h2>
      {may('assessment:read') ? (
        <ul className={styles.links}>
          <li>
            <Go to={`/people/${personId}/skills`}>{t('skillsLink')}</Go>
            <p className="muted">{t('skillsHint')}</p>
          </li>
          {own.map((plan) => (
            <li key={plan.id}>
              <Go to={`/growth/${plan.id}`}>{t('planLink', { target: plan.target?.title ?? t('notDefined') })}</Go>
              <p className="muted">
                {t('planHint', { state: t(`planState_${plan.state}`), day: shortDay(plan.startOn) })}
              </p>
            </li>
          ))}
          {own.length === 0 && may('growth-plan:create') && !hasLeft ? (
            <li>
              <Go to={`/growth/new?person=${personId}`}>{t('planStart')}</Go>
              <p className="muted">{t('planNone')}</p>
            </li>
          ) : null}
        </ul>
      ) : (
        <p className="muted">{t('growthClosed', { name })}</p>
      )}
      <p>
        <WhoCanSeeLink kind="PROFILE" id={personId} personId={personId} />
      </p>
    </section>
  );
}
