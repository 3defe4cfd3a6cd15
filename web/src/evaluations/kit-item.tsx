/** Why this file exists: one question in the interviewer's hand: prompt, probes, red flags, and what answers are worth. */
import type { ReactNode } from 'react';
import { IconFlag3 } from '@tabler/icons-react';
import { useEvaluationsTexts } from './evaluations.texts.js';
import type { AskedItem } from './scorecard-view.js';
import styles from './kit.module.css';

interface KitItemProps {
  readonly item: AskedItem;
  readonly number: number;
  readonly materials: string | null;
}

export function KitItem({ item, number, materials }: KitItemProps): ReactNode {
  const t = useEvaluationsTexts();
  return (
    <article className={styles.item} aria-labelledby={`kit-${item.key}`}>
      <div className={styles.itemHead}>
        <h3 id={`kit-${item.key}`}>
          <span className={styles.number} aria-hidden>
            {number}
          </span>
          {item.title}
        </h3>
        <span className="muted small-text">{`${t(`item_${item.kind}`)}, ${t('min', { count: item.minutes })}`}</span>
      </div>
      <p className={styles.prompt}>{item.prompt}</p>
      {materials === null ? null : (
        <p className={styles.materials}>
          <b>{`${t('materials')}: `}</b>
          {materials}
        </p>
      )}
      {item.probes.length === 0 ? null : (
        <>
          <h4>{t('probes')}</h4>
          <ul className={styles.probes}>
            {item.probes.map((probe) => (
              <li key={probe}>{probe}</li>
            ))}
          </ul>
        </>
      )}
      {item.redFlags.length === 0 ? null : (
        <>
          <h4 className={styles.flag}>
            <IconFlag3 size={14} stroke={1.8} aria-hidden />
            {t('redFlags')}
          </h4>
          <ul className={styles.probes}>
            {item.redFlags.map((flag) => (
              <li key={flag}>{flag}</li>
            ))}
          </ul>
        </>
      )}
      <h4>{t('ratesSkills')}</h4>
      <ul className={styles.skills}>
        {item.slots.map((slot) => (
          <li key={slot.key}>
            <b>{slot.skill}</b>
            {slot.askedLevel === null ? null : (
              <span className="muted">{t('askedLevel', { level: slot.askedLevel })}</span>
            )}
            {slot.isMustHave ? <span className="pill">{t('mustHave')}</span> : null}
          </li>
        ))}
      </ul>
      <Anchors item={item} />
    </article>
  );
}

function Anchors({ item }: { readonly item: AskedItem }): ReactNode {
  const t = useEvaluationsTexts();
  return (
    <table className={`table ${styles.anchors}`}>
      <caption>{t('anchors')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('rating')}</th>
          <th scope="col">{t('anchor')}</th>
        </tr>
      </thead>
      <tbody>
        {item.anchors.map((anchor) => (
          <tr key={anchor.level}>
            <th scope="row">
              <span className={styles.level}>{anchor.level}</span>
              {anchor.name}
            </th>
            <td>{anchor.anchor}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
