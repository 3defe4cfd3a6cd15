/** Why this file exists: the decision record: who decided what, for which reasons, on what evidence, and who saw it otherwise; it prints on its own. */
import type { ReactNode } from 'react';
import { Button } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { instant, list, percent } from '../app/format.js';
import { DebriefText } from './debrief-part.js';
import { reasonWord, useDecisionTexts, verdictWord } from './decision-texts.js';
import type { Comparison, DecidedApplication, OverlayName } from './decision-types.js';
import styles from './decision.module.css';

type Decision = NonNullable<NonNullable<DecidedApplication['evaluation']>['decision']>;
interface DecisionRecordProps {
  readonly of: DecidedApplication;
  readonly decision: Decision;
  readonly overlays: readonly OverlayName[];
}

export function DecisionRecord({ of, decision, overlays }: DecisionRecordProps): ReactNode {
  const t = useDecisionTexts();
  const { requisition } = of;
  const role = requisition?.jobRoleVersion;
  const names = (requisition?.overlayKeys ?? []).map((key) => overlays.find((one) => one.key === key)?.name ?? key);
  const isAccepted = decision.outcome === 'ACCEPT';
  const outcome = t(isAccepted ? 'accepted' : 'declined');
  return (
    <article className={styles.record} aria-labelledby={`record-${of.id}`}>
      <header className={styles.recordHead}>
        <div>
          <h3 id={`record-${of.id}`}>{t('record')}</h3>
          <p>{t('recordFor', { name: of.candidate?.displayName ?? '', requisition: requisition?.title ?? '' })}</p>
          <p className="muted">
            {role == null ? null : t('role', { title: role.title, number: role.number })}
            {requisition == null || requisition.overlayKeys.length === 0
              ? null
              : ` · ${t('overlays', { names: list(names) })}`}
          </p>
        </div>
        <Button
          className="noprint"
          variant="default"
          leftSection={<IconPrinter size={16} aria-hidden />}
          onClick={() => window.print()}
        >
          {t('print')}
        </Button>
      </header>
      <p className={styles.outcome}>
        <span className={isAccepted ? 'pill ok' : 'pill gap'}>{outcome}</span>
        {t('decidedBy', {
          outcome,
          name: decision.person?.displayName ?? '',
          at: instant(decision.decidedAt, { year: 'numeric' }),
        })}
      </p>
      <h4>{t('reasons')}</h4>
      <ul className={styles.points}>
        {decision.reasonCodes.map((code) => (
          <li key={code}>{reasonWord(code)}</li>
        ))}
      </ul>
      <p className={styles.words}>{decision.reason}</p>
      {decision.conditions == null ? null : (
        <>
          <h4>{t('conditions')}</h4>
          <p className={styles.words}>{decision.conditions}</p>
        </>
      )}
      <h4>{t('dissent')}</h4>
      <DissentList of={decision.dissent} />
      {of.evaluation?.comparison == null ? null : <Shown of={of.evaluation.comparison} />}
      <h4>{t('panel')}</h4>
      <DebriefText of={of} />
    </article>
  );
}

function DissentList({ of }: { readonly of: Decision['dissent'] }): ReactNode {
  const t = useDecisionTexts();
  if (of.length === 0) return <p className="muted">{t('dissentNone')}</p>;
  return (
    <>
      {of.map((one) => (
        <blockquote key={`${one.person?.id ?? ''}${one.at}`} className={styles.dissent}>
          <p className={styles.words}>{one.text}</p>
          <footer className="muted">
            {one.person?.displayName}, {instant(one.at)}
          </footer>
        </blockquote>
      ))}
    </>
  );
}

/** Floors first; the attainment never stands without what it covers. */
function Shown({ of }: { readonly of: Comparison }): ReactNode {
  const t = useDecisionTexts();
  const { fit, verdicts, cells } = of;
  const must = cells.filter((cell) => cell.isMustHave);
  const words = (cell: Comparison['cells'][number]): string => {
    if (cell.status === 'NOT_ASSESSED' || cell.carriedLevel == null) return t('shownNotAssessed');
    if (cell.carriedLevel === 0) return t('shownNothing');
    return t(cell.status === 'MET' ? 'shownMet' : 'shownBelow', { level: cell.carriedLevel });
  };
  return (
    <>
      <h4>{t('shown')}</h4>
      <p>{fit.floors}</p>
      <p className="muted">
        {fit.share == null
          ? t('attainmentNone')
          : t('attainment', { share: percent(fit.share), coverage: percent(fit.coverage) })}
      </p>
      <p>
        {list(
          verdicts.map((one) =>
            t('verdictLine', { name: one.person?.displayName ?? '', verdict: verdictWord(one.verdict) }),
          ),
        )}
      </p>
      <div className="table-scroll" role="region" aria-label={t('mustHaves')} tabIndex={0}>
        <table className={`table ${styles.must}`}>
          <thead>
            <tr>
              <th scope="col">{t('colMustHave')}</th>
              <th scope="col" className="right">
                {t('colAsked')}
              </th>
              <th scope="col">{t('colShown')}</th>
            </tr>
          </thead>
          <tbody>
            {must.map((cell) => (
              <tr key={cell.skill.key}>
                <th scope="row">{cell.skill.name}</th>
                <td className="right">{cell.requiredLevel}</td>
                <td data-state={cell.status}>{words(cell)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
