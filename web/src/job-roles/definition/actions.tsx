/** Why this file exists: what can be done with a job role from its page. */
import { useState, type ReactNode } from 'react';
import { Button, Menu } from '@mantine/core';
import { IconArchive, IconArrowsExchange, IconChevronDown, IconCopy, IconPencil, IconRoute } from '@tabler/icons-react';
import { Link, useNavigate } from '@tanstack/react-router';
import { graphql } from '../../gql/index.js';
import type { JobRoleState } from '../../gql/graphql.js';
import { useCommand } from '../../app/commands.js';
import { notifyDone, notifyProblem } from '../../app/notify.js';
import { useSession } from '../../app/session.js';
import { Confirm } from '../../ui/confirm.js';
import { Go } from '../../ui/go.js';
import { DraftVersion } from '../parts/draft-version.js';
import type { JobRoleOnPage } from './definition-page.js';
import { useDefinitionTexts } from './definition.texts.js';

const RetireVersion = graphql(`
  mutation JobRoleRetireVersion($input: JobRoleVersionInput!) {
    retireJobRoleVersion(input: $input) {
      __typename
      ... on RetireJobRoleVersionSuccess {
        jobRoleVersion {
          id
          version
          state
        }
      }
      ...CommandProblem
    }
  }
`);

interface ActionsProps {
  readonly jobRole: JobRoleOnPage;
  readonly version: {
    readonly id: string;
    readonly number: number;
    readonly state: JobRoleState;
    readonly version: number;
  };
  readonly again: () => void;
}

export function Actions({ jobRole, version, again }: ActionsProps): ReactNode {
  const t = useDefinitionTexts();
  const { may } = useSession();
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconArrowsExchange size={16} aria-hidden />}
        renderRoot={(props) => <Link to="/job-roles/compare" search={{ left: version.id }} {...props} />}
      >
        {t('compareWith')}
      </Button>
      <Button
        variant="default"
        leftSection={<IconRoute size={16} aria-hidden />}
        renderRoot={(props) => <Link to="/job-roles/bridge" search={{ from: version.id }} {...props} />}
      >
        {t('bridgeTo')}
      </Button>
      <More version={version} again={again} />
      {may('job-role:update') ? <EditButton jobRole={jobRole} mayDraft={may('job-role:create')} /> : null}
    </>
  );
}

function EditButton({ jobRole, mayDraft }: Pick<ActionsProps, 'jobRole'> & { readonly mayDraft: boolean }): ReactNode {
  const t = useDefinitionTexts();
  const navigate = useNavigate();
  const [draft, running] = useCommand(DraftVersion);
  const hasDraft = jobRole.newestVersion?.state === 'DRAFT';
  const open = (): void => void navigate({ to: '/job-roles/$jobRoleId/edit', params: { jobRoleId: jobRole.id } });
  const start = async (): Promise<void> => {
    if (hasDraft) {
      open();
      return;
    }
    const outcome = await draft({ input: { jobRoleId: jobRole.id } });
    if (!outcome.ok && outcome.problem.code !== 'JOB_ROLE_DRAFT_EXISTS') {
      notifyProblem(outcome.problem);
      return;
    }
    if (outcome.ok) notifyDone(t('drafted', { number: outcome.value.jobRoleVersion.number }));
    open();
  };
  if (!hasDraft && !mayDraft) return null;
  return (
    <Button loading={running} leftSection={<IconPencil size={16} aria-hidden />} onClick={() => void start()}>
      {hasDraft ? t('edit') : t('draftNew')}
    </Button>
  );
}

function More({ version, again }: Pick<ActionsProps, 'version' | 'again'>): ReactNode {
  const t = useDefinitionTexts();
  const { may } = useSession();
  const [asking, setAsking] = useState(false);
  const [retire, running] = useCommand(RetireVersion);
  const isPublished = version.state === 'PUBLISHED';
  const mayRetire = isPublished && may('job-role:archive');
  if (!may('job-role:create') && !may('requisition:create') && !mayRetire) return null;
  const confirm = async (): Promise<void> => {
    const outcome = await retire({ input: { jobRoleVersionId: version.id, version: version.version } });
    setAsking(false);
    if (!outcome.ok) {
      notifyProblem(outcome.problem);
      return;
    }
    notifyDone(t('retiredDone', { number: version.number }));
    again();
  };
  return (
    <>
      <Menu position="bottom-end" width={230}>
        <Menu.Target>
          <Button variant="default" rightSection={<IconChevronDown size={15} aria-hidden />}>
            {t('more')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {may('job-role:create') ? (
            <Menu.Item
              leftSection={<IconCopy size={16} stroke={1.6} />}
              renderRoot={(props) => <Link to="/job-roles/new" search={{ from: version.id }} {...props} />}
            >
              {t('copyAsNew')}
            </Menu.Item>
          ) : null}
          {isPublished && may('requisition:create') ? (
            <Menu.Item renderRoot={(props) => <Go to={`/requisitions/new?jobRole=${version.id}`} {...props} />}>
              {t('openRequisition')}
            </Menu.Item>
          ) : null}
          {mayRetire ? (
            <Menu.Item leftSection={<IconArchive size={16} stroke={1.6} />} onClick={() => setAsking(true)}>
              {t('retire')}
            </Menu.Item>
          ) : null}
        </Menu.Dropdown>
      </Menu>
      <Confirm
        opened={asking}
        title={t('retireTitle', { number: version.number })}
        action={t('retire')}
        onConfirm={() => void confirm()}
        onClose={() => setAsking(false)}
        running={running}
        danger
      >
        <p>{t('retireBody')}</p>
      </Confirm>
    </>
  );
}
