/** Why this file exists: the fields of a decision: outcome, reasons, words, conditions, dissent. */
import type { ReactNode } from 'react';
import { Button, Checkbox, Radio, Select, Textarea } from '@mantine/core';
import { IconAlertTriangle, IconPlus } from '@tabler/icons-react';
import { Controller, useFieldArray } from 'react-hook-form';
import { list } from '../app/format.js';
import type { DecisionFormOf } from './decision-form.js';
import { ACCEPT_REASONS, DECLINE_REASONS, reasonWord, useDecisionTexts, verdictWord } from './decision-texts.js';
import { openMustHaves, panelOf, type DecidedApplication } from './decision-types.js';
import styles from './decision.module.css';

interface DecisionFieldsProps {
  readonly form: DecisionFormOf;
  readonly of: DecidedApplication;
}

export function DecisionFields({ form, of }: DecisionFieldsProps): ReactNode {
  const t = useDecisionTexts();
  const { errors } = form.formState;
  const outcome = form.watch('outcome');
  return (
    <>
      <Controller
        control={form.control}
        name="outcome"
        rules={{ required: t('needOutcome') }}
        render={({ field }) => (
          <Radio.Group
            {...field}
            label={t('outcome')}
            error={errors.outcome?.message}
            withAsterisk
            onChange={(value) => {
              field.onChange(value);
              form.setValue('reasonCodes', []);
              if (value === 'DECLINE') form.setValue('conditions', '');
            }}
          >
            <div className={styles.pair}>
              <Radio value="ACCEPT" label={t('accept')} ref={field.ref} />
              <Radio value="DECLINE" label={t('decline')} />
            </div>
          </Radio.Group>
        )}
      />
      {outcome === '' ? null : <Reasons form={form} of={of} outcome={outcome} />}
      <Textarea
        label={t('reasonWords')}
        description={t('reasonWordsHint')}
        error={errors.reason?.message}
        minRows={3}
        autosize
        withAsterisk
        {...form.register('reason', { validate: (text) => text.replace(/\s/g, '').length >= 20 || t('needWords') })}
      />
      {outcome === 'ACCEPT' ? <Conditions form={form} /> : null}
      <DissentFields form={form} of={of} />
    </>
  );
}

/** Whoever is accepted with a gap is accepted with what covers it. */
function Conditions({ form }: Pick<DecisionFieldsProps, 'form'>): ReactNode {
  const t = useDecisionTexts();
  const hasGap = form.watch('reasonCodes').includes('GAP_WITH_GROWTH_PLAN');
  return (
    <Textarea
      label={t('conditions')}
      description={t(hasGap ? 'conditionsGap' : 'conditionsHint')}
      error={form.formState.errors.conditions?.message}
      autosize
      minRows={hasGap ? 2 : 1}
      withAsterisk={hasGap}
      {...form.register('conditions', {
        validate: (text, { reasonCodes }) =>
          !reasonCodes.includes('GAP_WITH_GROWTH_PLAN') || text.replace(/\s/g, '').length >= 20 || t('needConditions'),
      })}
    />
  );
}

interface ReasonsProps extends DecisionFieldsProps {
  readonly outcome: 'ACCEPT' | 'DECLINE';
}

function Reasons({ form, of, outcome }: ReasonsProps): ReactNode {
  const t = useDecisionTexts();
  const { comparison } = of.evaluation ?? {};
  const open = comparison == null ? [] : openMustHaves(comparison);
  const isBarred = outcome === 'ACCEPT' && open.length > 0;
  const codes = outcome === 'ACCEPT' ? ACCEPT_REASONS : DECLINE_REASONS;
  return (
    <>
      {isBarred ? (
        <p className="banner" role="note">
          <IconAlertTriangle size={17} aria-hidden />
          <span>{t('openMust', { skills: list(open), reason: reasonWord('GAP_WITH_GROWTH_PLAN') })}</span>
        </p>
      ) : null}
      <Controller
        control={form.control}
        name="reasonCodes"
        rules={{ validate: (chosen) => chosen.length > 0 || t('needReason') }}
        render={({ field }) => (
          <Checkbox.Group
            label={t('reasons')}
            description={t('reasonsHint')}
            withAsterisk
            value={field.value}
            onChange={field.onChange}
            error={form.formState.errors.reasonCodes?.message}
          >
            <div className={styles.choices}>
              {codes.map((code) => (
                <Checkbox
                  key={code}
                  value={code}
                  label={reasonWord(code)}
                  disabled={isBarred && code === 'MUST_HAVES_MET'}
                />
              ))}
            </div>
          </Checkbox.Group>
        )}
      />
    </>
  );
}

/** Verdicts against the outcome, of people whose dissent is not entered yet. */
function useOtherViews({ form, of }: DecisionFieldsProps) {
  const [outcome, dissent] = form.watch(['outcome', 'dissent']);
  if (outcome === '') return [];
  const against = outcome === 'ACCEPT' ? ['NO', 'STRONG_NO'] : ['YES', 'STRONG_YES'];
  return (of.evaluation?.comparison?.verdicts ?? []).filter(
    (one) => against.includes(one.verdict) && !dissent.some((entry) => entry.personId === one.person?.id),
  );
}

function DissentFields({ form, of }: DecisionFieldsProps): ReactNode {
  const t = useDecisionTexts();
  const entries = useFieldArray({ control: form.control, name: 'dissent' });
  const others = useOtherViews({ form, of });
  const panel = [...new Map(panelOf(of).map((seat) => [seat.personId, seat.name]))];
  const { errors } = form.formState;
  return (
    <fieldset className={styles.fieldset}>
      <legend>{t('dissent')}</legend>
      <p className="muted">{t('dissentHint')}</p>
      {others.map((one) => (
        <p key={one.person?.id} className={styles.ask}>
          <span>{t('dissentAsk', { name: one.person?.displayName ?? '', verdict: verdictWord(one.verdict) })}</span>
          <Button
            variant="default"
            size="compact-sm"
            aria-label={`${t('dissentAdd')}: ${one.person?.displayName ?? ''}`}
            onClick={() => entries.append({ personId: one.person?.id ?? '', text: '' })}
          >
            {t('dissentAdd')}
          </Button>
        </p>
      ))}
      {entries.fields.map((entry, at) => (
        <div key={entry.id} className={styles.entry}>
          <Controller
            control={form.control}
            name={`dissent.${at}.personId`}
            rules={{ required: t('needDissent') }}
            render={({ field }) => (
              <Select
                {...field}
                label={t('dissentWho')}
                data={panel.map(([value, label]) => ({ value, label }))}
                value={field.value === '' ? null : field.value}
                onChange={(value) => field.onChange(value ?? '')}
                error={errors.dissent?.[at]?.personId?.message}
              />
            )}
          />
          <Textarea
            label={t('dissentText')}
            error={errors.dissent?.[at]?.text?.message}
            autosize
            minRows={2}
            {...form.register(`dissent.${at}.text`, {
              validate: (text) => text.replace(/\s/g, '').length >= 5 || t('needDissent'),
            })}
          />
          <Button variant="subtle" size="compact-sm" onClick={() => entries.remove(at)}>
            {t('dissentRemove')}
          </Button>
        </div>
      ))}
      {panel.length === 0 ? null : (
        <div>
          <Button
            variant="subtle"
            size="compact-sm"
            leftSection={<IconPlus size={15} aria-hidden />}
            onClick={() => entries.append({ personId: '', text: '' })}
          >
            {t('dissentAdd')}
          </Button>
        </div>
      )}
    </fieldset>
  );
}
