/** Why this file exists: one named person decides once, for reasons from a closed list, with dissent kept and must-haves in sight. */
import { useState, type ReactNode } from 'react';
import { Button, Group } from '@mantine/core';
import { useForm, type UseFormReturn } from 'react-hook-form';
import { useCoreTexts } from '../app/core-texts.js';
import { notifyProblem } from '../app/notify.js';
import type { DecisionOutcome, DecisionReason } from '../gql/graphql.js';
import { DecisionFields } from './decision-fields.js';
import { DecisionSign } from './decision-sign.js';
import { DecisionStep } from './decision-step.js';
import { useDecisionTexts } from './decision-texts.js';
import type { DecidedApplication } from './decision-types.js';
import styles from './decision.module.css';
import { nextStepId, useMoveToDebrief } from './use-move-to-debrief.js';

export interface DecisionFieldsOf {
  outcome: DecisionOutcome | '';
  reasonCodes: DecisionReason[];
  reason: string;
  conditions: string;
  dissent: { personId: string; text: string }[];
}
export type DecisionFormOf = UseFormReturn<DecisionFieldsOf>;

interface DecisionFormProps {
  readonly of: DecidedApplication;
  /** True for the hiring manager of the requisition. */
  readonly decides: boolean;
  readonly again: () => void;
}

export function DecisionForm({ of, decides, again }: DecisionFormProps): ReactNode {
  const t = useDecisionTexts();
  const hasDebrief = of.evaluation?.debrief != null;
  return (
    <DecisionStep number={3} title={t('stepDecision')} state={hasDebrief ? 'now' : 'open'}>
      {decides ? (
        <Deciding of={of} hasDebrief={hasDebrief} again={again} />
      ) : (
        <p className="muted">{t('decisionWaits')}</p>
      )}
    </DecisionStep>
  );
}

interface DecidingProps {
  readonly of: DecidedApplication;
  readonly hasDebrief: boolean;
  readonly again: () => void;
}

function Deciding({ of, hasDebrief, again }: DecidingProps): ReactNode {
  const t = useDecisionTexts();
  const [opened, setOpened] = useState(false);
  const { move, moving } = useMoveToDebrief();
  const toDebrief = async (): Promise<void> => {
    const outcome = await move(of);
    if (!outcome.ok) notifyProblem(outcome.problem);
    again();
  };
  if (!hasDebrief) return <p className="muted">{t('decisionAfter')}</p>;
  if (of.stage !== 'DEBRIEF') {
    return (
      <>
        <p className="muted">{t('toDebriefWhy')}</p>
        <div>
          <Button id={nextStepId(of.id)} variant="default" loading={moving} onClick={() => void toDebrief()}>
            {t('toDebrief')}
          </Button>
        </div>
      </>
    );
  }
  if (opened) return <Form of={of} again={again} onCancel={() => setOpened(false)} />;
  return (
    <>
      <p className="muted">{t('decisionNone')}</p>
      <div>
        <Button id={nextStepId(of.id)} onClick={() => setOpened(true)}>
          {t('decide')}
        </Button>
      </div>
    </>
  );
}

interface FormProps extends Pick<DecidingProps, 'of' | 'again'> {
  readonly onCancel: () => void;
}

function Form({ of, again, onCancel }: FormProps): ReactNode {
  const t = useDecisionTexts();
  const core = useCoreTexts();
  const [signing, setSigning] = useState(false);
  const form = useForm<DecisionFieldsOf>({
    defaultValues: { outcome: '', reasonCodes: [], reason: '', conditions: '', dissent: [] },
  });
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(e) => void form.handleSubmit(() => setSigning(true))(e)}
      aria-label={t('decide')}
    >
      <DecisionFields form={form} of={of} />
      <Group>
        <Button type="submit">{t('sign')}</Button>
        <Button variant="default" onClick={onCancel}>
          {core('cancel')}
        </Button>
      </Group>
      <DecisionSign form={form} of={of} opened={signing} onClose={() => setSigning(false)} again={again} />
    </form>
  );
}
