/** Why this file exists: when to move on: the interview by the minute, and whether it fits. */
import type { ReactNode } from 'react';
import { useEvaluationsTexts } from './evaluations.texts.js';
import type { AskedItem } from './scorecard-view.js';
import styles from './kit.module.css';

interface KitMinutesProps {
  readonly items: readonly AskedItem[];
  /** Minutes that the interview has. */
  readonly minutes: number;
}

export function KitMinutes({ items, minutes }: KitMinutesProps): ReactNode {
  const t = useEvaluationsTexts();
  const total = items.reduce((sum, item) => sum + item.minutes, 0);
  const rows = items.map((item, at) => {
    const from = items.slice(0, at).reduce((sum, one) => sum + one.minutes, 0);
    return { key: item.key, title: item.title, from, to: from + item.minutes };
  });
  if (total < minutes) rows.push({ key: '', title: t('planRest'), from: total, to: minutes });
  return (
    <section className={styles.part} aria-labelledby="kit-minutes">
      <h2 id="kit-minutes">{t('plan')}</h2>
      <ol className={styles.minutes}>
        {rows.map((row) => (
          <li key={row.key}>
            <span className="num muted">{t('planFromTo', { from: row.from, to: row.to })}</span>
            <span className={row.key === '' ? 'muted' : ''}>{row.title}</span>
          </li>
        ))}
      </ol>
      {total > minutes ? <p className={styles.over}>{t('planOver', { count: total - minutes })}</p> : null}
    </section>
  );
}
