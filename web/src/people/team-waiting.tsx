/** Why this file exists: what waits for the manager, each with the next step: claims, check-ins, and plans without accepted evidence for a quarter. */
import type { ReactNode } from 'react';
import { IconClipboardCheck, IconMessages, IconPlayerPause } from '@tabler/icons-react';
import { shortDay } from '../app/format.js';
import { Go } from '../ui/go.js';
import type { Member } from './team-page.js';
import { useTeamTexts } from './team.texts.js';
import styles from './team.module.css';

interface TeamWaitingProps {
  readonly members: readonly Member[];
  /** Ids of all claims that wait, oldest first; some may be about people of other managers. */
  readonly claims: readonly string[];
}

interface ItemProps {
  readonly icon: ReactNode;
  readonly title: string;
  readonly hint: string;
  readonly to: string;
  readonly action: string;
}

function Item({ icon, title, hint, to, action }: ItemProps): ReactNode {
  return (
    <li className={styles.item}>
      <span className={styles.icon} aria-hidden>
        {icon}
      </span>
      <span className={styles.words}>
        <b>{title}</b>
        <span className="muted">{hint}</span>
      </span>
      <Go to={to} aria-label={`${action}: ${title}`}>
        {action}
      </Go>
    </li>
  );
}

export function TeamWaiting({ members, claims }: TeamWaitingProps): ReactNode {
  const t = useTeamTexts();
  const [oldest] = claims;
  const stalled = members.filter(({ plan }) => plan?.stallSignal != null);
  const checkIns = members.filter((member) => member.checkIns.length > 0);
  const isQuiet = oldest === undefined && stalled.length === 0 && checkIns.length === 0;
  return (
    <section aria-labelledby="team-waits">
      <h2 id="team-waits">{t('waits')}</h2>
      {isQuiet ? <p className="muted">{t('nothingWaits')}</p> : null}
      <ul className={styles.waiting}>
        {oldest === undefined ? null : (
          <Item
            icon={<IconClipboardCheck size={17} />}
            title={t('reviews', { count: claims.length })}
            hint={t('reviewsHint')}
            to={`/reviews/${oldest}`}
            action={t('openReviews')}
          />
        )}
        {checkIns.map(({ person, plan, checkIns: days }) => (
          <Item
            key={`check-in-${person.id}`}
            icon={<IconMessages size={17} />}
            title={t('checkIns', { count: days.length })}
            hint={t('checkInOf', { name: person.displayName, day: shortDay(days[0] ?? '') })}
            to={`/growth/${plan?.id ?? ''}`}
            action={t('openPlan')}
          />
        ))}
        {stalled.map(({ person, plan }) => (
          <Item
            key={`stalled-${person.id}`}
            icon={<IconPlayerPause size={17} />}
            title={t('stalled', { name: person.displayName, days: plan?.stallSignal?.days ?? 0 })}
            hint={
              plan?.nextActivity?.activity == null
                ? t('stalledNoNext')
                : t('stalledNext', { activity: plan.nextActivity.activity.name })
            }
            to={`/growth/${plan?.id ?? ''}`}
            action={t('openPlan')}
          />
        ))}
      </ul>
    </section>
  );
}
