/** Why this file exists: a person claims a level on its anchors and shows why; what the evidence cannot carry is told before sending. */
import { useEffect, useId, useRef, type ReactNode } from 'react';
import { Button, Checkbox } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { FormProvider, useForm, useWatch, type UseFormReturn } from 'react-hook-form';
import { graphql } from '../gql/index.js';
import { useCommand, type CommandProblem } from '../app/commands.js';
import { list } from '../app/format.js';
import { notifyDone, notifyProblem } from '../app/notify.js';
import { LevelCards, type LevelAnchor } from '../ui/level-cards.js';
import { focusFirstFault } from './claim-focus.js';
import { ClaimEvidenceFields } from './claim-evidence-fields.js';
import {
  emptyPiece,
  evidenceInput,
  isOnlyStated,
  weaknessOf,
  type EvidenceDraft,
  type EvidenceKind,
} from './claim-model.js';
import { useClaimTexts } from './claim-texts.js';
import styles from './claim.module.css';

const ProposeLevel = graphql(`
  mutation ClaimProposeLevel($input: ProposeAssessmentInput!) {
    proposeAssessment(input: $input) {
      __typename
      ... on ProposeAssessmentSuccess {
        assessment {
          id
          version
          state
          proposedLevel
        }
      }
      ...CommandProblem
    }
  }
`);

interface ClaimValues {
  level: number | null;
  isSelfView: boolean;
  evidence: EvidenceDraft[];
}

interface ClaimFormProps {
  readonly skillKey: string;
  readonly skillName: string;
  readonly anchors: readonly LevelAnchor[];
  readonly marks: Readonly<Record<number, string>>;
  readonly kinds: readonly EvidenceKind[];
  readonly onDone: () => void;
  readonly onCancel: () => void;
}

export function ClaimForm({ skillKey, skillName, anchors, marks, kinds, onDone, onCancel }: ClaimFormProps): ReactNode {
  const t = useClaimTexts();
  const [propose, running] = useCommand(ProposeLevel);
  const form = useForm<ClaimValues>({
    defaultValues: { level: null, isSelfView: false, evidence: [emptyPiece()] },
    shouldFocusError: false,
  });
  form.register('level', { validate: (value) => value !== null || t('levelMissing') });
  const element = useRef<HTMLFormElement>(null);
  const { level, isSelfView, evidence } = useWatch({ control: form.control }) as ClaimValues;
  const weakness = isSelfView ? null : weaknessOf(level, evidence, kinds);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const send = form.handleSubmit(
    async (values) => {
      if (values.level === null) return;
      if (weakness !== null) return document.getElementById('claim-weakness')?.focus();
      const evidenceGiven = values.isSelfView ? [] : values.evidence.map(evidenceInput);
      const input = { skillKey, level: values.level, evidence: evidenceGiven, isSelfView: values.isSelfView || null };
      const outcome = await propose({ input });
      if (!outcome.ok) {
        showProblem(form, outcome.problem);
        focusFirstFault(element.current);
        return;
      }
      notifyDone(t(values.isSelfView ? 'sentSelf' : 'sent', { level: values.level, skill: skillName }));
      onDone();
    },
    () => focusFirstFault(element.current),
  );
  const levelError = useId();
  const error = form.formState.errors.level?.message;
  return (
    <FormProvider {...form}>
      <form ref={element} className={styles.form} noValidate onSubmit={(e) => void send(e)} aria-label={t('title')}>
        <div>
          <h3 ref={heading} tabIndex={-1} data-autofocus>
            {t('title')}
          </h3>
          <p className="muted">{t('lead')}</p>
        </div>
        <div>
          <LevelCards
            label={t('level', { skill: skillName })}
            name="claim-level"
            anchors={anchors}
            marks={marks}
            value={level}
            errorId={error === undefined ? undefined : levelError}
            onChange={(value) => {
              form.setValue('level', value);
              form.clearErrors('level');
            }}
          />
          {error === undefined ? null : (
            <p id={levelError} className={styles.error} role="alert">
              {error}
            </p>
          )}
        </div>
        <Checkbox label={t('selfView')} description={t('selfViewHint')} {...form.register('isSelfView')} />
        {isSelfView ? null : <ClaimEvidenceFields kinds={kinds} />}
        <Weak weakness={weakness} claimed={level} isStated={!isSelfView && isOnlyStated(evidence)} />
        <div className={styles.foot}>
          <Button variant="default" onClick={onCancel}>
            {t('cancel')}
          </Button>
          <Button type="submit" loading={running}>
            {t(isSelfView ? 'sendSelf' : 'send')}
          </Button>
        </div>
      </form>
    </FormProvider>
  );
}

interface WeakProps {
  readonly weakness: ReturnType<typeof weaknessOf>;
  readonly claimed: number | null;
  readonly isStated: boolean;
}

function Weak({ weakness, claimed, isStated }: WeakProps): ReactNode {
  const t = useClaimTexts();
  const words = ((): string | null => {
    if (weakness === null || claimed === null) return isStated ? t('onlyStated') : null;
    const { name, carries, examples } = weakness;
    if (examples.length === 0) return t('tooWeakNone', { name, carries, claimed });
    return t('tooWeak', { name, carries, claimed, examples: list(examples) });
  })();
  return (
    <div role="status" aria-live="polite" id="claim-weakness" tabIndex={-1}>
      {words === null ? null : (
        <p className="banner">
          <IconAlertTriangle size={17} aria-hidden />
          <span>{words}</span>
        </p>
      )}
    </div>
  );
}

/** A refusal stands at the field that it names, else as a notice. */
function showProblem(form: UseFormReturn<ClaimValues>, problem: CommandProblem): void {
  const path = problem.field?.replace(/^input\./, '') ?? '';
  if (path === 'level') {
    form.setError('level', { message: problem.message });
    return;
  }
  const piece = /^evidence\.(\d+)\.(typeKey|title|link|occurredOn)$/.exec(path);
  const name = piece?.[2];
  if (piece === null || name === undefined) {
    notifyProblem(problem);
    return;
  }
  const field = `evidence.${Number(piece[1])}.${name}` as `evidence.${number}.title`;
  form.setError(field, { message: problem.message });
}
