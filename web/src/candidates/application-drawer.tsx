/** Why this file exists: one application beside its pipeline: who it is, conflicts of interest, interviews, and the way to the decision. */
import type { ReactNode } from 'react';
import { Drawer } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { day, list } from '../app/format.js';
import { Loadable, Missing, useRead } from '../app/reads.js';
import { DecisionParts } from '../evaluations/decision-panel.js';
import { useDecisionTexts } from '../evaluations/decision-texts.js';
import { PlanInterviews } from '../evaluations/plan-interviews.js';
import { graphql } from '../gql/index.js';
import type { CandidatesApplicationQuery as Data } from '../gql/graphql.js';
import { Go } from '../ui/go.js';
import { Block } from '../ui/skeleton.js';
import { AnswerPromise } from './answer-promise.js';
import styles from './application-drawer.module.css';
import { conflictWord, sourceWord, stageWord } from './candidate-words.js';
import { usePipelineTexts } from './pipeline.texts.js';
import { StatusLink } from './public-links.js';

const ApplicationQuery = graphql(`
  query CandidatesApplication($id: ID!, $requisitionId: ID!) {
    application(id: $id) {
      id
      stage
      appliedAt
      candidate {
        id
        displayName
        headline
        source
        contact {
          email
          phone
        }
      }
      history {
        at
        fromStage
        toStage
        note
      }
      ...StatusLinkFields
      ...AnswerPromiseFields
      ...EvaluationsDecision
      ...EvaluationsPlanInterviewsOf
    }
    conflictsOfInterest(applicationId: $id) {
      kinds
      person {
        id
        displayName
      }
    }
    interviewPlan(requisitionId: $requisitionId) {
      ...EvaluationsPlanPlanned
    }
    overlays {
      key
      name
    }
  }
`);

interface ApplicationDrawerProps {
  readonly applicationId: string | null;
  readonly requisitionId: string;
  readonly mayChange: boolean;
  readonly onClose: () => void;
  /** Asks the page below again. */
  readonly again: () => void;
}

export function ApplicationDrawer(props: ApplicationDrawerProps): ReactNode {
  const { applicationId, requisitionId, mayChange, onClose, again } = props;
  const t = usePipelineTexts();
  const read = useRead(ApplicationQuery, { id: applicationId ?? '', requisitionId }, { pause: applicationId === null });
  const name = read.data?.application?.id === applicationId ? read.data.application.candidate?.displayName : undefined;
  const refresh = (): void => {
    read.again();
    again();
  };
  return (
    <Drawer opened={applicationId !== null} onClose={onClose} position="right" size={620} title={name ?? t('drawer')}>
      <Loadable of={read} skeleton={<Block height={400} />}>
        {(data) =>
          data.application == null ? <Missing /> : <Content data={data} mayChange={mayChange} again={refresh} />
        }
      </Loadable>
    </Drawer>
  );
}

interface ContentProps {
  readonly data: Data;
  readonly mayChange: boolean;
  readonly again: () => void;
}

function Content({ data, mayChange, again }: ContentProps): ReactNode {
  const t = usePipelineTexts();
  const decision = useDecisionTexts();
  const { application } = data;
  if (application == null) return null;
  const { candidate } = application;
  const conflicts = data.conflictsOfInterest ?? [];
  const contact = [candidate?.contact?.email, candidate?.contact?.phone].filter((part) => part != null);
  const facts: readonly (readonly [string, string])[] = [
    [t('applied'), day(application.appliedAt)],
    ...(candidate?.source == null ? [] : [[t('source2'), sourceWord(candidate.source)] as const]),
    [t('contact'), contact.length === 0 ? t('contactNone') : contact.join(', ')],
  ];
  return (
    <div className={styles.drawer}>
      {candidate?.headline == null ? null : <p>{candidate.headline}</p>}
      <dl className={styles.facts}>
        {facts.map(([term, value]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <p>
        <Go to={`/applications/${application.id}`} className={styles.link}>
          {t('packet')}
        </Go>
      </p>
      <Conflicts of={conflicts} />
      <section>
        <h2>{t('interviews')}</h2>
        <PlanInterviews
          of={application}
          plan={data.interviewPlan ?? null}
          barred={conflicts.flatMap((one) => one.person?.id ?? [])}
          mayChange={mayChange}
          again={again}
        />
      </section>
      <section>
        <h2>{decision('steps')}</h2>
        <DecisionParts of={application} overlays={data.overlays} again={again} />
      </section>
      {mayChange ? (
        <section className={styles.links}>
          <h2>{t('forApplicant')}</h2>
          <StatusLink application={application} />
          <AnswerPromise application={application} />
        </section>
      ) : null}
      <section>
        <h2>{t('way')}</h2>
        <ol className={styles.way}>
          {application.history.map((step) => (
            <li key={step.toStage}>
              <time dateTime={step.at}>{day(step.at)}</time>
              <div>
                {step.fromStage == null
                  ? t('wayFirst')
                  : t('wayStep', { from: stageWord(step.fromStage), to: stageWord(step.toStage) })}
                {step.note == null ? null : <div className="muted">{step.note}</div>}
              </div>
            </li>
          ))}
        </ol>
      </section>
    </div>
  );
}

function Conflicts({ of }: { readonly of: NonNullable<Data['conflictsOfInterest']> }): ReactNode {
  const t = usePipelineTexts();
  if (of.length === 0) return <p className="muted">{t('conflictNone')}</p>;
  return (
    <section className="banner" aria-label={t('conflictTitle')}>
      <IconAlertTriangle size={18} aria-hidden />
      <span>
        {of.map((one) => (
          <span key={one.person?.id} style={{ display: 'block' }}>
            {t('conflictLine', { name: one.person?.displayName ?? '', kinds: list(one.kinds.map(conflictWord)) })}
          </span>
        ))}
      </span>
    </section>
  );
}
