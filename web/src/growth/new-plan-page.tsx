/** Why this file exists: a plan is made: target, context, time, a mentor to ask, with what it would be always in sight. */
import { useMemo, useState, type ReactNode } from 'react';
import { getRouteApi } from '@tanstack/react-router';
import { useDebouncedValue } from '@mantine/hooks';
import { graphql } from '../gql/index.js';
import type { GrowthNewQuery as GrowthNewData } from '../gql/graphql.js';
import { today } from '../app/format.js';
import { Loadable, Missing, useRead } from '../app/reads.js';
import { useSession } from '../app/session.js';
import { Page } from '../ui/page.js';
import { Block } from '../ui/skeleton.js';
import { useGrowthTexts } from './growth.texts.js';
import { NewPlanForm, type NewPlanValues } from './new-plan-form.js';
import { NewPlanPreview, useNewPlanPreview } from './new-plan-preview.js';
import styles from './growth.module.css';

const GrowthNewQuery = graphql(`
  query GrowthNew($personId: ID!) {
    person(id: $personId) {
      id
      displayName
      jobRoleVersion {
        id
        title
      }
    }
    jobRoles(first: 100) {
      nodes {
        id
        track
        rung
        currentVersion {
          id
          title
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

const route = getRouteApi('/growth/new');

export function NewPlanPage(): ReactNode {
  const t = useGrowthTexts();
  const { person } = useSession();
  const search = route.useSearch();
  const personId = search.person ?? person?.id ?? '';
  const read = useRead(GrowthNewQuery, { personId }, { pause: personId === '' });
  if (personId === '') return <Missing />;
  return (
    <Loadable
      of={read}
      skeleton={
        <Page title={t('newTitle')} lead={t('newLead')}>
          <div className={styles.columns}>
            <Block height={560} />
            <Block height={420} />
          </div>
        </Page>
      }
    >
      {(data) =>
        data.person == null ? <Missing /> : <Loaded data={data} personId={personId} isOwn={personId === person?.id} />
      }
    </Loadable>
  );
}

interface LoadedProps {
  readonly data: GrowthNewData;
  readonly personId: string;
  readonly isOwn: boolean;
}

function Loaded({ data, personId, isOwn }: LoadedProps): ReactNode {
  const t = useGrowthTexts();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const overlays = useMemo(() => (search.overlays ?? '').split(',').filter((k) => k !== ''), [search.overlays]);
  const [values, setValues] = useState<NewPlanValues>({
    hours: 8,
    startOn: today(),
    deploymentName: '',
    deploymentOn: '',
    mentor: null,
  });
  const [asked] = useDebouncedValue(values, 300);
  const target = search.target ?? null;
  const preview = useNewPlanPreview({ personId, target, overlays, hours: asked.hours, startOn: asked.startOn });
  const name = data.person?.displayName ?? '';
  const crumbs = isOwn ? [{ label: t('titleMany'), to: '/growth' }] : [{ label: name, to: `/people/${personId}` }];
  return (
    <Page title={isOwn ? t('newTitle') : t('newTitleFor', { name })} crumbs={crumbs} lead={t('newLead')}>
      <NewPlanForm
        data={data}
        personId={personId}
        target={target}
        overlays={overlays}
        values={values}
        preview={preview.data?.planPreview ?? null}
        onValues={(next) => setValues((before) => ({ ...before, ...next }))}
        onTarget={(id) => void navigate({ search: (b) => ({ ...b, target: id }), replace: true })}
        onOverlays={(keys) =>
          void navigate({
            search: (b) => ({ ...b, overlays: keys.length === 0 ? undefined : keys.join(',') }),
            replace: true,
          })
        }
      >
        <NewPlanPreview
          target={target}
          preview={preview}
          hasDeployment={values.deploymentOn !== ''}
          hasMentor={values.mentor !== null}
          onHours={(hours) => setValues((before) => ({ ...before, hours }))}
        />
      </NewPlanForm>
    </Page>
  );
}
