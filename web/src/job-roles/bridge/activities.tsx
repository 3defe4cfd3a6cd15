/** Why this file exists: the activities that carry a bridge: what happens, who guides, how long, which steps. */
import type { ReactNode } from 'react';
import { graphql, readFragment, type FragmentType } from '../../gql/index.js';
import type { ActivityKind } from '../../gql/graphql.js';
import { number } from '../../app/format.js';
import { useBridgeTexts } from './bridge.texts.js';
import styles from './bridge.module.css';

export const BridgeActivities = graphql(`
  fragment BridgeActivities on Bridge {
    activities {
      activity {
        key
        name
        summary
        host
        hours
        weeks
        kind
        lever
      }
      covers {
        skillKey
        from
        to
      }
    }
  }
`);

type KindKey = Exclude<ActivityKind, 'MENTORSHIP'> | 'KIND_MENTORSHIP';
const kindKey = (kind: ActivityKind): KindKey => (kind === 'MENTORSHIP' ? 'KIND_MENTORSHIP' : kind);

export function Activities({ bridge: ref }: { readonly bridge: FragmentType<typeof BridgeActivities> }): ReactNode {
  const t = useBridgeTexts();
  const { activities } = readFragment(BridgeActivities, ref);
  return (
    <ul className={styles.activities}>
      {activities.map(({ activity, covers }) => (
        <li key={activity.key}>
          <div>
            <h3>{activity.name}</h3>
            <p>{activity.summary}</p>
            <p className="muted small-text">{t('host', { host: activity.host })}</p>
          </div>
          <div className={styles.side}>
            <span className="pill">{t(kindKey(activity.kind))}</span>
            <div className="num">
              {t('hoursOf', { hours: number(activity.hours) })}
              <span className="muted">{`, ${t('weeks', { count: activity.weeks })}`}</span>
            </div>
            <div className="muted small-text">{t('raises', { count: covers.length })}</div>
            <div className="muted small-text">{t(activity.lever)}</div>
          </div>
        </li>
      ))}
    </ul>
  );
}
