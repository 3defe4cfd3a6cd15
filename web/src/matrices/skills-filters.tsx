/** Why this file exists: what of the skills is shown, and as of which day; all of it stands in the address. */
import { useRef, type ReactNode } from 'react';
import { Button, Popover, Select, TextInput } from '@mantine/core';
import { IconClock, IconSearch } from '@tabler/icons-react';
import { today } from '../app/format.js';
import { useKeys } from '../app/keys.js';
import { Segmented } from '../ui/segmented.js';
import type { SkillsRow } from './skills-model.js';
import type { ChangeSkillsSearch } from './skills-page.js';
import type { SkillsSearch } from './skills-routes.js';
import { useSkillsTexts } from './skills-texts.js';
import styles from './skills.module.css';

interface SkillsFiltersProps {
  readonly rows: readonly SkillsRow[];
  readonly search: SkillsSearch;
  readonly change: ChangeSkillsSearch;
}

export function SkillsFilters({ rows, search, change }: SkillsFiltersProps): ReactNode {
  const t = useSkillsTexts();
  const find = useRef<HTMLInputElement>(null);
  useKeys([{ keys: '/', label: t('find'), run: () => find.current?.focus() }]);
  const categories = new Map(
    rows.flatMap(({ entry }) =>
      entry.skill == null ? [] : [[entry.skill.category.key, entry.skill.category] as const],
    ),
  );
  const options = [...categories.values()]
    .toSorted((a, b) => a.order - b.order)
    .map(({ key, name }) => ({ value: key, label: name }));
  return (
    <div className={styles.filters}>
      <TextInput
        ref={find}
        aria-label={t('find')}
        placeholder={t('find')}
        leftSection={<IconSearch size={15} stroke={1.7} aria-hidden />}
        value={search.text ?? ''}
        onChange={(e) => change({ text: e.currentTarget.value || undefined }, { replace: true })}
        className={styles.find}
      />
      <Select
        aria-label={t('category')}
        placeholder={t('allCategories')}
        data={options}
        value={search.category ?? null}
        onChange={(value) => change({ category: value ?? undefined })}
        clearable
        clearButtonProps={{ 'aria-label': t('allCategories') }}
        className={styles.category}
      />
      <Segmented
        label={t('show')}
        value={search.show ?? 'all'}
        onChange={(show) => change({ show: show === 'all' ? undefined : show })}
        options={[
          { value: 'all', label: t('showAll') },
          { value: 'gaps', label: t('showGaps') },
          { value: 'known', label: t('showKnown') },
          { value: 'waiting', label: t('showWaiting') },
        ]}
      />
      <TimeAxes search={search} change={change} />
    </div>
  );
}

function TimeAxes({ search, change }: Pick<SkillsFiltersProps, 'search' | 'change'>): ReactNode {
  const t = useSkillsTexts();
  return (
    <Popover position="bottom-end" trapFocus withRoles={false}>
      <Popover.Target>
        <Button
          variant="default"
          leftSection={<IconClock size={15} stroke={1.7} aria-hidden />}
          className={styles.last}
        >
          {t('time')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown role="dialog" aria-label={t('time')}>
        <div className={styles.time2}>
          <TextInput
            type="date"
            label={t('asOf')}
            max={today()}
            value={search.asOf ?? ''}
            onChange={(e) => change({ asOf: e.currentTarget.value || undefined }, { replace: true })}
          />
          <TextInput
            type="date"
            label={t('knownAt')}
            description={t('asOfHint')}
            max={today()}
            value={search.knownAt ?? ''}
            onChange={(e) => change({ knownAt: e.currentTarget.value || undefined }, { replace: true })}
          />
        </div>
      </Popover.Dropdown>
    </Popover>
  );
}
