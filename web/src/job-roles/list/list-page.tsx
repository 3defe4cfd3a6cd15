/** Why this file exists: the page that lists all job roles, or shows them as two ladders. */
import { useRef, type ReactNode } from 'react';
import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useKeys } from '../../app/keys.js';
import { useSession } from '../../app/session.js';
import { Page } from '../../ui/page.js';
import { Segmented } from '../../ui/segmented.js';
import { useJobRoleTexts } from '../job-roles.texts.js';
import { Filters } from './filters.js';
import { Ladders } from './ladders.js';
import { useListTexts } from './list.texts.js';
import { JobRoleList } from './role-list.js';

export function JobRolesPage(): ReactNode {
  const t = useListTexts();
  const words = useJobRoleTexts();
  const { may } = useSession();
  const search = useSearch({ from: '/job-roles' });
  const navigate = useNavigate({ from: '/job-roles' });
  const view = search.view ?? 'list';
  const mayCreate = may('job-role:create');
  const field = useRef<HTMLInputElement>(null);
  const show = (next: 'list' | 'ladders'): void =>
    void navigate({ search: (now) => ({ ...now, view: next === 'list' ? undefined : next }), replace: true });
  useKeys([
    { keys: '/', label: t('keyFilter'), run: () => field.current?.focus() },
    { keys: 'v', label: t('keyView'), run: () => show(view === 'list' ? 'ladders' : 'list') },
    ...(mayCreate ? [{ keys: 'c', label: t('keyNew'), run: () => void navigate({ to: '/job-roles/new' }) }] : []),
  ]);
  return (
    <Page
      title={words('jobRoles')}
      lead={t('lead')}
      actions={
        <>
          <Segmented
            label={t('view')}
            value={view}
            onChange={show}
            options={[
              { value: 'list', label: t('list') },
              { value: 'ladders', label: t('ladders') },
            ]}
          />
          {mayCreate ? (
            <Button
              renderRoot={(props) => <Link to="/job-roles/new" {...props} />}
              leftSection={<IconPlus size={16} aria-hidden />}
            >
              {t('newJobRole')}
            </Button>
          ) : null}
        </>
      }
    >
      {view === 'ladders' ? (
        <Ladders />
      ) : (
        <>
          <Filters field={field} />
          <JobRoleList />
        </>
      )}
    </Page>
  );
}
