/** Why this file exists: each grant can be given and taken back, with what it allows in words before it is given. */
import { useState, type ReactNode } from 'react';
import { Switch } from '@mantine/core';
import { useCommand } from '../app/commands.js';
import { list } from '../app/format.js';
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
  readonly kinds: readonly GrantKind[];
  readonly again: () => void;
}

export function GrantSwitches(props: GrantSwitchesProps): ReactNode {
  const { memberId, name, held, fromGroups, isActive, kinds, again } = props;
  const t = useGrantsTexts();
  const { member } = useSession();
  const [give, giving] = useCommand(GiveGrant);
  const [take, taking] = useCommand(TakeGrant);
  const [asked, setAsked] = useState<GrantKind | null>(null);
  const isOwn = member.id === memberId;
  const change = async (kind: GrantKind, gives: boolean): Promise<void> => {
    const input = { memberId, grant: kind.grant };
    const outcome = await (gives ? give({ input }) : take({ input }));
    setAsked(null);
    again();
    if (!outcome.ok) {
      notifyProblem(outcome.problem);
      return;
    }
    const words = { name, grant: kind.name };
    if (gives) notifyDone(t('gave', words), () => void change(kind, false));
    else notifyDone(t('took', words), () => void change(kind, true));
  };
  return (
    <>
      <p className={isOwn ? 'banner info' : 'muted'}>{t(isOwn ? 'ownHint' : 'giveHint')}</p>
      <ul className={styles.kinds}>
        {kinds.map((kind) => {
          const isHeld = held.includes(kind.grant);
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
