/** Why this file exists: how long a session lasts is told to everybody, and shortened by administrators. */
import { useState, type ReactNode } from 'react';
import { Button, NumberInput } from '@mantine/core';
import { useCommand } from '../app/commands.js';
import { notifyDone, notifyProblem } from '../app/notify.js';
import { useSession } from '../app/session.js';
import { graphql, readFragment, type FragmentType } from '../gql/index.js';
import { Confirm } from '../ui/confirm.js';
import { useAccountTexts } from './account.texts.js';

export const SessionLimitsFields = graphql(`
  fragment SessionLimitsFields on SessionLimits {
    idleMinutes
    hours
    version
  }
`);
const SetSessionLimits = graphql(`
  mutation SetSessionLimits($input: SetSessionLimitsInput!) {
    setSessionLimits(input: $input) {
      __typename
      ... on SetSessionLimitsSuccess {
        sessionLimits {
          ...SessionLimitsFields
        }
      }
      ...CommandProblem
    }
  }
`);

interface SessionLengthProps {
  readonly limits: FragmentType<typeof SessionLimitsFields>;
  readonly again: () => void;
}

export function SessionLength({ limits: reference, again }: SessionLengthProps): ReactNode {
  const t = useAccountTexts();
  const { may } = useSession();
  const { idleMinutes, hours, version } = readFragment(SessionLimitsFields, reference);
  const [wish, setWish] = useState<{ readonly idleMinutes: number; readonly hours: number } | null>(null);
  const [set, setting] = useCommand(SetSessionLimits);
  const save = async (): Promise<void> => {
    if (wish === null) return;
    const outcome = await set({ input: { ...wish, version } });
    if (outcome.ok) notifyDone(t('shortened'));
    else notifyProblem(outcome.problem);
    setWish(null);
    again();
  };
  return (
    <>
      <p className="muted">
        {t('limits', { idle: t('minutes', { count: idleMinutes }), hours: t('hours', { count: hours }) })}{' '}
        {may('organisation:update') ? (
          <Button variant="subtle" size="compact-sm" onClick={() => setWish({ idleMinutes, hours })}>
            {t('shorten')}
          </Button>
        ) : null}
      </p>
      {wish === null ? null : (
        <Confirm
          opened
          onClose={() => setWish(null)}
          title={t('shortenTitle')}
          action={t('save')}
          onConfirm={() => void save()}
          running={setting}
        >
          <p className="muted">{t('shortenBody')}</p>
          <NumberInput
            label={t('idleMinutes')}
            description={t('idleHint')}
            value={wish.idleMinutes}
            onChange={(value) => setWish({ ...wish, idleMinutes: typeof value === 'number' ? value : idleMinutes })}
            min={1}
            max={30}
            allowDecimal={false}
            data-autofocus
          />
          <NumberInput
            label={t('mostHours')}
            description={t('hoursHint')}
            value={wish.hours}
            onChange={(value) => setWish({ ...wish, hours: typeof value === 'number' ? value : hours })}
            min={1}
            max={12}
            allowDecimal={false}
          />
        </Confirm>
      )}
    </>
  );
}
