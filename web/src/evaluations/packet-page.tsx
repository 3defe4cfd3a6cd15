/** Why this file exists: everything about one application in one place: its way, its panel, what was seen, what was decided; printed, it is the decision record. */
import { Suspense, useEffect, type ReactNode } from 'react';
import { Button } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useParams } from '@tanstack/react-router';
import { day } from '../app/format.js';
import { Loadable, Missing, useRead } from '../app/reads.js';
import { useSession } from '../app/session.js';
import { graphql } from '../gql/index.js';
import type { EvaluationsPacketQuery } from '../gql/graphql.js';
import { ContactAccess } from '../readers/contact-access.js';
import { WhoCanSeeLink } from '../readers/who-can-see-link.js';
import { Go } from '../ui/go.js';
import { Page } from '../ui/page.js';
import { Block } from '../ui/skeleton.js';
import { DecisionPartsLater, prefetchDecisionParts } from './decision-panel.js';
import { PacketConflicts } from './packet-conflicts.js';
import { PacketEvaluation } from './packet-evaluation.js';
import { PacketPanel } from './packet-panel.js';
import { PacketRequirements } from './packet-requirements.js';
import { PacketWay } from './packet-way.js';
import { usePacketTexts } from './packet.texts.js';
import styles from './packet.module.css';

const PacketQuery = graphql(`
  query EvaluationsPacket($id: ID!, $opens: Boolean!) {
    application(id: $id) {
      id
      stage
      appliedAt
      candidate {
        id
        displayName
        headline
        isInternal
        ...ContactAccess @include(if: $opens)
      }
      requisition {
        id
        title
        hiringManager {
          id
          displayName
        }
      }
      evaluation {
        withheld
        progress {
          submitted
          due
        }
      }
      ...EvaluationsPacketWay
      ...EvaluationsPacketPanel
      ...EvaluationsPacketRequirements
      ...EvaluationsPacketEvaluation
      ...EvaluationsDecision
    }
    conflictsOfInterest(applicationId: $id) {
      ...EvaluationsPacketConflict
    }
    overlays {
      key
      name
    }
  }
`);
type PacketApplication = NonNullable<EvaluationsPacketQuery['application']>;

export function PacketPage(): ReactNode {
  const { applicationId } = useParams({ from: '/applications/$applicationId' });
  const { may } = useSession();
  const read = useRead(PacketQuery, { id: applicationId, opens: may('break-glass:create') });
  useEffect(prefetchDecisionParts, []);
  return (
    <Loadable of={read}>
      {({ application, conflictsOfInterest, overlays }) =>
        application == null ? (
          <Missing />
        ) : (
          <Packet
            application={application}
            conflicts={conflictsOfInterest ?? null}
            overlays={overlays}
            again={read.again}
          />
        )
      }
    </Loadable>
  );
}

interface PacketProps {
  readonly application: PacketApplication;
  readonly conflicts: EvaluationsPacketQuery['conflictsOfInterest'] | null;
  readonly overlays: EvaluationsPacketQuery['overlays'];
  readonly again: () => void;
}

function Packet({ application, conflicts, overlays, again }: PacketProps): ReactNode {
  const t = usePacketTexts();
  const { may } = useSession();
  const { candidate, requisition } = application;
  const withheld = application.evaluation?.withheld ?? null;
  const requisitionCrumb =
    requisition == null ? [] : [{ label: requisition.title, to: `/requisitions/${requisition.id}` }];
  return (
    <Page
      title={candidate?.displayName ?? t('packet')}
      crumbs={[{ label: t('requisitions'), to: '/requisitions' }, ...requisitionCrumb]}
      lead={candidate?.headline === '' ? null : candidate?.headline}
      actions={
        <>
          <WhoCanSeeLink kind="APPLICATION" id={application.id} />
          <Button variant="default" leftSection={<IconPrinter size={16} stroke={1.7} />} onClick={() => window.print()}>
            {t('print')}
          </Button>
        </>
      }
    >
      <Facts application={application} />
      {candidate == null || !may('break-glass:create') ? null : <ContactAccess of={candidate} again={again} />}
      {withheld === null ? null : <p className={`banner info ${styles.withheld}`}>{t(`withheld_${withheld}`)}</p>}
      <Suspense fallback={<Block height={900} />}>
        {withheld === null || withheld === 'PANEL_INCOMPLETE' ? (
          <section className="section" aria-labelledby="packet-decision">
            <h2 id="packet-decision">{t('decision')}</h2>
            <DecisionPartsLater of={application} overlays={overlays} again={again} />
          </section>
        ) : null}
        <PacketWay of={application} />
        <PacketPanel of={application} withheld={withheld} />
        <PacketConflicts of={conflicts} />
        <PacketRequirements of={application} />
        <PacketEvaluation of={application} />
      </Suspense>
    </Page>
  );
}

function Facts({ application }: { readonly application: PacketApplication }): ReactNode {
  const t = usePacketTexts();
  const { requisition, evaluation } = application;
  const facts = [
    { label: t('stage'), value: t(`stage_${application.stage}`) },
    { label: t('received'), value: day(application.appliedAt) },
    { label: t('manager'), value: requisition?.hiringManager?.displayName ?? t('somebody') },
  ];
  if (evaluation?.progress != null)
    facts.push({ label: t('scorecards'), value: t('submittedOf', { ...evaluation.progress }) });
  return (
    <div className={styles.facts}>
      {facts.map((fact) => (
        <div className="fact" key={fact.label}>
          <div className="label">{fact.label}</div>
          <div className="value">{fact.value}</div>
        </div>
      ))}
      {requisition == null ? null : (
        <div className="fact">
          <div className="label">{t('requisition')}</div>
          <div className={styles.requisition}>
            <Go to={`/requisitions/${requisition.id}`}>{requisition.title}</Go>
            {application.candidate?.isInternal === true ? <span className="pill sky">{t('internal')}</span> : null}
          </div>
        </div>
      )}
    </div>
  );
}
