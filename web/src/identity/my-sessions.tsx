/** Why this file exists: somebody sees where they are signed in, and signs out where they no longer are. */
import { useState, type ReactNode } from 'react';
import { Button } from '@mantine/core';
import { useCommand } from '../app/commands.js';
import { instant } from '../app/format.js';
import { notifyDone, notifyProblem } from '../app/notify.js';
import { graphql, readFragment, type FragmentType } from '../gql/index.js';
import { Confirm } from '../ui/confirm.js';
import styles from './account.module.css';
import { useAccountTexts } from './account.texts.js';
import { SessionLength, type SessionLimitsFields } from './session-length.js';

const MySessionFields = graphql(`
  fragment MySession on Session {
    id
    startedAt
    lastSeenAt
    method
    browser
    isCurrent
  }
`);
const EndSession = graphql(`
  mutation EndSession($input: EndSessionInput!) {
    endSession(input: $input) {
      __typename
      ... on EndSessionSuccess {
        sessionId
      }
      ...CommandProblem
    }
  }
`);
const EndOtherSessions = graphql(`
  mutation EndOtherSessions {
    endOtherSessions {
      __typename
      ... on EndOtherSessionsSuccess {
        ended
      }
      ...CommandProblem
    }
  }
`);

interface MySessionsProps {
  readonly sessions: readonly FragmentType<typeof MySessionFields>[];
  readonly limits: FragmentType<typeof SessionLimitsFields>;
  readonly again: () => void;
}

export function MySessions({ sessions, limits, again }: MySessionsProps): ReactNode {
  const t = useAccountTexts();
  const [asking, setAsking] = useState(false);
  const [endOthers, ending] = useCommand(EndOtherSessions);
  const leave = async (): Promise<void> => {
    const outcome = await endOthers({});
    setAsking(false);
    if (outcome.ok) notifyDone(t('othersEnded', { count: outcome.value.ended }));
    else notifyProblem(outcome.problem);
    again();
  };
  return (
    <section aria-labelledby="account-sessions">
      <div className="section-head">
        <h2 id="account-sessions">{t('sessions')}</h2>
        {sessions.length < 2 ? null : (
          <Button variant="default" onClick={() => setAsking(true)}>
            {t('endOthers')}
          </Button>
        )}
      </div>
      <SessionLength limits={limits} again={again} />
      <ul className={styles.list} aria-label={t('sessions')}>
        {sessions.map((one, i) => (
          <SessionLine key={i} session={one} again={again} />
        ))}
      </ul>
      <Confirm
        opened={asking}
        onClose={() => setAsking(false)}
        title={t('endOthersTitle')}
        action={t('endOthers')}
        onConfirm={() => void leave()}
        running={ending}
      >
        <p>{t('endOthersBody')}</p>
      </Confirm>
    </section>
  );
}

interface SessionLineProps {
  readonly session: FragmentType<typeof MySessionFields>;
  readonly again: () => void;
}

function SessionLine({ session: reference, again }: SessionLineProps): ReactNode {
  const t = useAccountTexts();
  const { id, startedAt, lastSeenAt, method, browser, isCurrent } = readFragment(MySessionFields, reference);
  const [end, ending] = useCommand(EndSession);
  const leave = async (): Promise<void> => {
    const outcome = await end({ input: { sessionId: id } });
    if (outcome.ok) notifyDone(t('ended'));
    else notifyProblem(outcome.problem);
    document.getElementById('main')?.focus(); // the line with the button goes away
    again();
  };
  return (
    <li>
      <div>
        <b>{browser}</b> {isCurrent ? <span className="pill ok">{t('current')}</span> : null}
        <p className="muted small-text num">
          {[
            t(`method_${method}`),
            t('since', { at: instant(startedAt) }),
            t('lastSeen', { at: instant(lastSeenAt) }),
          ].join(', ')}
        </p>
      </div>
      {isCurrent ? null : (
        <Button
          variant="default"
          size="compact-sm"
          loading={ending}
          onClick={() => void leave()}
          aria-label={t('endLabel', { browser, at: instant(startedAt) })}
        >
          {t('end')}
        </Button>
      )}
    </li>
  );
}
