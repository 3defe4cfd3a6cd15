/** Why this file exists: makes a job role from a template or from nothing, and leads into the builder. */
import type { ReactNode } from 'react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { graphql, readFragment } from '../../gql/index.js';
import { Loadable, Refused, useRead } from '../../app/reads.js';
import { useSession } from '../../app/session.js';
import { Page } from '../../ui/page.js';
import { Block } from '../../ui/skeleton.js';
import { useJobRoleTexts } from '../job-roles.texts.js';
import { NewForm } from './new-form.js';
import { useNewTexts } from './new.texts.js';
import { EMPTY, TemplateJobRole, Templates } from './templates.js';
import styles from './new.module.css';

const JobRoleTemplates = graphql(`
  query JobRoleTemplates {
    jobRoles(first: 100) {
      nodes {
        id
        ...TemplateJobRole
      }
    }
    ladders {
      key
      name
      track
    }
  }
`);

export function NewJobRolePage(): ReactNode {
  const t = useNewTexts();
  const words = useJobRoleTexts();
  const { may } = useSession();
  const mayCreate = may('job-role:create');
  const read = useRead(JobRoleTemplates, {}, { pause: !mayCreate });
  const search = useSearch({ from: '/job-roles/new' });
  const navigate = useNavigate({ from: '/job-roles/new' });
  if (!mayCreate) return <Refused refusal="forbidden" />;
  return (
    <Page title={t('title')} crumbs={[{ label: words('jobRoles'), to: '/job-roles' }]} lead={t('lead')}>
      <Loadable of={read} skeleton={<Block height={720} />}>
        {({ jobRoles, ladders }) => {
          const templates = jobRoles.nodes.map((ref) => readFragment(TemplateJobRole, ref));
          const chosen = templates.find((r) => r.currentVersion != null && r.currentVersion.id === search.from) ?? null;
          const from = chosen === null ? EMPTY : (search.from ?? EMPTY);
          return (
            <div className={styles.columns}>
              <Templates
                templates={templates}
                value={from}
                onChange={(next) =>
                  void navigate({ search: { from: next === EMPTY ? undefined : next }, replace: true })
                }
              />
              <NewForm template={chosen} ladders={ladders} />
            </div>
          );
        }}
      </Loadable>
    </Page>
  );
}
