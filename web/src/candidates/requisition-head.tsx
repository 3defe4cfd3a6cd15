/** Why this file exists: the head of a requisition: what is wanted, by whom, how far it is, what should be mended, and its next steps. */
import { useState, type ReactNode } from 'react';
import { Button, Menu } from '@mantine/core';
import { IconAlertTriangle, IconDots } from '@tabler/icons-react';
import { list } from '../app/format.js';
import { graphql, readFragment, type FragmentType } from '../gql/index.js';
import type { CandidatesRequisitionHeadFragment } from '../gql/graphql.js';
import { WhoCanSeeLink } from '../readers/who-can-see-link.js';
import { Go } from '../ui/go.js';
import { Page } from '../ui/page.js';
import { daysSince, employmentWord, statePill, stateWord } from './candidate-words.js';
import { useCandidatesTexts } from './candidates.texts.js';
import { RequisitionEdit } from './requisition-edit.js';
import { RequisitionStep, type Step } from './requisition-step.js';

const HeadFragment = graphql(`
  fragment CandidatesRequisitionHead on Requisition {
    id
    title
    state
    openings
    filled
    isPosted
    openedAt
    closedAt
    closeReason
    initiativeName
    location
    employmentType
    overlayKeys
    warnings
    version
    hiringManager {
      id
      displayName
    }
    jobRoleVersion {
      id
      title
      number
      jobRole {
        id
      }
    }
    ...CandidatesRequisitionEdit
    ...CandidatesRequisitionStep
  }
`);

interface RequisitionHeadProps {
  readonly of: FragmentType<typeof HeadFragment>;
  readonly overlays: readonly { readonly key: string; readonly name: string }[];
  readonly plan: { readonly assessedMustHaves: number; readonly coverage: readonly unknown[] } | null;
  readonly mayChange: boolean;
  readonly isTeam: boolean;
  readonly again: () => void;
  readonly children: ReactNode;
}

export function RequisitionHead(props: RequisitionHeadProps): ReactNode {
  const t = useCandidatesTexts();
  const { of, overlays, plan, mayChange, isTeam, again, children } = props;
  const requisition = readFragment(HeadFragment, of);
  const [step, setStep] = useState<Step | null>(null);
  const [editing, setEditing] = useState(false);
  const names = requisition.overlayKeys.map((key) => overlays.find((one) => one.key === key)?.name ?? key);
  const role = requisition.jobRoleVersion;
  const lead = (
    <>
      {role == null ? null : (
        <Go to={`/job-roles/${role.jobRole?.id ?? ''}`}>
          {role.title}, {t('version', { number: role.number })}
        </Go>
      )}
      {[
        '',
        names.length === 0 ? t('overlaysNone') : list(names),
        requisition.location,
        requisition.employmentType == null ? null : employmentWord(requisition.employmentType),
        requisition.hiringManager == null ? null : t('managedBy', { name: requisition.hiringManager.displayName }),
        requisition.initiativeName == null ? null : t('serves', { name: requisition.initiativeName }),
      ]
        .filter((part) => part != null)
        .join(' · ')}
    </>
  );
  return (
    <Page
      title={requisition.title}
      crumbs={[{ label: t('requisitions'), to: '/requisitions' }]}
      lead={lead}
      actions={
        <>
          <WhoCanSeeLink kind="REQUISITION" id={requisition.id} />
          <Actions
            of={requisition}
            mayChange={mayChange}
            isTeam={isTeam}
            onStep={setStep}
            onEdit={() => setEditing(true)}
          />
        </>
      }
    >
      <Facts of={requisition} plan={plan} isTeam={isTeam} />
      {requisition.warnings.map((warning) => (
        <div key={warning} className="banner" style={{ marginBottom: 18 }} role="note" aria-label={t('warningsLabel')}>
          <IconAlertTriangle size={17} aria-hidden />
          <span>{warning}</span>
          {mayChange ? (
            <Button size="compact-sm" variant="default" onClick={() => setEditing(true)}>
              {t('nameInitiative')}
            </Button>
          ) : null}
        </div>
      ))}
      {children}
      {mayChange ? (
        <>
          <RequisitionStep
            of={requisition}
            step={step}
            hasPlan={plan !== null}
            onClose={() => setStep(null)}
            again={again}
          />
          <RequisitionEdit of={requisition} opened={editing} onClose={() => setEditing(false)} again={again} />
        </>
      ) : null}
    </Page>
  );
}

interface ActionsProps {
  readonly of: Pick<CandidatesRequisitionHeadFragment, 'id' | 'state' | 'isPosted'>;
  readonly mayChange: boolean;
  readonly isTeam: boolean;
  readonly onStep: (step: Step) => void;
  readonly onEdit: () => void;
}

function Actions({ of, mayChange, isTeam, onStep, onEdit }: ActionsProps): ReactNode {
  const t = useCandidatesTexts();
  const { state } = of;
  const compare = isTeam ? (
    <Button component={Go} to={`/requisitions/${of.id}/compare`} variant={state === 'DRAFT' ? 'default' : 'filled'}>
      {t('compare')}
    </Button>
  ) : null;
  if (!mayChange || state === 'CLOSED') return compare;
  return (
    <>
      {state === 'DRAFT' ? <Button onClick={() => onStep('open')}>{t('open')}</Button> : null}
      {state === 'ON_HOLD' ? <Button onClick={() => onStep('resume')}>{t('resume')}</Button> : null}
      {compare}
      <Menu position="bottom-end" width={200}>
        <Menu.Target>
          <Button variant="default" aria-label={t('more')} px={8}>
            <IconDots size={17} aria-hidden />
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={onEdit}>{t('edit')}</Menu.Item>
          {state === 'OPEN' ? <Menu.Item onClick={() => onStep('hold')}>{t('hold')}</Menu.Item> : null}
          <Menu.Item onClick={() => onStep('close')}>{t('close')}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </>
  );
}

interface FactsProps {
  readonly of: Pick<CandidatesRequisitionHeadFragment, 'state' | 'filled' | 'openings' | 'openedAt' | 'closedAt'>;
  readonly plan: RequisitionHeadProps['plan'];
  readonly isTeam: boolean;
}

function Facts({ of, plan, isTeam }: FactsProps): ReactNode {
  const t = useCandidatesTexts();
  const { filled, openings } = of;
  const openedAt = of.openedAt ?? null;
  const facts: readonly (readonly [string, ReactNode])[] = [
    [t('factState'), <span className={statePill(of.state)}>{stateWord(of.state)}</span>],
    [t('factFilled'), filled == null ? t('openingsOnly', { count: openings }) : t('filledOf', { filled, openings })],
    [t('factDays'), openedAt === null ? t('notOpened') : daysSince(openedAt, of.closedAt)],
    ...(isTeam
      ? [
          [
            t('factInterviews'),
            plan === null ? '–' : t('factOf', { part: plan.assessedMustHaves, whole: plan.coverage.length }),
          ] as const,
        ]
      : []),
  ];
  return (
    <div className="facts" style={{ marginBottom: 22 }}>
      {facts.map(([label, value]) => (
        <div key={label} className="fact">
          <div className="label">{label}</div>
          <div className="value">{value}</div>
        </div>
      ))}
    </div>
  );
}
