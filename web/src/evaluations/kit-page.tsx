/** Why this file exists: all an interviewer needs before and during an interview, on a page that prints well. */
import { useMemo, type ReactNode } from 'react';
import { Button } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useNavigate, useParams } from '@tanstack/react-router';
import { instant } from '../app/format.js';
import { Loadable, Missing, useRead } from '../app/reads.js';
import { graphql, readFragment } from '../gql/index.js';
import type { EvaluationsKitQuery } from '../gql/graphql.js';
import { Page } from '../ui/page.js';
import { useEvaluationsTexts } from './evaluations.texts.js';
import { JobRoleBrief } from './kit-job-role.js';
import { KitItem } from './kit-item.js';
import { KitMinutes } from './kit-minutes.js';
import { KitOthers } from './kit-others.js';
import { asksOf, ScorecardAsks, type Asks } from './scorecard-view.js';
import styles from './kit.module.css';

const KitQuery = graphql(`
  query EvaluationsKit($id: ID!) {
    interview(id: $id) {
      id
      title
      scheduledAt
      minutes
      isMyScorecardDue
      ...EvaluationsScorecardAsks
      ...EvaluationsJobRoleBrief
      ...EvaluationsKitOthers
      items {
        item {
          key
          materials
        }
      }
      application {
        id
        candidate {
          id
          displayName
          headline
        }
      }
    }
    overlays {
      key
      name
      appliesWhen
    }
  }
`);
type KitInterview = NonNullable<EvaluationsKitQuery['interview']>;

export function KitPage(): ReactNode {
  const { interviewId } = useParams({ from: '/interviews/$interviewId' });
  const read = useRead(KitQuery, { id: interviewId });
  return (
    <Loadable of={read}>
      {({ interview, overlays }) =>
        interview == null ? <Missing /> : <Kit interview={interview} overlays={overlays} />
      }
    </Loadable>
  );
}

interface KitProps {
  readonly interview: KitInterview;
  readonly overlays: EvaluationsKitQuery['overlays'];
}

function Kit({ interview, overlays }: KitProps): ReactNode {
  const t = useEvaluationsTexts();
  const asked = readFragment(ScorecardAsks, interview);
  const asks = useMemo(() => asksOf(asked), [asked]);
  const candidate = interview.application?.candidate;
  const name = candidate?.displayName ?? interview.title;
  const when = interview.scheduledAt == null ? t('noTime') : instant(interview.scheduledAt);
  const lead = [candidate?.headline ?? '', interview.title, `${when}, ${t('min', { count: interview.minutes })}`];
  return (
    <Page
      title={name}
      crumbs={[{ label: t('interviews'), to: '/interviews' }]}
      lead={lead.filter((text) => text !== '').join(' · ')}
      actions={<Actions interview={interview} />}
    >
      <div className={styles.layout}>
        <div className={styles.main}>
          <JobRoleBrief of={interview} overlays={overlays} slots={asks.slots} />
          <Items asks={asks} interview={interview} />
        </div>
        <div className={styles.beside}>
          <KitMinutes items={asks.items} minutes={interview.minutes} />
          <KitOthers of={interview} />
          <Scale scale={asks.scale} />
        </div>
      </div>
    </Page>
  );
}

function Actions({ interview }: { readonly interview: KitInterview }): ReactNode {
  const t = useEvaluationsTexts();
  const navigate = useNavigate();
  const open = (): void =>
    void navigate({ to: '/interviews/$interviewId/scorecard', params: { interviewId: interview.id } });
  return (
    <>
      <Button variant="default" leftSection={<IconPrinter size={16} stroke={1.7} />} onClick={() => window.print()}>
        {t('print')}
      </Button>
      {interview.isMyScorecardDue == null ? null : (
        <Button onClick={open}>{t(interview.isMyScorecardDue ? 'writeScorecard' : 'readScorecard')}</Button>
      )}
    </>
  );
}

function Items({ asks, interview }: { readonly asks: Asks; readonly interview: KitInterview }): ReactNode {
  const t = useEvaluationsTexts();
  const materials = new Map(interview.items.map(({ item }) => [item.key, item.materials ?? null]));
  return (
    <section className="section" aria-labelledby="kit-items">
      <h2 id="kit-items">{t('items')}</h2>
      {asks.items.length === 0 ? <p className="muted">{t('itemsNone')}</p> : null}
      {asks.items.map((item, at) => (
        <KitItem key={item.key} item={item} number={at + 1} materials={materials.get(item.key) ?? null} />
      ))}
    </section>
  );
}

function Scale({ scale }: { readonly scale: readonly string[] }): ReactNode {
  const t = useEvaluationsTexts();
  if (scale.length === 0) return null;
  return (
    <section className={styles.part} aria-labelledby="kit-scale">
      <h2 id="kit-scale">{t('scale')}</h2>
      <ol className={styles.scale}>
        {scale.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ol>
    </section>
  );
}
