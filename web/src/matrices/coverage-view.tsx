/** Why this file exists: required against covered, the duties of a model in use, and single points of failure of the people on the screen. */
import type { ReactNode } from 'react';
import { Button } from '@mantine/core';
import { IconAlertTriangle, IconCheck, IconDownload, IconEyeOff } from '@tabler/icons-react';
import { percent } from '../app/format.js';
import { notifyDone } from '../app/notify.js';
import { Go } from '../ui/go.js';
import {
  coverFromAnswer,
  coverRows,
  dutiesOf,
  singlePoints,
  type Duty,
  type Need,
  type SinglePoint,
  type SkillCover,
} from './coverage-model.js';
import { tellCoverage, useCoverageTexts } from './coverage.texts.js';
import { csvOf, download, type SheetCell } from './matrix-export.js';
import { SMALLEST_GROUP, THIN, type Matrix } from './matrix-model.js';
import type { MatrixAnswer } from './matrix-page.js';
import type { MatrixState } from './matrix-state.js';
import styles from './coverage.module.css';

type Area = MatrixAnswer['lifeCycle'][number]['area'];

export function CoverageView({
  answer,
  state,
}: {
  readonly answer: MatrixAnswer;
  readonly state: MatrixState;
}): ReactNode {
  const t = useCoverageTexts();
  const { matrix, columns } = state;
  const seesRows = answer.personIds.length > 0;
  if (seesRows && state.people.length === 0) return <p className={styles.body}>{t('nobody')}</p>;
  const rows = seesRows
    ? coverRows(matrix, state.people, columns.skills)
    : coverFromAnswer(matrix, answer.coverage, columns.skills);
  const duties = dutiesOf<Area>(matrix, seesRows ? state.people : null, answer.lifeCycle);
  const points = singlePoints(matrix, state.people, columns.skills);
  return (
    <div className={styles.body}>
      <section>
        <h2>{t('duties')}</h2>
        <p className="muted">{t('dutiesLead')}</p>
        <ul className={styles.duties}>
          {duties.map((duty) => (
            <DutyCard key={duty.area} duty={duty} />
          ))}
        </ul>
      </section>
      {seesRows ? <SinglePoints matrix={matrix} points={points} /> : null}
      <CoverTable rows={rows} asOf={matrix.asOf} />
    </div>
  );
}

function State({ isCovered }: { readonly isCovered: boolean | null }): ReactNode {
  const t = useCoverageTexts();
  if (isCovered === null)
    return (
      <span className="pill">
        <IconEyeOff size={13} aria-hidden />
        {t('hidden')}
      </span>
    );
  return isCovered ? (
    <span className="pill ok">
      <IconCheck size={13} aria-hidden />
      {t('covered')}
    </span>
  ) : (
    <span className="pill gap">
      <IconAlertTriangle size={13} aria-hidden />
      {t('notCovered')}
    </span>
  );
}

function holdersText({ holders, names }: Need): string {
  if (holders === null) return tellCoverage('holdersHidden');
  if (holders === 0) return tellCoverage('holdersNone');
  const [only] = names;
  return holders === 1 && only !== undefined
    ? tellCoverage('onlyOne', { name: only })
    : tellCoverage('holders', { count: holders });
}

function DutyCard({ duty }: { readonly duty: Duty<Area> }): ReactNode {
  const t = useCoverageTexts();
  return (
    <li className={styles.duty}>
      <h3>
        {t(`area${duty.area}`)}
        <State isCovered={duty.isCovered} />
      </h3>
      <ul>
        {duty.needs.map((need) => (
          <li key={need.name}>
            <span>{t('need', { skill: need.name, level: need.level })}</span>
            <span className="muted">{holdersText(need)}</span>
          </li>
        ))}
      </ul>
    </li>
  );
}

function SinglePoints({
  matrix,
  points,
}: {
  readonly matrix: Matrix;
  readonly points: readonly SinglePoint[];
}): ReactNode {
  const t = useCoverageTexts();
  return (
    <section className="section">
      <h2>{t('single')}</h2>
      <p className="muted">{points.length === 0 ? t('singleNone') : t('singleLead')}</p>
      {points.length === 0 ? null : (
        <div className="table-scroll" role="region" tabIndex={0} aria-label={t('singleRegion')}>
          <table className="table">
            <thead>
              <tr>
                <th scope="col">{t('skill')}</th>
                <th scope="col">{t('person')}</th>
                <th scope="col" className="right">
                  {t('level')}
                </th>
                <th scope="col" className="right">
                  {t('askedBy')}
                </th>
              </tr>
            </thead>
            <tbody>
              {points.map(({ skill, person, level, asked }) => (
                <tr key={skill}>
                  <th scope="row">{matrix.skills[skill]?.name}</th>
                  <td>
                    <Go to={`/people/${matrix.people[person]?.id ?? ''}/skills`}>{matrix.people[person]?.name}</Go>
                  </td>
                  <td className="right">{level}</td>
                  <td className="right">{t('holders', { count: asked })}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}

function exportTable(rows: readonly SkillCover[], asOf: string): void {
  const t = tellCoverage;
  const head = [t('skill'), t('asked'), t('met'), t('below'), t('unknown')];
  const body = rows.map(({ name, figures, reason }): SheetCell[] =>
    figures === null
      ? [name, reason === 'small' ? t('small', { least: SMALLEST_GROUP }) : t('notAsked'), '', '', '']
      : [name, figures.asked, figures.met, figures.asked - figures.met - figures.unknown, figures.unknown],
  );
  download(new Blob([csvOf([head, ...body])], { type: 'text/csv;charset=utf-8' }), `skills-coverage-${asOf}.csv`);
  notifyDone(t('exported'));
}

function CoverTable({ rows, asOf }: { readonly rows: readonly SkillCover[]; readonly asOf: string }): ReactNode {
  const t = useCoverageTexts();
  return (
    <section className="section">
      <div className="section-head">
        <h2>{t('table')}</h2>
        <Button
          size="xs"
          variant="default"
          leftSection={<IconDownload size={14} aria-hidden />}
          onClick={() => exportTable(rows, asOf)}
        >
          {t('export')}
        </Button>
      </div>
      <p className="muted">{t('tableLead')}</p>
      <div className="table-scroll" role="region" tabIndex={0} aria-label={t('tableRegion')}>
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{t('skill')}</th>
              <th scope="col">{t('share')}</th>
              <th scope="col" className="right">
                {t('asked')}
              </th>
              <th scope="col" className="right">
                {t('met')}
              </th>
              <th scope="col" className="right">
                {t('below')}
              </th>
              <th scope="col" className="right">
                {t('unknown')}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <CoverRow key={row.skill} row={row} />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function CoverRow({ row: { name, figures, reason } }: { readonly row: SkillCover }): ReactNode {
  const t = useCoverageTexts();
  if (figures === null)
    return (
      <tr>
        <th scope="row">{name}</th>
        <td colSpan={5} className="muted">
          {reason === 'small' ? t('small', { least: SMALLEST_GROUP }) : t('notAsked')}
        </td>
      </tr>
    );
  const { asked, met, unknown } = figures;
  const share = met / asked;
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>
        <span className={styles.meter}>
          <span className={styles.rail}>
            <span className={styles.fill} data-thin={share < THIN} style={{ width: percent(share) }} />
            <span className={styles.unknown} style={{ width: percent(unknown / asked) }} />
          </span>
          <span className="num">{percent(share)}</span>
        </span>
      </td>
      <td className="right">{asked}</td>
      <td className="right">{met}</td>
      <td className="right">{asked - met - unknown}</td>
      <td className="right">{unknown}</td>
    </tr>
  );
}
