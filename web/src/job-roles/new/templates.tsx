/** Why this file exists: the job roles that a new one can start from, by track. */
import type { ReactNode } from 'react';
import { graphql } from '../../gql/index.js';
import type { TemplateJobRoleFragment } from '../../gql/graphql.js';
import { useJobRoleTexts } from '../job-roles.texts.js';
import { TRACKS, trackWord } from '../words.js';
import { useNewTexts } from './new.texts.js';
import styles from './new.module.css';

export const TemplateJobRole = graphql(`
  fragment TemplateJobRole on JobRole {
    id
    key
    track
    rung
    ladder {
      key
    }
    currentVersion {
      id
      title
      mission
      requirements {
        skillKey
        isMustHave
      }
    }
  }
`);
export const EMPTY = 'empty';

interface TemplatesProps {
  readonly templates: readonly TemplateJobRoleFragment[];
  /** Id of a version, or `empty`. */
  readonly value: string;
  readonly onChange: (value: string) => void;
}

export function Templates({ templates, value, onChange }: TemplatesProps): ReactNode {
  const t = useNewTexts();
  const words = useJobRoleTexts();
  return (
    <fieldset className={styles.templates}>
      <legend>{t('startWith')}</legend>
      <Option value={EMPTY} chosen={value} onChange={onChange} title={t('empty')} hint={t('emptyHint')} />
      {TRACKS.map((track) => {
        const of = templates.filter((r) => r.track === track && r.currentVersion != null);
        if (of.length === 0) return null;
        return (
          <div key={track} role="group" aria-label={words(trackWord[track])}>
            <div className={styles.track}>{words(trackWord[track])}</div>
            {of.map((r) => (
              <Option
                key={r.id}
                value={r.currentVersion?.id ?? ''}
                chosen={value}
                onChange={onChange}
                title={r.currentVersion?.title ?? r.key}
                hint={t('templateHint', {
                  key: r.key,
                  musts: r.currentVersion?.requirements.filter((q) => q.isMustHave).length ?? 0,
                  all: r.currentVersion?.requirements.length ?? 0,
                })}
              />
            ))}
          </div>
        );
      })}
    </fieldset>
  );
}

interface OptionProps {
  readonly value: string;
  readonly chosen: string;
  readonly onChange: (value: string) => void;
  readonly title: string;
  readonly hint: string;
}

function Option({ value, chosen, onChange, title, hint }: OptionProps): ReactNode {
  return (
    <label className={styles.option}>
      <input
        type="radio"
        name="template"
        value={value}
        checked={chosen === value}
        onChange={() => onChange(value)}
        aria-describedby={`hint-${value}`}
        aria-label={title}
      />
      <span>
        <b>{title}</b>
        <span id={`hint-${value}`}>{hint}</span>
      </span>
    </label>
  );
}
