/** Why this file exists: a draft's skills with what an editor can do to each: edit, remove, add. */
import { useState, type ReactNode } from 'react';
import { Button } from '@mantine/core';
import { useCommand } from '../app/commands.js';
import { notifyDone, notifyProblem } from '../app/notify.js';
import { graphql, readFragment, type FragmentType } from '../gql/index.js';
import { Confirm } from '../ui/confirm.js';
import { CategoryForm } from './category-form.js';
import { useFrameworksTexts } from './frameworks.texts.js';
import { SkillEditor } from './skill-editor.js';
import { SkillsByCategory, type ListedCategory } from './skills-by-category.js';

const DraftSkillsData = graphql(`
  fragment DraftSkills on FrameworkVersion {
    id
    version
    categories {
      key
      name
      order
    }
    skills {
      id
      key
      name
    }
    ...SkillsByCategory
  }
`);

const RemoveSkill = graphql(`
  mutation RemoveSkill($input: RemoveSkillInput!) {
    removeSkill(input: $input) {
      __typename
      ... on RemoveSkillSuccess {
        frameworkVersion {
          id
          version
        }
      }
      ...CommandProblem
    }
  }
`);

interface Named {
  readonly key: string;
  readonly name: string;
}
interface DraftSkillsProps {
  readonly version: FragmentType<typeof DraftSkillsData>;
  readonly filter: { readonly text?: string | undefined; readonly category?: string | undefined };
  readonly onFilter: (next: DraftSkillsProps['filter']) => void;
  readonly again: () => void;
}

export function DraftSkills({ version: reference, filter, onFilter, again }: DraftSkillsProps): ReactNode {
  const t = useFrameworksTexts();
  const draft = readFragment(DraftSkillsData, reference);
  const [edited, setEdited] = useState<{ readonly skillKey: string | null; readonly category: string | null } | null>(
    null,
  );
  const [category, setCategory] = useState<ListedCategory | null>(null);
  const [leaving, setLeaving] = useState<Named | null>(null);
  return (
    <>
      <SkillsByCategory
        version={draft}
        filter={filter}
        onFilter={onFilter}
        addressOf={(key) => `/library/skills/${key}?version=${draft.id}`}
        skillActions={(skill) => (
          <>
            <Button
              variant="subtle"
              size="compact-sm"
              aria-label={t('editNamed', { name: skill.name })}
              onClick={() => setEdited({ skillKey: skill.key, category: null })}
            >
              {t('edit')}
            </Button>
            <Button
              variant="subtle"
              size="compact-sm"
              color="clay"
              aria-label={t('removeNamed', { name: skill.name })}
              onClick={() => setLeaving(skill)}
            >
              {t('remove')}
            </Button>
          </>
        )}
        categoryActions={(one) => (
          <span style={{ display: 'flex', gap: 6 }}>
            <Button
              variant="subtle"
              size="compact-sm"
              aria-label={t('editCategory', { name: one.name })}
              onClick={() => setCategory(one)}
            >
              {t('edit')}
            </Button>
            <Button
              variant="light"
              size="compact-sm"
              aria-label={`${t('addSkill')}: ${one.name}`}
              onClick={() => setEdited({ skillKey: null, category: one.key })}
            >
              {t('addSkill')}
            </Button>
          </span>
        )}
      />
      {edited === null ? null : (
        <SkillEditor
          draft={draft}
          skillKey={edited.skillKey}
          category={edited.category}
          again={again}
          onClose={() => setEdited(null)}
        />
      )}
      {category === null ? null : (
        <CategoryForm category={category} draft={draft} again={again} onClose={() => setCategory(null)} />
      )}
      {leaving === null ? null : (
        <RemoveWindow skill={leaving} draft={draft} again={again} onClose={() => setLeaving(null)} />
      )}
    </>
  );
}

interface RemoveWindowProps {
  readonly skill: Named;
  readonly draft: { readonly id: string; readonly version: number };
  readonly again: () => void;
  readonly onClose: () => void;
}

function RemoveWindow({ skill, draft, again, onClose }: RemoveWindowProps): ReactNode {
  const t = useFrameworksTexts();
  const [run, running] = useCommand(RemoveSkill);
  const [refused, setRefused] = useState<string | null>(null);
  const remove = async (): Promise<void> => {
    const outcome = await run({
      input: { frameworkVersionId: draft.id, version: draft.version, skillKey: skill.key },
    });
    if (outcome.ok) {
      notifyDone(t('removed', { name: skill.name }));
      again();
      onClose();
      return;
    }
    if (outcome.problem.kind !== 'StaleVersion') {
      setRefused(outcome.problem.message);
      return;
    }
    again();
    notifyProblem(outcome.problem);
  };
  return (
    <Confirm
      opened
      danger
      title={t('removeTitle', { name: skill.name })}
      action={t('remove')}
      running={running}
      onConfirm={() => void remove()}
      onClose={onClose}
    >
      <p>{t('removeBody')}</p>
      {refused === null ? null : (
        <p className="banner" role="alert">
          {refused}
        </p>
      )}
    </Confirm>
  );
}
