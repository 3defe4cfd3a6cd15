/** Why this file exists: what the rest of the panel asks, so that nothing is asked twice and nothing is missed. */
import type { ReactNode } from 'react';
import { list } from '../app/format.js';
import { graphql, readFragment, type FragmentType } from '../gql/index.js';
import { useEvaluationsTexts } from './evaluations.texts.js';
import styles from './kit.module.css';

const KitOthersFragment = graphql(`
  fragment EvaluationsKitOthers on Interview {
    id
    application {
      id
      interviews {
        id
        title
        state
        seats {
          scorecardId
          isRemoved
          person {
            id
            displayName
          }
        }
        items {
          skillKeys
          item {
            key
            title
            skills {
              key
              name
            }
          }
        }
      }
    }
  }
`);

export function KitOthers({ of }: { readonly of: FragmentType<typeof KitOthersFragment> }): ReactNode {
  const t = useEvaluationsTexts();
  const own = readFragment(KitOthersFragment, of);
  const others = (own.application?.interviews ?? []).filter((one) => one.id !== own.id && one.state !== 'CANCELLED');
  return (
    <section className={styles.part} aria-labelledby="kit-others">
      <h2 id="kit-others">{t('others')}</h2>
      {others.length === 0 ? <p className="muted">{t('othersNone')}</p> : null}
      <ul className={styles.others}>
        {others.map((one) => {
          const people = one.seats.filter((seat) => !seat.isRemoved);
          return (
            <li key={one.id}>
              <b>{one.title}</b>
              <span className="muted">
                {people.length === 0
                  ? t('panelEmpty')
                  : list(people.map((seat) => seat.person?.displayName ?? t('unknownPerson')))}
              </span>
              <ul>
                {one.items.map(({ item, skillKeys }) => (
                  <li key={item.key}>
                    {item.title}
                    <span className="muted">
                      {`: ${list(skillKeys.map((key) => item.skills.find((skill) => skill.key === key)?.name ?? key))}`}
                    </span>
                  </li>
                ))}
              </ul>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
