/** Why this file exists: what has to be there before a draft is published, what it changes, and the step that locks it. */
import { useState, type ReactNode } from 'react';
import { Button } from '@mantine/core';
import { IconCheck, IconCircleDashed, IconLock } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { readFragment } from '../../gql/index.js';
import { useCommand } from '../../app/commands.js';
import { notifyDone, notifyProblem } from '../../app/notify.js';
import { useSession } from '../../app/session.js';
import { Confirm } from '../../ui/confirm.js';
import { VersionDiff } from '../parts/version-diff.js';
import { useBuilderTexts } from './builder.texts.js';
import type { EditorProps } from './editor.js';
import { Part } from './purpose.js';
import { BuilderPublish, BuilderReview, BuilderUpdateTexts } from './saving.documents.js';
import type { Builder } from './use-builder.js';
import styles from './builder.module.css';

interface PublishingProps extends EditorProps {
  readonly builder: Builder;
}

export function Publishing(props: PublishingProps): ReactNode {
  const { builder, jobRole, record, version, framework } = props;
  const t = useBuilderTexts();
  const { may } = useSession();
  const { draft } = builder;
  const findings = readFragment(BuilderReview, version).clarityReview.length;
  const checks = [
    { label: t('checkTitle'), isMet: draft.title.trim() !== '' },
    { label: t('checkMission'), isMet: draft.mission.trim() !== '' },
    { label: t('checkSkills'), isMet: draft.requirements.length > 0 },
    { label: t('checkFramework'), isMet: framework.state === 'PUBLISHED' },
  ];
  const isReady = checks.every((c) => c.isMet) && builder.conflict === null;
  return (
    <Part id="part-publish" title={t('publishTitle')} hint={t('publishHint')}>
      <ul className={styles.checks}>
        {checks.map((c) => (
          <Check key={c.label} {...c} />
        ))}
        <Check
          label={findings === 0 ? t('checkClear') : t('checkFindings', { count: findings })}
          isMet={findings === 0}
        />
      </ul>
      <FrameworkMove {...props} />
      {jobRole.currentVersion == null ? (
        <p className="muted">{t('firstVersion')}</p>
      ) : (
        <Changes
          from={jobRole.currentVersion}
          to={record.id}
          saved={`${builder.known.version}`}
          flush={builder.flush}
        />
      )}
      {may('job-role:approve') ? <PublishButton {...props} isReady={isReady} findings={findings} /> : null}
    </Part>
  );
}

function Check({ label, isMet }: { readonly label: string; readonly isMet: boolean }): ReactNode {
  const t = useBuilderTexts();
  return (
    <li data-met={isMet}>
      {isMet ? <IconCheck size={16} aria-hidden /> : <IconCircleDashed size={16} aria-hidden />}
      <span>
        {label}
        <span className="visually-hidden">{`: ${t(isMet ? 'partDone' : 'partOpen')}`}</span>
      </span>
    </li>
  );
}

interface ChangesProps {
  readonly from: { readonly id: string; readonly number: number };
  readonly to: string;
  /** Changes when the draft was saved; the difference is then asked again. */
  readonly saved: string;
  readonly flush: Builder['flush'];
}

function Changes({ from, to, saved, flush }: ChangesProps): ReactNode {
  const t = useBuilderTexts();
  const [isShown, setShown] = useState(false);
  const show = async (): Promise<void> => {
    await flush();
    setShown(true);
  };
  if (!isShown)
    return (
      <Button variant="default" size="xs" onClick={() => void show()}>
        {t('showChanges')}
      </Button>
    );
  return (
    <div>
      <h3 style={{ marginBottom: 10 }}>{t('changesAgainst', { number: from.number })}</h3>
      <VersionDiff key={saved} from={from.id} to={to} />
    </div>
  );
}

/** Offers to move a draft that stands on an older framework version. */
function FrameworkMove({ framework, current, record, builder, again }: PublishingProps): ReactNode {
  const t = useBuilderTexts();
  const [move, running] = useCommand(BuilderUpdateTexts);
  if (current === null || current.id === framework.id) return null;
  const go = async (): Promise<void> => {
    const version = await builder.flush();
    if (version === null) return;
    const input = { jobRoleVersionId: record.id, version, frameworkVersionId: current.id };
    const outcome = await move({ input, overlays: [] });
    if (!outcome.ok) return notifyProblem(outcome.problem);
    notifyDone(t('frameworkMoved', { current: current.number }));
    again();
  };
  return (
    <div className="banner info">
      <span>{t('checkOld', { number: framework.number, current: current.number })}</span>
      <Button size="xs" variant="default" loading={running} onClick={() => void go()}>
        {t('moveFramework', { current: current.number })}
      </Button>
    </div>
  );
}

interface PublishButtonProps extends PublishingProps {
  readonly isReady: boolean;
  readonly findings: number;
}

function PublishButton({ builder, jobRole, record, isReady, findings }: PublishButtonProps): ReactNode {
  const t = useBuilderTexts();
  const navigate = useNavigate();
  const [asking, setAsking] = useState(false);
  const [publish, running] = useCommand(BuilderPublish);
  const current = jobRole.currentVersion;
  const confirm = async (): Promise<void> => {
    const version = await builder.flush();
    if (version === null) {
      setAsking(false);
      return notifyDone(t('notSavedYet'));
    }
    const outcome = await publish({ input: { jobRoleVersionId: record.id, version } });
    setAsking(false);
    if (!outcome.ok) return notifyProblem(outcome.problem);
    notifyDone(t('published', { number: record.number }));
    void navigate({ to: '/job-roles/$jobRoleId', params: { jobRoleId: jobRole.id } });
  };
  return (
    <div className={styles.publish}>
      <Button leftSection={<IconLock size={16} aria-hidden />} disabled={!isReady} onClick={() => setAsking(true)}>
        {t('publish', { number: record.number })}
      </Button>
      {isReady ? null : <span className="muted">{t('publishBlocked')}</span>}
      <Confirm
        opened={asking}
        title={t('publishAsk', { number: record.number, title: builder.draft.title })}
        action={t('publish', { number: record.number })}
        onConfirm={() => void confirm()}
        onClose={() => setAsking(false)}
        running={running}
      >
        <p>{current == null ? t('publishBodyFirst') : t('publishBody', { number: current.number })}</p>
        {findings === 0 ? null : <p className={styles.warning}>{t('publishFindings', { count: findings })}</p>}
      </Confirm>
    </div>
  );
}
