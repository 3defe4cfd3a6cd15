/** Why this file exists: what the scorecards say against each requirement: floors in words first, unknown as a value of its own, no single score. */
import { useState, type ReactNode } from 'react';
import { percent } from '../app/format.js';
import { graphql, readFragment, type FragmentType } from '../gql/index.js';
import type { EvaluationsPacketRequirementsFragment } from '../gql/graphql.js';
import { Segmented } from '../ui/segmented.js';
import { Spread } from './panel-scorecards.js';
import { RatingMark } from './scorecard-reading.js';
import { usePacketTexts } from './packet.texts.js';
import styles from './packet.module.css';

const PacketRequirementsFragment = graphql(`
  fragment EvaluationsPacketRequirements on Application {
    id
    evaluation {
      comparison {
        fit {
          floors
          share
          coverage
          missingMustHaves
          unassessedMustHaves
        }
        cells {
          skill {
            key
            name
          }
          isMustHave
          requiredLevel
          carriedLevel
          status
          spread
          needsDiscussion
          ratings {
            itemKey
            rating
            person {
              id
              displayName
            }
          }
        }
      }
    }
  }
`);
type Comparison = NonNullable<NonNullable<EvaluationsPacketRequirementsFragment['evaluation']>['comparison']>;

export function PacketRequirements({
  of,
}: {
  readonly of: FragmentType<typeof PacketRequirementsFragment>;
}): ReactNode {
  const t = usePacketTexts();
  const [which, setWhich] = useState<'assessed' | 'all'>('assessed');
  const comparison = readFragment(PacketRequirementsFragment, of).evaluation?.comparison;
  if (comparison == null) return null;
  const cells = comparison.cells.filter((cell) => which === 'all' || cell.isMustHave || cell.status !== 'NOT_ASSESSED');
  return (
    <section className="section">
      <div className="section-head">
        <h2 id="packet-requirements">{t('requirements')}</h2>
        <div className="noprint">
          <Segmented
            label={t('which')}
            value={which}
            onChange={setWhich}
            options={[
              { value: 'assessed', label: t('onlyAssessed') },
              { value: 'all', label: t('all') },
            ]}
          />
        </div>
      </div>
      <Floors fit={comparison.fit} />
      <div className="table-scroll" role="region" aria-labelledby="packet-requirements" tabIndex={0}>
        <table className={`table ${styles.cells}`}>
          <thead>
            <tr>
              <th scope="col">{t('skill')}</th>
              <th scope="col">{t('asked')}</th>
              <th scope="col">{t('shown')}</th>
              <th scope="col">{t('ratings')}</th>
              <th scope="col">{t('apart')}</th>
            </tr>
          </thead>
          <tbody>
            {cells.map((cell) => (
              <CellRow key={cell.skill.key} cell={cell} />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function Floors({ fit }: { readonly fit: Comparison['fit'] }): ReactNode {
  const t = usePacketTexts();
  const isClear = fit.missingMustHaves.length === 0 && fit.unassessedMustHaves.length === 0;
  const coverage = percent(fit.coverage);
  return (
    <div className={styles.floors}>
      <p className={`banner ${isClear ? 'info' : ''}`}>
        <span>
          <b>{`${t('floorsFirst')}: `}</b>
          {isClear ? t('floorsMet') : fit.floors}
        </span>
      </p>
      <p className="muted">
        {fit.share == null ? t('fitNothing', { coverage }) : t('fit', { share: percent(fit.share), coverage })}
      </p>
    </div>
  );
}

const TONE = { MET: 'sky', BELOW: 'gap', NOT_ASSESSED: '' } as const;

function CellRow({ cell }: { readonly cell: Comparison['cells'][number] }): ReactNode {
  const t = usePacketTexts();
  return (
    <tr>
      <th scope="row">
        {cell.skill.name}
        {cell.isMustHave ? <span className="muted small-text">{` ${t('mustHave')}`}</span> : null}
      </th>
      <td className="num">{t('levelOf', { level: cell.requiredLevel })}</td>
      <td>
        <span className={`pill ${TONE[cell.status]}`}>{t(`status_${cell.status}`)}</span>
      </td>
      <td>
        <ul className={styles.raters}>
          {cell.ratings.map((one) => (
            <li key={`${one.itemKey}${one.person?.id ?? ''}`}>
              {one.person?.displayName ?? t('somebody')}
              <RatingMark level={one.rating} />
            </li>
          ))}
        </ul>
      </td>
      <td>
        <Spread of={cell} />
      </td>
    </tr>
  );
}
