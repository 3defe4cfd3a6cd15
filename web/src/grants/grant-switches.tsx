/** Why this file exists: each grant can be given and taken back, with what it allows in words before it is given. */
import { useState, type ReactNode } from 'react';
import { Switch, TextInput } from '@mantine/core';
import { useCommand } from '../app/commands.js';
import { instant, list, today } from '../app/format.js';
import { notifyDone, notifyProblem } from '../app/notify.js';
import { useSession } from '../app/session.js';
import { graphql } from '../gql/index.js';
import type { Grant } from '../gql/graphql.js';
import { Confirm } from '../ui/confirm.js';
import styles from './grants.module.css';
import { useGrantsTexts } from './grants.texts.js';
import type { GrantKind } from './members-panel.js';
import { RightsTable } from './rights-table.js';

const GiveGrant = graphql(`
  mutation GiveGrant($input: GiveGrantInput!) {
    giveGrant(input: $input) {
      __typename
      ... on GiveGrantSuccess {
        member {
          id
          grants
        }
        step {
          request {
            id
          }
        }
      }
      ...CommandProblem
    }
  }
`);
const TakeGrant = graphql(`
  mutation TakeGrant($input: GrantInput!) {
    takeGrant(input: $input) {
      __typename
      ... on TakeGrantSuccess {
        member {
          id
          grants
        }
        step {
          request {
            id
          }
        }
      }
      ...CommandProblem
    }
  }
`);

interface GrantSwitchesProps {
  readonly memberId: string;
  readonly name: string;
  readonly held: readonly Grant[];
  /** Grants that come from groups; only the group can give them up. */
  readonly fromGroups: readonly { readonly grant: Grant; readonly groupName: string }[];
  readonly isActive: boolean;
  /** Grants that end by themselves. */
  readonly timed: readonly { readonly grant: Grant; readonly expiresAt: string }[];
  readonly kinds: readonly GrantKind[];
  readonly again: () => void;
}

export function GrantSwitches(props: GrantSwitchesProps): ReactNode {
  const { memberId, name, held, fromGroups, timed, isActive, kinds, again } = props;
  const t = useGrantsTexts();
  const { member } = useSession();
  const [give, giving] = useCommand(GiveGrant);
  const [take, taking] = useCommand(TakeGrant);
  const [asked, setAsked] = useState<GrantKind | null>(null);
  const isOwn = member.id === memberId;
  const [until, setUntil] = useState('');
  const change = async (kind: GrantKind, gives: boolean): Promise<void> => {
    const input = { memberId, grant: kind.grant };
    const expiresAt = until === '' ? null : new Date(`${until}T23:59:59`).toISOString();
    const outcome = await (gives ? give({ input: { ...input, expiresAt } }) : take({ input }));
    setAsked(null);
    again();
    if (!outcome.ok) {
      notifyProblem(outcome.problem);
      return;
    }
    const words = { name, grant: kind.name };
    if (outcome.value.step.request != null) notifyDone(t('waits', words));
    else if (gives) notifyDone(t('gave', words), () => void change(kind, false));
    else notifyDone(t('took', words), () => void change(kind, true));
  };
  return (
    <>
      <p className={isOwn ? 'banner info' : 'muted'}>{t(isOwn ? 'ownHint' : 'giveHint')}</p>
      {isOwn || !isActive ? null : (
        <TextInput
          type="date"
          label={t('until')}
          description={t('untilHint')}
          min={today()}
          value={until}
          onChange={({ currentTarget: { value } }) => setUntil(value)}
        />
      )}
      <ul className={styles.kinds}>
        {kinds.map((kind) => {
          const isHeld = held.includes(kind.grant);
          const end = timed.find((one) => one.grant === kind.grant)?.expiresAt;
          const groups = fromGroups.filter((from) => from.grant === kind.grant).map((from) => from.groupName);
          return (
            <li key={kind.grant}>
              <Switch
                label={kind.name}
                description={kind.description}
                checked={isHeld}
                disabled={isOwn || giving || taking || !isActive || groups.length > 0}
                onChange={() => (isHeld ? setAsked(kind) : void change(kind, true))}
              />
              {end === undefined ? null : (
                <p className={`muted small-text num ${styles.allows}`}>
                  {t('endsOn', { at: instant(end, { year: 'numeric' }) })}
                </p>
              )}
              {groups.length === 0 ? null : (
                <p className={`muted small-text ${styles.allows}`}>{t('fromGroups', { groups: list(groups) })}</p>
              )}
              <details className={styles.allows}>
                <summary aria-label={`${t('allows')}: ${kind.name}`}>{t('allows')}</summary>
                <RightsTable rights={kind.rights} label={t('rightsOf', { name: kind.name })} />
              </details>
            </li>
          );
        })}
      </ul>
      {asked === null ? null : (
        <Confirm
          opened
          danger
          title={t('takeTitle', { grant: asked.name })}
          action={t('take')}
          running={taking}
          onConfirm={() => void change(asked, false)}
          onClose={() => setAsked(null)}
        >
          <p>{t('takeBody', { name })}</p>
        </Confirm>
      )}
    </>
  );
}
