/** Why this file exists: regulatory contexts are switched on and off where levels are shown; the choice stands in the address. */
import type { ReactNode } from 'react';
import { IconCheck } from '@tabler/icons-react';
import { graphql, readFragment, type FragmentType } from '../../gql/index.js';
import { useJobRoleTexts } from '../job-roles.texts.js';
import styles from './parts.module.css';

export const OverlayChoice = graphql(`
  fragment OverlayChoice on Overlay {
    key
    name
    appliesWhen
  }
`);

interface OverlayTogglesProps {
  readonly overlays: readonly FragmentType<typeof OverlayChoice>[];
  readonly on: readonly string[];
  readonly onChange: (keys: readonly string[]) => void;
}

export function OverlayToggles({ overlays: refs, on, onChange }: OverlayTogglesProps): ReactNode {
  const t = useJobRoleTexts();
  const overlays = refs.map((ref) => readFragment(OverlayChoice, ref));
  const toggle = (key: string): void => onChange(on.includes(key) ? on.filter((k) => k !== key) : [...on, key]);
  return (
    <div className={styles.toggles} role="group" aria-label={t('overlays')}>
      {overlays.map((o) => (
        <button
          key={o.key}
          type="button"
          className={styles.toggle}
          aria-pressed={on.includes(o.key)}
          title={o.appliesWhen}
          onClick={() => toggle(o.key)}
        >
          <span className={styles.tick} aria-hidden>
            {on.includes(o.key) ? <IconCheck size={10} stroke={3.4} /> : null}
          </span>
          {o.name}
        </button>
      ))}
    </div>
  );
}
