/** Why this file exists: ticks the parts of a model's life that the must-haves of a job role span. */
import type { ReactNode } from 'react';
import { IconCheck, IconCircleDashed } from '@tabler/icons-react';
import { graphql, readFragment, type FragmentType } from '../../gql/index.js';
import { list } from '../../app/format.js';
import { useJobRoleTexts } from '../job-roles.texts.js';
import { areaWord } from '../words.js';
import styles from './parts.module.css';

export const LifeCycleTick = graphql(`
  fragment LifeCycleTick on LifeCycleCover {
    area
    skillKeys
  }
`);

interface LifeCycleProps {
  readonly areas: readonly FragmentType<typeof LifeCycleTick>[];
  /** Names of skills by key. */
  readonly names: ReadonlyMap<string, string>;
}

export function LifeCycle({ areas, names }: LifeCycleProps): ReactNode {
  const t = useJobRoleTexts();
  return (
    <ul className={styles.areas}>
      {areas
        .map((ref) => readFragment(LifeCycleTick, ref))
        .map(({ area, skillKeys }) => (
          <li key={area} data-covered={skillKeys.length > 0}>
            {skillKeys.length > 0 ? <IconCheck size={15} aria-hidden /> : <IconCircleDashed size={15} aria-hidden />}
            <span>
              <b>{t(areaWord[area])}</b>
              <span className="visually-hidden">{`: ${t(skillKeys.length > 0 ? 'covered' : 'notCovered')}. `}</span>
              <span className="muted">
                {skillKeys.length > 0 ? list(skillKeys.map((key) => names.get(key) ?? key)) : t('notCovered')}
              </span>
            </span>
          </li>
        ))}
    </ul>
  );
}
