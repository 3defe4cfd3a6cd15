/** Why this file exists: the definition of a version: mission, duties, what it asks under overlays, and what stands beside it. */
import type { ReactNode } from 'react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { graphql, readFragment, type FragmentType } from '../../gql/index.js';
import { useJobRoleTexts } from '../job-roles.texts.js';
import { Duties } from '../parts/duties.js';
import { OverlayToggles, type OverlayChoice } from '../parts/overlay-toggles.js';
import { joinOverlays, overlaysOf } from '../search.js';
import { useDefinitionTexts } from './definition.texts.js';
import styles from './definition.module.css';
import { Rail } from './rail.js';
import { Requirements } from './requirements.js';

export const DefinitionVersion = graphql(`
  fragment DefinitionVersion on JobRoleVersion {
    id
    number
    state
    title
    version
    mission
    outcomesIn12Months
    owns
    doesNotOwn
    ...RequirementsVersion
    ...RailVersion
  }
`);

interface DefinitionProps {
  readonly version: FragmentType<typeof DefinitionVersion>;
  readonly overlays: readonly FragmentType<typeof OverlayChoice>[];
  /** How many rules the clarity review has. */
  readonly rules: number;
}

export function Definition({ version: ref, overlays, rules }: DefinitionProps): ReactNode {
  const t = useDefinitionTexts();
  const words = useJobRoleTexts();
  const version = readFragment(DefinitionVersion, ref);
  const isBare = version.outcomesIn12Months.length + version.owns.length + version.doesNotOwn.length === 0;
  return (
    <div className={styles.columns}>
      <div>
        <p className={version.mission === '' ? `${styles.mission} muted` : styles.mission}>
          {version.mission === '' ? t('noMission') : version.mission}
        </p>
        {isBare ? null : (
          <div className={styles.duties}>
            <Duties kind="outcomes" title={words('outcomes')} items={version.outcomesIn12Months} />
            <Duties kind="owns" title={words('owns')} items={version.owns} />
            <Duties kind="doesNotOwn" title={words('doesNotOwn')} items={version.doesNotOwn} />
          </div>
        )}
        <section className="section" aria-labelledby="contexts">
          <h2 id="contexts">{words('overlays')}</h2>
          <p className={styles.hint}>{words('overlaysHint')}</p>
          <ChosenOverlays overlays={overlays} />
        </section>
        <Requirements version={version} />
      </div>
      <Rail version={version} rules={rules} />
    </div>
  );
}

export function ChosenOverlays({ overlays }: Pick<DefinitionProps, 'overlays'>): ReactNode {
  const search = useSearch({ from: '/job-roles/$jobRoleId' });
  const navigate = useNavigate({ from: '/job-roles/$jobRoleId' });
  return (
    <OverlayToggles
      overlays={overlays}
      on={overlaysOf(search.overlays)}
      onChange={(keys) =>
        void navigate({
          search: (now) => ({ ...now, overlays: joinOverlays(keys) }),
          replace: true,
          resetScroll: false,
        })
      }
    />
  );
}
