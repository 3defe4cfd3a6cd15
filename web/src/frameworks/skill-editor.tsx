/** Why this file exists: a skill of a draft is written: what it is, five levels, what it rests on. A circle is refused and its members are named. */
import { useState, type ReactNode } from 'react';
import { Button, Drawer } from '@mantine/core';
import { useForm } from 'react-hook-form';
import { useCommand, type CommandProblem } from '../app/commands.js';
import { useCoreTexts } from '../app/core-texts.js';
import { notifyDone, notifyProblem } from '../app/notify.js';
import { Loadable, Missing, useRead } from '../app/reads.js';
import { graphql, readFragment } from '../gql/index.js';
import type { SkillToEditFragment } from '../gql/graphql.js';
import { Block } from '../ui/skeleton.js';
import styles from './frameworks.module.css';
import { useFrameworksTexts } from './frameworks.texts.js';
import { fieldOf, skillFields, skillInput, type SkillFields } from './skill-fields.js';
import { SkillInputs } from './skill-inputs.js';
import { StaleBanner } from './stale-banner.js';

const SkillToEdit = graphql(`
  fragment SkillToEdit on Skill {
    id
    key
    name
    definition
    affinityResearch
    affinityProduction
    category {
      key
    }
    levels {
      level
      name
      indicators
    }
    prerequisites {
      skillKey
      minLevel
      fromLevel
    }
  }
`);

const SkillToEditQuery = graphql(`
  query SkillToEditQuery($id: ID!, $key: String!) {
    frameworkVersion(id: $id) {
      id
      skill(key: $key) {
        ...SkillToEdit
      }
    }
  }
`);

const PutSkill = graphql(`
  mutation PutSkill($input: PutSkillInput!) {
    putSkill(input: $input) {
      __typename
      ... on PutSkillSuccess {
        frameworkVersion {
          id
          version
        }
      }
      ...CommandProblem
      ... on Problem {
        facts {
          name
          value
        }
      }
    }
  }
`);

interface Named {
  readonly key: string;
  readonly name: string;
}
export interface EditedDraft {
  readonly id: string;
  readonly version: number;
  readonly categories: readonly Named[];
  readonly skills: readonly Named[];
}

interface SkillEditorProps {
  readonly draft: EditedDraft;
  /** `null` for a new skill. */
  readonly skillKey: string | null;
  /** Where a new skill is added. */
  readonly category: string | null;
  readonly again: () => void;
  readonly onClose: () => void;
}

export function SkillEditor(props: SkillEditorProps): ReactNode {
  const { draft, skillKey, category, onClose } = props;
  const t = useFrameworksTexts();
  const read = useRead(SkillToEditQuery, { id: draft.id, key: skillKey ?? '' }, { pause: skillKey === null });
  const name = draft.skills.find((s) => s.key === skillKey)?.name ?? '';
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      size={720}
      closeOnClickOutside={false}
      title={skillKey === null ? t('newSkill') : t('editNamed', { name })}
    >
      {skillKey === null ? (
        <EditorForm {...props} skill={null} category={category} />
      ) : (
        <Loadable of={read} skeleton={<Block height={600} />}>
          {({ frameworkVersion }) => {
            const skill = readFragment(SkillToEdit, frameworkVersion?.skill);
            return skill == null ? <Missing /> : <EditorForm {...props} skill={skill} />;
          }}
        </Loadable>
      )}
    </Drawer>
  );
}

interface EditorFormProps extends SkillEditorProps {
  readonly skill: SkillToEditFragment | null;
}

function EditorForm({ draft, skill, category, again, onClose }: EditorFormProps): ReactNode {
  const t = useFrameworksTexts();
  const core = useCoreTexts();
  const [run, running] = useCommand(PutSkill);
  const [cycle, setCycle] = useState<readonly string[] | null>(null);
  const [staleVersion, setStaleVersion] = useState<number | null>(null);
  const form = useForm<SkillFields>({ defaultValues: skillFields(skill, category) });
  const refuse = (problem: CommandProblem): void => {
    const members = problem.facts?.find((f) => f.name === 'cycle')?.value;
    const field = fieldOf(problem.field);
    if (problem.code === 'PREREQUISITE_CYCLE' && members !== undefined) setCycle(members.split(', '));
    else if (problem.kind === 'StaleVersion') setStaleVersion(draft.version);
    else if (field !== null) form.setError(field, { message: problem.message }, { shouldFocus: true });
    else notifyProblem(problem);
  };
  const submit = form.handleSubmit(async (fields) => {
    setCycle(null);
    const input = { frameworkVersionId: draft.id, version: draft.version, skill: skillInput(fields) };
    const outcome = await run({ input });
    if (!outcome.ok) {
      refuse(outcome.problem);
      return;
    }
    notifyDone(t('savedSkill', { name: fields.name.trim() }));
    again();
    onClose();
  });
  const nameOf = (key: string): string =>
    key === form.getValues('key') ? form.getValues('name') : (draft.skills.find((s) => s.key === key)?.name ?? key);
  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      <SkillInputs form={form} draft={draft} isNew={skill === null} />
      <div className={styles.editorFoot} style={{ flexWrap: 'wrap' }}>
        <div style={{ flex: '1 1 100%' }}>
          {cycle === null ? null : <Cycle members={cycle.map(nameOf)} />}
          {staleVersion === draft.version ? <StaleBanner again={again} /> : null}
        </div>
        <Button variant="default" onClick={onClose}>
          {core('cancel')}
        </Button>
        <Button type="submit" loading={running}>
          {t('save')}
        </Button>
      </div>
    </form>
  );
}

/** The circle as a chain of names, the first repeated at the end. */
function Cycle({ members }: { readonly members: readonly string[] }): ReactNode {
  const t = useFrameworksTexts();
  return (
    <div className={`banner ${styles.cycle}`} role="alert">
      <p>{t('cycleTitle')}</p>
      <ol>
        {members.map((name, i) => (
          <li key={`${name}${i}`}>{name}</li>
        ))}
      </ol>
      <p>{t('cycleEnd')}</p>
    </div>
  );
}
