/** Why this file exists: who works here, found by name and team; for administrators also who may sign in and what they may do. */
import { lazy, Suspense, useState, type ReactNode } from 'react';
import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useSession } from '../app/session.js';
import { Page } from '../ui/page.js';
import { Segmented } from '../ui/segmented.js';
import { Block } from '../ui/skeleton.js';
import { Directory } from './directory.js';
import type { DirectorySearch } from './people.routes.js';
import { usePeopleTexts } from './people.texts.js';
import { PersonForm } from './person-form.js';

const InvitationList = lazy(async () => ({
  default: (await import('../invitations/invitation-list.js')).InvitationList,
}));
const MembersPanel = lazy(async () => ({ default: (await import('../grants/members-panel.js')).MembersPanel }));
const ApprovalsPanel = lazy(async () => ({ default: (await import('../grants/approvals-panel.js')).ApprovalsPanel }));
const ProvisioningPanel = lazy(async () => ({
  default: (await import('../grants/provisioning-panel.js')).ProvisioningPanel,
}));

export function PeoplePage(): ReactNode {
  const t = usePeopleTexts();
  const { may } = useSession();
  const search = useSearch({ from: '/people' });
  const navigate = useNavigate({ from: '/people' });
  const [adding, setAdding] = useState(false);
  const seesMembers = may('grant:create');
  const view = seesMembers && search.view !== undefined ? search.view : 'directory';
  const change = (next: Partial<DirectorySearch>): void =>
    void navigate({ search: (known) => ({ ...known, ...next }), replace: true });
  const show = (next: typeof view): void => void navigate({ search: next === 'directory' ? {} : { view: next } });
  return (
    <Page
      title={t('title')}
      lead={t(seesMembers ? 'leadAccess' : 'lead')}
      actions={
        may('directory:create') && view === 'directory' ? (
          <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setAdding(true)}>
            {t('addPerson')}
          </Button>
        ) : null
      }
    >
      {seesMembers ? (
        <div style={{ marginBottom: 18, overflowX: 'auto' }}>
          <Segmented
            label={t('view')}
            value={view}
            onChange={show}
            options={[
              { value: 'directory', label: t('viewDirectory') },
              { value: 'members', label: t('viewMembers') },
              { value: 'approvals', label: t('viewApprovals') },
              { value: 'provisioning', label: t('viewProvisioning') },
            ]}
          />
        </div>
      ) : null}
      {view === 'members' ? (
        <Suspense fallback={<Block height={420} />}>
          <InvitationList />
          <MembersPanel
            text={search.text ?? ''}
            open={search.member ?? null}
            onText={(text) => change({ text: text === '' ? undefined : text })}
            onOpen={(member) => change({ member: member ?? undefined })}
          />
        </Suspense>
      ) : view === 'approvals' ? (
        <Suspense fallback={<Block height={420} />}>
          <ApprovalsPanel />
        </Suspense>
      ) : view === 'provisioning' ? (
        <Suspense fallback={<Block height={420} />}>
          <ProvisioningPanel />
        </Suspense>
      ) : (
        <Directory search={search} change={change} />
      )}
      {adding ? (
        <PersonForm
          person={null}
          onClose={() => setAdding(false)}
          onDone={(id) => void navigate({ to: '/people/$personId', params: { personId: id } })}
        />
      ) : null}
    </Page>
  );
}
