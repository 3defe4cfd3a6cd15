/** Why this file exists: chooses a published job role, told apart by its ladder. */
import type { ReactNode } from 'react';
import { Select } from '@mantine/core';
import { graphql, readFragment, type FragmentType } from '../../gql/index.js';
import { useJobRoleTexts } from '../job-roles.texts.js';
import { TRACKS, trackWord } from '../words.js';

export const PickedJobRole = graphql(`
  fragment PickedJobRole on JobRole {
    id
    key
    track
    rung
    currentVersion {
      id
      title
    }
  }
`);

interface JobRolePickerProps {
  readonly label: string;
  readonly jobRoles: readonly FragmentType<typeof PickedJobRole>[];
  /** Id of the chosen version. */
  readonly value: string | null;
  /** For a version that is not the current one of its job role. */
  readonly other?: { readonly id: string; readonly title: string } | null;
  readonly onChange: (versionId: string) => void;
  readonly autoFocus?: boolean;
}

export function JobRolePicker({ label, jobRoles, value, other, onChange, autoFocus }: JobRolePickerProps): ReactNode {
  const t = useJobRoleTexts();
  const all = jobRoles.map((ref) => readFragment(PickedJobRole, ref)).filter((r) => r.currentVersion != null);
  const groups = TRACKS.map((track) => ({
    group: t(trackWord[track]),
    items: all
      .filter((r) => r.track === track)
      .map((r) => ({ value: r.currentVersion?.id ?? '', label: `${r.currentVersion?.title ?? ''} · ${r.key}` })),
  })).filter((g) => g.items.length > 0);
  const isListed = groups.some((g) => g.items.some((i) => i.value === value));
  const extra = other == null || isListed ? [] : [{ group: ' ', items: [{ value: other.id, label: other.title }] }];
  return (
    <Select
      label={label}
      placeholder={t('chooseJobRole')}
      data={[...groups, ...extra]}
      value={value}
      onChange={(next) => {
        if (next !== null) onChange(next);
      }}
      searchable
      maxDropdownHeight={340}
      data-autofocus={autoFocus}
    />
  );
}
