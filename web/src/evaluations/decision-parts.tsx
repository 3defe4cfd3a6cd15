/** Why this file exists: the way from scorecards to a signed decision and a hire, in four steps, for one application. */
import type { ReactNode } from 'react';
import { useSession } from '../app/session.js';
import { readFragment } from '../gql/index.js';
import { DebriefPart } from './debrief-part.js';
import { DecisionForm } from './decision-form.js';
import { DecisionHire } from './decision-hire.js';
import { DecisionDissent } from './decision-dissent.js';
import { DecisionRecord } from './decision-record.js';
import { DecisionStep } from './decision-step.js';
import { useDecisionTexts } from './decision-texts.js';
import {
  DecisionFragment,
  dueOf,
  type DecidedApplication,
  type DecisionRef,
  type OverlayName,
} from './decision-types.js';
import styles from './decision.module.css';

export interface DecisionPartsProps {
  readonly of: DecisionRef;
  /** All overlays, for their names. */
  readonly overlays: readonly OverlayName[];
  readonly again: () => void;
}

export function DecisionParts({ of, overlays, again }: DecisionPartsProps): ReactNode {
  const application = readFragment(DecisionFragment, of);
  const { may, person } = useSession();
  const t = useDecisionTexts();
  const { evaluation, stage } = application;
  if (evaluation?.withheld != null && evaluation.withheld !== 'PANEL_INCOMPLETE')
    return <p className="banner info">{t(`withheld_${evaluation.withheld}`)}</p>;
  const decides = may('decision:submit') && person != null && person.id === application.requisition?.hiringManager?.id;
  const decision = evaluation?.decision ?? null;
  if (decision !== null) {
    return (
      <div className={styles.parts}>
        <DecisionRecord of={application} decision={decision} overlays={overlays} />
        <DecisionDissent of={application} again={again} />
        {decision.outcome === 'ACCEPT' ? <DecisionHire of={application} mayHire={decides} again={again} /> : null}
      </div>
    );
  }
  const isOver = stage === 'WITHDRAWN' || stage === 'HIRED' || stage === 'DECIDED';
  return (
    <div className={styles.parts}>
      <Scorecards of={application} />
      <DebriefPart of={application} mayRecord={decides && !isOver} again={again} />
      {isOver ? null : <DecisionForm of={application} decides={decides} again={again} />}
      {isOver ? <DecisionDissent of={application} again={again} /> : null}
    </div>
  );
}

/** Which scorecards are in, and whose are missing. */
function Scorecards({ of }: { readonly of: DecidedApplication }): ReactNode {
  const t = useDecisionTexts();
  const { due, submitted } = of.evaluation?.progress ?? { due: 0, submitted: 0 };
  const missing = dueOf(of);
  const state = due === 0 ? 'open' : missing.length === 0 ? 'done' : 'now';
  return (
    <DecisionStep number={1} title={t('stepScorecards')} state={state}>
      <p>
        {due === 0
          ? t('scorecardsNone')
          : t(missing.length === 0 ? 'scorecardsIn' : 'scorecardsMissing', { due, submitted })}
      </p>
      {missing.length === 0 ? null : (
        <ul className={styles.points}>
          {missing.map((seat) => (
            <li key={seat.scorecardId}>{t('missingOf', { name: seat.name, interview: seat.interview })}</li>
          ))}
        </ul>
      )}
    </DecisionStep>
  );
}
