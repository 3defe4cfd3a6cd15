/** Why this file exists: the first page after signing in: what waits, then the work in progress. */
import { useState, type ReactNode } from 'react';
import { Loadable } from '../app/reads.js';
import { useSession } from '../app/session.js';
import { instant } from '../app/format.js';
import type { HomeQuery } from '../gql/graphql.js';
import { Page } from '../ui/page.js';
import { Block } from '../ui/skeleton.js';
import { HomeHiring } from './home-hiring.js';
import { HomeGrowth, HomeInterviews } from './home-mine.js';
import { HomeAdministration, HomeAudit, HomeSkills } from './home-organisation.js';
import { HomeOpened } from './home-opened.js';
import { useHome } from './home-query.js';
import { useWaitingItems } from './home-waiting.js';
import { HomeWaitingList } from './home-waiting-list.js';
import { useHomeTexts } from './home.texts.js';

export function HomePage(): ReactNode {
  const t = useHomeTexts();
  const { member } = useSession();
  const { shown, read } = useHome();
  const [now] = useState(() => Date.now());
  const name = member.displayName.split(' ')[0] ?? member.displayName;
  const today = instant(new Date(now).toISOString(), {
    weekday: 'long',
    month: 'long',
    hour: undefined,
    minute: undefined,
  });
  return (
    <Page title={t('hello', { name })} lead={today}>
      <Loadable of={read} skeleton={<HomeSkeleton />}>
        {(data) => <Content data={data} shown={shown} now={now} />}
      </Loadable>
    </Page>
  );
}

interface ContentProps {
  readonly data: HomeQuery;
  readonly shown: ReturnType<typeof useHome>['shown'];
  readonly now: number;
}

function Content({ data, shown, now }: ContentProps): ReactNode {
  const { person } = useSession();
  const items = useWaitingItems(data, now, person?.id ?? null);
  return (
    <>
      <HomeOpened of={data.breakGlassAccesses?.nodes ?? []} />
      <HomeWaitingList items={items} />
      {shown.hiring ? <HomeHiring requisitions={data.requisitions?.nodes ?? []} /> : null}
      {shown.interviews ? <HomeInterviews of={data.coming?.nodes ?? []} now={now} /> : null}
      {shown.leader && data.skillsMatrix != null ? <HomeSkills of={data.skillsMatrix} /> : null}
      {shown.admin ? <HomeAdministration data={data} /> : null}
      {shown.auditor ? <HomeAudit count={data.auditEvents?.totalCount ?? 0} /> : null}
      {shown.growth ? <HomeGrowth of={data.myGrowthPlans?.nodes ?? []} /> : null}
    </>
  );
}

const HomeSkeleton = (): ReactNode => (
  <>
    <Block height={22} width={140} />
    <div style={{ height: 10 }} />
    <Block height={168} />
    <div style={{ height: 34 }} />
    <Block height={22} width={200} />
    <div style={{ height: 10 }} />
    <Block height={180} />
  </>
);
