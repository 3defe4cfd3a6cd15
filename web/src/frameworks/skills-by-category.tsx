/** Why this file exists: the skills of a version, grouped, found by text and category; the library and each version draw the same list. */
import type { ReactNode } from 'react';
import { Button, Select } from '@mantine/core';
import { graphql, readFragment, type FragmentType } from '../gql/index.js';
import type { SkillsByCategoryFragment } from '../gql/graphql.js';
import { EmptyState } from '../ui/empty-state.js';
import { FindField } from '../ui/find-field.js';
import { Go } from '../ui/go.js';
import { Affinity } from './affinity.js';
import styles from './frameworks.module.css';
import { useFrameworksTexts } from './frameworks.texts.js';

export const SkillsByCategoryData = graphql(`
  fragment SkillsByCategory on FrameworkVersion {
    id
    categories {
      key
      name
      order
    }
    skills {
      id
      key
      name
      definition
      affinityResearch
      affinityProduction
      category {
        key
      }
      prerequisites {
        skillKey
      }
    }
  }
`);

export type ListedSkill = SkillsByCategoryFragment['skills'][number];
export type ListedCategory = SkillsByCategoryFragment['categories'][number];

interface SkillFilter {
  readonly text?: string | undefined;
  readonly category?: string | undefined;
}

interface SkillsByCategoryProps {
  readonly version: FragmentType<typeof SkillsByCategoryData>;
  readonly filter: SkillFilter;
  readonly onFilter: (next: SkillFilter) => void;
  /** Address of a skill's page. */
  readonly addressOf: (skillKey: string) => string;
  /** What an editor can do with a skill, and with a category. */
  readonly skillActions?: (skill: ListedSkill) => ReactNode;
  readonly categoryActions?: (category: ListedCategory) => ReactNode;
}

const fits = (skill: ListedSkill, { text, category }: SkillFilter): boolean => {
  const wanted = (text ?? '').trim().toLocaleLowerCase();
  return (
    (category === undefined || skill.category.key === category) &&
    (wanted === '' || `${skill.name} ${skill.definition} ${skill.key}`.toLocaleLowerCase().includes(wanted))
  );
};

export function SkillsByCategory(props: SkillsByCategoryProps): ReactNode {
  const { version: reference, filter, onFilter, categoryActions } = props;
  const t = useFrameworksTexts();
  const version = readFragment(SkillsByCategoryData, reference);
  const found = version.skills.filter((s) => fits(s, filter));
  const isNarrowed = (filter.text ?? '') !== '' || filter.category !== undefined;
  const groups = version.categories
    .map((category) => ({ category, skills: found.filter((s) => s.category.key === category.key) }))
    .filter((g) => g.skills.length > 0 || !isNarrowed);
  return (
    <>
      <div className={styles.filters}>
        <FindField
          label={t('find')}
          value={filter.text ?? ''}
          onChange={(text) => onFilter({ ...filter, text: text === '' ? undefined : text })}
        />
        <Select
          comboboxProps={{ withinPortal: false }}
          aria-label={t('category')}
          placeholder={t('allCategories')}
          clearable
          clearButtonProps={{ 'aria-label': t('clear') }}
          data={version.categories.map((c) => ({ value: c.key, label: c.name }))}
          value={filter.category ?? null}
          onChange={(category) => onFilter({ ...filter, category: category ?? undefined })}
          style={{ width: 260 }}
        />
        <span className="muted num" role="status">
          {t('skillsCount', { count: found.length })}
        </span>
      </div>
      {groups.length === 0 ? (
        <EmptyState
          small
          title={t('noSkillsTitle')}
          action={
            <Button variant="default" onClick={() => onFilter({ text: undefined, category: undefined })}>
              {t('clear')}
            </Button>
          }
        >
          {t('noSkillsBody')}
        </EmptyState>
      ) : null}
      {groups.map(({ category, skills }) => (
        <section key={category.key} className="section" aria-labelledby={`category-${category.key}`}>
          <div className="section-head">
            <h2 id={`category-${category.key}`}>{category.name}</h2>
            {categoryActions?.(category)}
          </div>
          {skills.length === 0 ? null : <SkillsTable {...props} name={category.name} skills={skills} />}
        </section>
      ))}
    </>
  );
}

interface SkillsTableProps extends Pick<SkillsByCategoryProps, 'addressOf' | 'skillActions'> {
  readonly name: string;
  readonly skills: readonly ListedSkill[];
}

function SkillsTable({ name, skills, addressOf, skillActions }: SkillsTableProps): ReactNode {
  const t = useFrameworksTexts();
  return (
    <div className="table-scroll" role="region" aria-label={t('skillsTable', { category: name })} tabIndex={0}>
      <table className={`table ${styles.skills}`}>
        <thead>
          <tr>
            <th scope="col">{t('skill')}</th>
            <th scope="col">{t('research')}</th>
            <th scope="col">{t('production')}</th>
            <th scope="col" className="right">
              {t('needsFirst')}
            </th>
            {skillActions === undefined ? null : <th scope="col">{t('actions')}</th>}
          </tr>
        </thead>
        <tbody>
          {skills.map((skill) => (
            <tr key={skill.key}>
              <th scope="row">
                <Go to={addressOf(skill.key)} className="row-link">
                  {skill.name}
                </Go>
                <span className={styles.definition}>{skill.definition}</span>
              </th>
              <td>
                <Affinity axis="research" share={skill.affinityResearch} />
              </td>
              <td>
                <Affinity axis="production" share={skill.affinityProduction} />
              </td>
              <td className="right">{skill.prerequisites.length}</td>
              {skillActions === undefined ? null : <td className={styles.rowActions}>{skillActions(skill)}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
