/** Why this file exists: any job role against what somebody holds: floors, both sides, gaps, and the way there. */
import { useMemo, type ReactNode } from 'react';
import { Button, Select } from '@mantine/core';
import { graphql, readFragment } from '../gql/index.js';
import { percent } from '../app/format.js';
import { Loadable, Missing, useRead } from '../app/reads.js';
import { Facts } from '../ui/facts.js';
import { Go } from '../ui/go.js';
import { Block } from '../ui/skeleton.js';
import { StandingFit } from './standing-fit.js';
import { StandingGaps } from './standing-gaps.js';
import type { StandingFit as Fit } from './standing-model.js';
import { TRACKS } from './standing-model.js';
import { useStandingTexts } from './standing-texts.js';
import { StandingWay } from './standing-way.js';
import styles from './standing.module.css';

const StandingOtherFit = graphql(`
  query StandingOtherFit($personId: ID!, $jobRoleVersionId: ID!, $overlays: [String!]) {
    fit(personId: $personId, jobRoleVersionId: $jobRoleVersionId, overlayKeys: $overlays) {
      ...StandingFit
    }
  }
`);

interface StandingExploreProps {
  readonly person: { readonly id: string };
  readonly heldId: string | null;
  readonly isOwn: boolean;
  readonly roles: readonly { readonly id: string; readonly title: string; readonly track: Fit['track'] }[];
  readonly chosen: string | null;
  /** The fit to the chosen job role, when it is a rung and therefore known. */
  readonly known: Fit | undefined;
  readonly overlays: readonly string[];
  readonly isWayShown: boolean;
  readonly onChoose: (jobRoleVersionId: string) => void;
  readonly onWay: (isShown: boolean) => void;
}

export function StandingExplore(props: StandingExploreProps): ReactNode {
  const t = useStandingTexts();
  const { chosen, known, roles, person, overlays } = props;
  const read = useRead(
    StandingOtherFit,
    { personId: person.id, jobRoleVersionId: chosen ?? '', overlays: [...overlays] },
    { pause: known !== undefined || chosen === null },
  );
  const names = useMemo(
    () => ({ RESEARCH: t('ladderResearch'), PRODUCTION: t('ladderProduction'), HYBRID: t('ladderHybrid') }),
    [t],
  );
  const data = TRACKS.map((track) => ({
    group: names[track],
    items: roles.filter((r) => r.track === track).map((r) => ({ value: r.id, label: r.title })),
  })).filter((g) => g.items.length > 0);
  return (
    <section className="section" aria-labelledby="standing-explore">
      <div className="section-head">
        <h2 id="standing-explore" tabIndex={-1} className={styles.quiet}>
          {t('explore')}
        </h2>
        <Select
          aria-label={t('pick')}
          data={data}
          value={chosen}
          onChange={(value) => (value === null ? undefined : props.onChoose(value))}
          allowDeselect={false}
          searchable
          w={320}
          maw="100%"
        />
      </div>
      <p className="muted">{roles.length === 0 ? t('pickEmpty') : t('exploreLead')}</p>
      {chosen === null ? null : known === undefined ? (
        <Loadable of={read} skeleton={<Block height={320} />}>
          {(answer) => {
            const fit = readFragment(StandingFit, answer.fit);
            return fit == null ? <Missing /> : <Against {...props} fit={fit} />;
          }}
        </Loadable>
      ) : (
        <Against {...props} fit={known} />
      )}
    </section>
  );
}

type AgainstProps = StandingExploreProps & { readonly fit: Fit };

function Against(props: AgainstProps): ReactNode {
  const t = useStandingTexts();
  const { fit, person, isOwn, overlays, isWayShown, onWay, heldId } = props;
  const side = (share: Fit['research']): string =>
    share.fit == null ? t('shareNone') : t('shareOf', { value: percent(share.fit), coverage: percent(share.coverage) });
  const facts = [
    [t('floors'), t('of2', { met: fit.mustHaveMet, total: fit.mustHaveTotal })],
    [t('shown'), percent(fit.demonstrated)],
    [t('researchShare'), side(fit.research)],
    [t('productionShare'), side(fit.production)],
  ] as const;
  const plan = new URLSearchParams({ target: fit.jobRoleVersionId });
  if (!isOwn) plan.set('person', person.id);
  if (overlays.length > 0) plan.set('overlays', overlays.join(','));
  return (
    <div className={styles.against}>
      <div className={styles.headline}>
        <h3>{fit.title}</h3>
        {fit.isReady ? (
          <span className="pill ok">{t('ready')}</span>
        ) : (
          <span className="pill gap">{t('notReady')}</span>
        )}
      </div>
      <Facts of={facts} />
      {fit.words.slice(1).map((sentence) => (
        <p key={sentence} className="muted">
          {sentence}
        </p>
      ))}
      <div className={styles.actions}>
        <Button component={Go} to={`/growth/new?${plan.toString()}`}>
          {t('plan')}
        </Button>
        <Button variant="default" onClick={() => onWay(!isWayShown)} aria-expanded={isWayShown}>
          {isWayShown ? t('hideWay') : t('showWay')}
        </Button>
        {heldId === null || heldId === fit.jobRoleVersionId ? null : (
          <Button
            component={Go}
            variant="subtle"
            to={`/job-roles/compare?left=${heldId}&right=${fit.jobRoleVersionId}${overlays.length === 0 ? '' : `&overlays=${overlays.join(',')}`}`}
          >
            {t('compare')}
          </Button>
        )}
      </div>
      {isWayShown ? <StandingWay personId={person.id} targetId={fit.jobRoleVersionId} overlays={overlays} /> : null}
      <StandingGaps fit={fit} />
    </div>
  );
}
