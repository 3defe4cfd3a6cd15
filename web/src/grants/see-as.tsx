/** Why this file exists: what a member's own screen offers, from their rights alone and without their data. */
import type { ReactNode } from 'react';
import { useCoreTexts } from '../app/core-texts.js';
import { navigationFor } from '../app/navigation.js';
import { graphql, readFragment, type FragmentType } from '../gql/index.js';
import styles from './grants.module.css';
import { useGrantsTexts } from './grants.texts.js';
import { RightsTable } from './rights-table.js';

const SeeAsFragment = graphql(`
  fragment SeeAs on MemberRights {
    member {
      id
      displayName
    }
    grants
    hasPerson
    rights {
      permission
      resource
      action
      rows
    }
  }
`);

export function SeeAs({ rights: reference }: { readonly rights: FragmentType<typeof SeeAsFragment> }): ReactNode {
  const t = useGrantsTexts();
  const core = useCoreTexts();
  const { member, grants, hasPerson, rights } = readFragment(SeeAsFragment, reference);
  const permissions = new Set(rights.map((r) => r.permission));
  const pages = navigationFor({ grants, may: (p) => permissions.has(p), person: hasPerson ? member : null });
  const name = member.displayName;
  return (
    <>
      <p className="muted">{t('seeAsBody', { name })}</p>
      <section aria-labelledby="see-as-pages">
        <h3 id="see-as-pages">{t('seeAsPages')}</h3>
        {hasPerson ? null : <p className="muted">{t('noPerson')}</p>}
        <div className={styles.pages}>
          {pages.map((group) => (
            <div key={group.label}>
              <p className={styles.group}>{core(group.label)}</p>
              <ul>
                {group.items.map((item) => (
                  <li key={item.to}>
                    <item.icon aria-hidden />
                    {core(item.label)}
                  </li>
                ))}
              </ul>
            </div>
          ))}
        </div>
      </section>
      <section aria-labelledby="see-as-rights">
        <h3 id="see-as-rights">{t('seeAsRights')}</h3>
        {rights.length === 0 ? (
          <p className="muted">{t('seeAsNone')}</p>
        ) : (
          <RightsTable rights={rights} label={t('rightsOf', { name })} />
        )}
      </section>
    </>
  );
}
