/** Why this file exists: one row for each direct report: job role, must-haves, plan and signals, with the ways into each. */
import type { ReactNode } from 'react';
import { list } from '../app/format.js';
import { Avatar } from '../ui/avatar.js';
import { Go } from '../ui/go.js';
import type { Member, Plan } from './team-page.js';
import { useTeamTexts } from './team.texts.js';
import styles from './team.module.css';

export function TeamTable({ members }: { readonly members: readonly Member[] }): ReactNode {
  const t = useTeamTexts();
  return (
    <section className="section" aria-labelledby="team-people">
      <h2 id="team-people">{t('people')}</h2>
      <div className="table-scroll" role="region" tabIndex={0} aria-label={t('region')}>
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{t('person')}</th>
              <th scope="col">{t('mustHaves')}</th>
              <th scope="col">{t('plan')}</th>
              <th scope="col">{t('signals')}</th>
            </tr>
          </thead>
          <tbody>
            {members.map((member) => (
              <tr key={member.person.id}>
                <th scope="row">
                  <Who member={member} />
                </th>
                <td>
                  <MustHaves member={member} />
                </td>
                <td>
                  <PlanCell name={member.person.displayName} personId={member.person.id} plan={member.plan} />
                </td>
                <td>
                  <Signals member={member} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function Who({ member: { person } }: { readonly member: Member }): ReactNode {
  const t = useTeamTexts();
  return (
    <span className={styles.who}>
      <Avatar name={person.displayName} size={28} />
      <span>
        <Go to={`/people/${person.id}/skills`} aria-label={t('skillsOf', { name: person.displayName })}>
          {person.displayName}
        </Go>
        <span className={styles.under}>{person.jobRoleVersion?.title ?? t('noJobRole')}</span>
      </span>
    </span>
  );
}

function MustHaves({ member: { person } }: { readonly member: Member }): ReactNode {
  const t = useTeamTexts();
  const { fit } = person;
  if (fit == null || fit.mustHaveTotal === 0) return <span className="muted">{t('noMustHaves')}</span>;
  const names = fit.missing.slice(0, 2).map(({ skillName }) => skillName);
  const rest = fit.missing.length - names.length;
  const told = rest > 0 ? t('missingMore', { skills: names.join(', '), count: rest }) : list(names);
  return (
    <span className={styles.musts}>
      <span className={styles.meter} aria-hidden>
        <span style={{ width: `${(fit.mustHaveMet / fit.mustHaveTotal) * 100}%` }} />
      </span>
      <span className="num">{t('mustHavesOf', { met: fit.mustHaveMet, total: fit.mustHaveTotal })}</span>
      <span className={styles.under}>{fit.isReady ? t('ready') : t('missing', { skills: told })}</span>
    </span>
  );
}

interface PlanCellProps {
  readonly name: string;
  readonly personId: string;
  readonly plan: Plan | null;
}

function PlanCell({ name, personId, plan }: PlanCellProps): ReactNode {
  const t = useTeamTexts();
  if (plan === null)
    return (
      <span className={styles.stack}>
        <span className="muted">{t('noPlan')}</span>
        <Go to={`/growth/new?person=${personId}`} aria-label={t('startPlan', { name })}>
          {t('startPlan', { name: name.split(' ')[0] ?? name })}
        </Go>
      </span>
    );
  const state = t(`plan${plan.state}`);
  return (
    <Go to={`/growth/${plan.id}`} aria-label={t('planOf', { name })}>
      {plan.target == null ? state : t('planTo', { state, target: plan.target.title })}
    </Go>
  );
}

function Signals({ member: { plan, claims, checkIns } }: { readonly member: Member }): ReactNode {
  const t = useTeamTexts();
  const stall = plan?.stallSignal;
  const next = plan?.nextActivity?.activity?.name;
  const [claim] = claims;
  if (stall == null && claim === undefined && checkIns.length === 0)
    return <span className="muted">{next === undefined ? t('signalNone') : t('signalNext', { activity: next })}</span>;
  return (
    <span className={styles.stack}>
      <span className={styles.pills}>
        {stall == null ? null : <span className="pill warn">{t('signalStalled', { days: stall.days })}</span>}
        {claim === undefined ? null : (
          <Go className="pill sky" to={`/reviews/${claim}`}>
            {t('signalClaims', { count: claims.length })}
          </Go>
        )}
        {checkIns.length === 0 ? null : (
          <span className="pill sky">{t('signalCheckIns', { count: checkIns.length })}</span>
        )}
      </span>
      {next === undefined ? null : <span className={styles.under}>{t('signalNext', { activity: next })}</span>}
    </span>
  );
}
