/** Why this file exists: a version is forked, published or retired, each after saying what that does and touches. */
import { useState, type ReactNode } from 'react';
import { Button, TextInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useCommand, type CommandProblem } from '../app/commands.js';
import { list } from '../app/format.js';
import { notifyDone, notifyProblem } from '../app/notify.js';
import { useRead } from '../app/reads.js';
import { useSession } from '../app/session.js';
import { graphql, readFragment, type FragmentType } from '../gql/index.js';
import { Confirm } from '../ui/confirm.js';
import { FrameworkDiffData } from './framework-diff.js';
import { useFrameworksTexts } from './frameworks.texts.js';

const VersionActionsData = graphql(`
  fragment VersionActions on FrameworkVersion {
    id
    number
    title
    state
    version
    basedOnId
  }
`);

const ForkFramework = graphql(`
  mutation ForkFramework($input: ForkFrameworkInput!) {
    forkFramework(input: $input) {
      __typename
      ... on ForkFrameworkSuccess {
        frameworkVersion {
          id
          version
        }
      }
      ...CommandProblem
    }
  }
`);
const PublishFramework = graphql(`
  mutation PublishFramework($input: FrameworkVersionInput!) {
    publishFramework(input: $input) {
      __typename
      ... on PublishFrameworkSuccess {
        frameworkVersion {
          id
          version
          state
          publishedAt
        }
      }
      ...CommandProblem
    }
  }
`);
const RetireFramework = graphql(`
  mutation RetireFramework($input: FrameworkVersionInput!) {
    retireFramework(input: $input) {
      __typename
      ... on RetireFrameworkSuccess {
        frameworkVersion {
          id
          version
          state
        }
      }
      ...CommandProblem
    }
  }
`);

interface VersionActionsProps {
  readonly version: FragmentType<typeof VersionActionsData>;
  readonly again: () => void;
}
type Step = 'fork' | 'publish' | 'retire';

export function VersionActions({ version: reference, again }: VersionActionsProps): ReactNode {
  const t = useFrameworksTexts();
  const { may } = useSession();
  const version = readFragment(VersionActionsData, reference);
  const [open, setOpen] = useState<Step | null>(null);
  const close = (): void => setOpen(null);
  const { state } = version;
  return (
    <>
      {may('framework:archive') && state === 'PUBLISHED' ? (
        <Button variant="default" onClick={() => setOpen('retire')}>
          {t('retire')}
        </Button>
      ) : null}
      {may('framework:create') ? (
        <Button variant="default" onClick={() => setOpen('fork')}>
          {t('fork')}
        </Button>
      ) : null}
      {may('framework:approve') && state === 'DRAFT' ? (
        <Button onClick={() => setOpen('publish')}>{t('publish')}</Button>
      ) : null}
      {open === 'fork' ? <Fork id={version.id} number={version.number} title={version.title} onClose={close} /> : null}
      {open === 'publish' || open === 'retire' ? (
        <StateStep step={open} version={version} onClose={close} again={again} />
      ) : null}
    </>
  );
}

interface ForkProps {
  readonly id: string;
  readonly number: number;
  readonly title: string;
  readonly onClose: () => void;
}

function Fork({ id, number, title, onClose }: ForkProps): ReactNode {
  const t = useFrameworksTexts();
  const navigate = useNavigate();
  const [name, setName] = useState(title);
  const [refused, setRefused] = useState<string | null>(null);
  const [run, running] = useCommand(ForkFramework);
  const fork = async (): Promise<void> => {
    if (name.trim() === '') {
      setRefused(t('forkNameRequired'));
      return;
    }
    const outcome = await run({ input: { frameworkVersionId: id, title: name.trim() } });
    if (!outcome.ok) {
      setRefused(outcome.problem.message);
      return;
    }
    onClose();
    notifyDone(t('forked'));
    await navigate({
      to: '/library/versions/$versionId',
      params: { versionId: outcome.value.frameworkVersion.id },
      search: {},
    });
  };
  return (
    <Confirm
      opened
      title={t('forkTitle', { number })}
      action={t('fork')}
      running={running}
      onConfirm={() => void fork()}
      onClose={onClose}
    >
      <p className="muted">{t('forkBody')}</p>
      <TextInput
        label={t('forkName')}
        data-autofocus
        maxLength={200}
        value={name}
        error={refused}
        onChange={(event) => {
          setRefused(null);
          setName(event.currentTarget.value);
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter') void fork();
        }}
      />
    </Confirm>
  );
}

const DiffToPublish = graphql(`
  query DiffToPublish($from: ID!, $to: ID!) {
    frameworkDiff(from: $from, to: $to) {
      ...FrameworkDiff
    }
  }
`);

interface StateStepProps {
  readonly step: 'publish' | 'retire';
  readonly version: {
    readonly id: string;
    readonly number: number;
    readonly version: number;
    readonly basedOnId?: string | null;
  };
  readonly onClose: () => void;
  readonly again: () => void;
}

function StateStep({ step, version, onClose, again }: StateStepProps): ReactNode {
  const t = useFrameworksTexts();
  const { id, number } = version;
  const [publish, publishing] = useCommand(PublishFramework);
  const [retire, retiring] = useCommand(RetireFramework);
  const settle = (outcome: { ok: true } | { ok: false; problem: CommandProblem }): void => {
    onClose();
    again();
    if (outcome.ok) notifyDone(t(step === 'publish' ? 'publishedDone' : 'retiredDone', { number }));
    else notifyProblem(outcome.problem);
  };
  const input = { frameworkVersionId: id, version: version.version };
  const run = async (): Promise<void> =>
    settle(step === 'publish' ? await publish({ input }) : await retire({ input }));
  return (
    <Confirm
      opened
      danger={step === 'retire'}
      title={t(step === 'publish' ? 'publishTitle' : 'retireTitle', { number })}
      action={t(step)}
      running={publishing || retiring}
      onConfirm={() => void run()}
      onClose={onClose}
    >
      <p>{t(step === 'publish' ? 'publishBody' : 'retireBody')}</p>
      {step === 'publish' && version.basedOnId != null ? <WhatChanges from={version.basedOnId} to={id} /> : null}
    </Confirm>
  );
}

/** The difference in one sentence, so that nobody publishes without having met it. */
function WhatChanges({ from, to }: { readonly from: string; readonly to: string }): ReactNode {
  const t = useFrameworksTexts();
  const { data } = useRead(DiffToPublish, { from, to });
  const diff = readFragment(FrameworkDiffData, data?.frameworkDiff);
  return (
    <p className="muted num" role="status" style={{ minHeight: 40 }}>
      {diff == null
        ? null
        : list([
            t('added', { count: diff.skillsAdded.length }),
            t('changed', { count: diff.skillsChanged.length }),
            t('removedCount', { count: diff.skillsRemoved.length }),
            t('touched', { count: diff.impact.length }),
          ])}
    </p>
  );
}
