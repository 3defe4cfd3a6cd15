/** Why this file exists: the builder: outline on the left, the job role in the middle, its review on the right. */
import { useMemo, useState, type ReactNode } from 'react';
import { Button } from '@mantine/core';
import { IconArrowBackUp } from '@tabler/icons-react';
import { useSearch } from '@tanstack/react-router';
import type { FragmentType } from '../../gql/index.js';
import type { BuilderDraftFragment } from '../../gql/graphql.js';
import { useKeys } from '../../app/keys.js';
import { notifyDone } from '../../app/notify.js';
import { usePageTitle } from '../../ui/page.js';
import { useJobRoleTexts } from '../job-roles.texts.js';
import { overlaysOf } from '../search.js';
import { trackWord } from '../words.js';
import { Banners } from './banners.js';
import type { BuilderData, BuilderJobRole } from './builder-page.js';
import { useBuilderTexts } from './builder.texts.js';
import { BuilderScope, type Scope } from './scope.js';
import type { Framework } from './framework.js';
import { stagesFor, type Kit } from './kit.js';
import { Outline } from './outline.js';
import { Publishing } from './publishing.js';
import { Purpose } from './purpose.js';
import { RequirementList } from './requirement-list.js';
import { ReviewRail } from './review-rail.js';
import { SaveStatus } from './save-status.js';
import type { BuilderReview } from './saving.documents.js';
import { SkillPicker } from './skill-picker.js';
import { useBuilder } from './use-builder.js';
import styles from './builder.module.css';

export interface EditorProps {
  readonly data: BuilderData;
  readonly jobRole: BuilderJobRole;
  readonly version: FragmentType<typeof BuilderReview>;
  readonly record: BuilderDraftFragment;
  readonly framework: Framework;
  /** The current framework version of the organisation. */
  readonly current: Framework | null;
  readonly kits: readonly Kit[];
  readonly again: () => void;
}

export function Editor(props: EditorProps): ReactNode {
  const { jobRole, record, framework, kits } = props;
  const t = useBuilderTexts();
  const words = useJobRoleTexts();
  const search = useSearch({ from: '/job-roles/$jobRoleId/edit' });
  const overlays = useMemo(() => overlaysOf(search.overlays), [search.overlays]);
  const builder = useBuilder(record, overlays);
  const [picking, setPicking] = useState(false);
  const kit = kits.find((k) => k.key === builder.draft.kitKey) ?? null;
  const scope = useMemo<Scope>(
    () => ({
      versionId: record.id,
      skills: new Map(framework.skills.map((s) => [s.key, s])),
      kit,
      rung: jobRole.rung,
      track: jobRole.track,
      stagesFor: (skillKey) => stagesFor(kit, skillKey, jobRole.rung),
      change: builder.change,
    }),
    [record.id, framework, kit, jobRole.rung, jobRole.track, builder.change],
  );
  const undo = (): void => {
    if (!builder.canUndo) return;
    builder.undo();
    notifyDone(t('undone'));
  };
  useKeys([
    { keys: 'a', label: t('addKey'), run: () => setPicking(true) },
    { keys: 'Mod+z', label: t('undoKey'), run: undo },
  ]);
  const title = builder.draft.title.trim() === '' ? record.title : builder.draft.title;
  usePageTitle(t('edit'), [
    { label: words('jobRoles'), to: '/job-roles' },
    { label: title, to: `/job-roles/${jobRole.id}` },
  ]);
  return (
    <BuilderScope.Provider value={scope}>
      <div className={styles.page}>
        <header className={styles.head}>
          <div className={styles.title}>
            <h1>{title}</h1>
            <p className="muted">
              <span className="mono">{jobRole.key}</span>
              {` · ${words(trackWord[jobRole.track])}, ${words('rung', { rung: jobRole.rung }).toLowerCase()} · ${t('draftOf', { number: record.number })}`}
            </p>
          </div>
          <SaveStatus saving={builder.saving} />
          <Button
            variant="default"
            size="xs"
            disabled={!builder.canUndo}
            leftSection={<IconArrowBackUp size={15} aria-hidden />}
            onClick={undo}
          >
            {t('undo')}
          </Button>
        </header>
        <Banners builder={builder} jobRoleId={jobRole.id} />
        <div className={styles.frame}>
          <Outline draft={builder.draft} />
          <div className={styles.centre}>
            <Purpose draft={builder.draft} change={builder.change} />
            <RequirementList draft={builder.draft} onAdd={() => setPicking(true)} />
            <Publishing {...props} builder={builder} />
          </div>
          <ReviewRail {...props} builder={builder} overlays={overlays} />
        </div>
      </div>
      <SkillPicker opened={picking} onClose={() => setPicking(false)} framework={framework} draft={builder.draft} />
    </BuilderScope.Provider>
  );
}
