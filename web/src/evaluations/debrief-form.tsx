/** Why this file exists: who was in the debrief, what was said, and which scorecards will not come, each by name and reason. */
import { useEffect, useRef, useState, type ReactNode, type SyntheticEvent } from 'react';
import { Button, Checkbox, Group, Textarea, TextInput } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useCommand } from '../app/commands.js';
import { useCoreTexts } from '../app/core-texts.js';
import { notifyDone, notifyProblem } from '../app/notify.js';
import { useSession } from '../app/session.js';
import { PersonPicker, type Chosen } from '../candidates/person-picker.js';
import { graphql } from '../gql/index.js';
import { useDecisionTexts } from './decision-texts.js';
import { dueOf, panelOf, type DecidedApplication } from './decision-types.js';
import styles from './decision.module.css';
import { instantOf, localTime } from './plan-time.js';
import { useMoveToDebrief } from './use-move-to-debrief.js';

const RecordDebrief = graphql(`
  mutation EvaluationsRecordDebrief($input: RecordDebriefInput!) {
    recordDebrief(input: $input) {
      __typename
      ... on RecordDebriefSuccess {
        evaluation {
          application {
            id
            version
            ...EvaluationsDecision
          }
        }
      }
      ...CommandProblem
    }
  }
`);

interface DebriefFormProps {
  readonly of: DecidedApplication;
  readonly onDone: () => void;
  readonly onCancel: () => void;
  readonly again: () => void;
}

/** Everybody who could have been there: the panel, the decider, and who is on the record already. */
function usePeople(of: DecidedApplication) {
  const { person } = useSession();
  const recorded = of.evaluation?.debrief?.attendees.flatMap((one) => one.person ?? []) ?? [];
  const panel = panelOf(of).map((seat) => ({ id: seat.personId, displayName: seat.name }));
  const me = person == null ? [] : [{ id: person.id, displayName: person.displayName }];
  const [also, setAlso] = useState<readonly Chosen[]>([]);
  const all = new Map([...me, ...panel, ...recorded, ...also].map((one) => [one.id, one.displayName]));
  const [there, setThere] = useState<readonly string[]>(
    [...me, ...(recorded.length > 0 ? recorded : panel)].map((one) => one.id),
  );
  return {
    all,
    there,
    setThere,
    me: person?.id ?? null,
    add: (one: Chosen | null) => {
      if (one === null) return;
      setAlso((before) => [...before, one]);
      setThere((before) => [...before, one.id]);
    },
  };
}

type Fields = { readonly heldAt: string; readonly notes: string; readonly waivers: Readonly<Record<string, string>> };
interface Errors {
  readonly heldAt: boolean;
  readonly notes: boolean;
  /** Scorecards whose waiver gives no reason. */
  readonly waivers: readonly string[];
}
const NO_ERRORS: Errors = { heldAt: false, notes: false, waivers: [] };

const errorsOf = ({ heldAt, notes, waivers }: Fields): Errors => ({
  heldAt: heldAt === '',
  notes: notes.trim() === '',
  waivers: Object.keys(waivers).filter((id) => (waivers[id] ?? '').replace(/\s/g, '').length < 5),
});
const hasErrors = ({ heldAt, notes, waivers }: Errors): boolean => heldAt || notes || waivers.length > 0;

/** Leads to the first field in error, each time somebody tries. */
function useFirstError(tries: number) {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (tries > 0) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [tries]);
  return form;
}

function useDebrief({ of, onDone, again }: DebriefFormProps) {
  const t = useDecisionTexts();
  const debrief = of.evaluation?.debrief ?? null;
  const people = usePeople(of);
  const [heldAt, setHeldAt] = useState(localTime(debrief?.heldAt ?? new Date().toISOString()));
  const [notes, setNotes] = useState(debrief?.notes ?? '');
  const [waivers, setWaivers] = useState<Readonly<Record<string, string>>>(
    Object.fromEntries((debrief?.waivers ?? []).map((one) => [one.scorecardId, one.reason])),
  );
  const [wrong, setWrong] = useState<string | null>(null);
  const [run, running] = useCommand(RecordDebrief);
  const { move, moving } = useMoveToDebrief();
  const moves = of.stage !== 'DEBRIEF';
  const [tries, setTries] = useState(0);
  const errors = tries === 0 ? NO_ERRORS : errorsOf({ heldAt, notes, waivers });
  const submit = async (event: SyntheticEvent): Promise<void> => {
    event.preventDefault();
    setTries(tries + 1);
    if (hasErrors(errorsOf({ heldAt, notes, waivers }))) return;
    const outcome = await run({
      input: {
        applicationId: of.id,
        version: debrief?.version ?? null,
        heldAt: instantOf(heldAt),
        notes,
        attendeeIds: [...new Set(people.there)],
        waivers: Object.entries(waivers).map(([scorecardId, reason]) => ({ scorecardId, reason })),
      },
    });
    if (outcome.ok) {
      const moved = moves
        ? await move({ id: of.id, version: outcome.value.evaluation.application?.version ?? of.version })
        : null;
      if (moved?.ok === false) notifyProblem(moved.problem);
      notifyDone(t(moved?.ok === true ? 'debriefSavedMoved' : 'debriefSaved'));
      onDone();
      return;
    }
    setWrong(outcome.problem.message);
    if (outcome.problem.kind !== 'StaleVersion') return;
    notifyProblem(outcome.problem);
    again();
  };
  return {
    people,
    heldAt,
    setHeldAt,
    notes,
    setNotes,
    waivers,
    setWaivers,
    wrong,
    running: running || moving,
    submit,
    moves,
    tries,
    errors,
  };
}

export function DebriefForm(props: DebriefFormProps): ReactNode {
  const t = useDecisionTexts();
  const core = useCoreTexts();
  const form = useDebrief(props);
  const { people, errors } = form;
  const ref = useFirstError(form.tries);
  return (
    <form
      ref={ref}
      className={styles.form}
      noValidate
      onSubmit={(e) => void form.submit(e)}
      aria-label={t('debriefRecord')}
    >
      <Checkbox.Group
        label={t('debriefWho')}
        description={t('debriefWhoHint')}
        value={[...people.there]}
        onChange={people.setThere}
      >
        <div className={styles.choices}>
          {[...people.all].map(([id, name], at) => (
            <Checkbox
              key={id}
              value={id}
              label={name}
              disabled={id === people.me}
              data-autofocus={at === 1 ? true : undefined}
            />
          ))}
        </div>
      </Checkbox.Group>
      <PersonPicker
        key={people.all.size}
        label={t('debriefAlso')}
        value={null}
        onChange={people.add}
        without={[...people.all.keys()]}
      />
      <TextInput
        type="datetime-local"
        label={t('debriefWhen')}
        value={form.heldAt}
        onChange={(e) => form.setHeldAt(e.currentTarget.value)}
        error={errors.heldAt ? t('needHeldAt') : null}
        required
      />
      <Textarea
        label={t('debriefNotes')}
        description={t('debriefNotesHint')}
        value={form.notes}
        onChange={(e) => form.setNotes(e.currentTarget.value)}
        maxLength={20_000}
        minRows={4}
        autosize
        error={errors.notes ? t('needNotes') : null}
        required
      />
      <Waivers of={props.of} waivers={form.waivers} wrong={errors.waivers} onChange={form.setWaivers} />
      {form.moves ? <p className="muted">{t('debriefMoves')}</p> : null}
      {form.wrong === null ? null : (
        <p className="banner" role="alert">
          <IconAlertTriangle size={17} aria-hidden />
          <span>{form.wrong}</span>
        </p>
      )}
      <Group>
        <Button type="submit" loading={form.running}>
          {t(form.moves ? 'debriefSaveMove' : 'debriefSave')}
        </Button>
        <Button variant="default" onClick={props.onCancel}>
          {core('cancel')}
        </Button>
      </Group>
    </form>
  );
}

interface WaiversProps {
  readonly of: DecidedApplication;
  readonly waivers: Readonly<Record<string, string>>;
  /** Scorecards whose waiver gives no reason. */
  readonly wrong: readonly string[];
  readonly onChange: (waivers: Readonly<Record<string, string>>) => void;
}

function Waivers({ of, waivers, wrong, onChange }: WaiversProps): ReactNode {
  const t = useDecisionTexts();
  const due = dueOf(of);
  if (due.length === 0) return null;
  const without = (id: string): Record<string, string> =>
    Object.fromEntries(Object.entries(waivers).filter(([key]) => key !== id));
  return (
    <fieldset className={styles.fieldset}>
      <legend>{t('debriefWaivers')}</legend>
      <p className="muted">{t('debriefWaiversHint')}</p>
      {due.map((seat) => {
        const reason = waivers[seat.scorecardId];
        return (
          <div key={seat.scorecardId} className={styles.waiver}>
            <Checkbox
              label={t('waiverOf', { name: seat.name, interview: seat.interview })}
              checked={reason !== undefined}
              onChange={(e) =>
                onChange(e.currentTarget.checked ? { ...waivers, [seat.scorecardId]: '' } : without(seat.scorecardId))
              }
            />
            {reason === undefined ? null : (
              <TextInput
                label={t('waiverWhy')}
                value={reason}
                error={wrong.includes(seat.scorecardId) ? t('needWaiver') : null}
                onChange={(e) => onChange({ ...waivers, [seat.scorecardId]: e.currentTarget.value })}
                required
              />
            )}
          </div>
        );
      })}
    </fieldset>
  );
}
