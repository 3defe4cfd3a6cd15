/** Why this file exists: one member's grants, and what they allow, side by side with the pages that the member sees. */
import { useState, type ReactNode } from 'react';
import { Drawer } from '@mantine/core';
import { Loadable, Missing, useRead } from '../app/reads.js';
import { graphql } from '../gql/index.js';
import { Segmented } from '../ui/segmented.js';
import { Block } from '../ui/skeleton.js';
import { GrantSwitches } from './grant-switches.js';
import styles from './grants.module.css';
import { useGrantsTexts } from './grants.texts.js';
import { MemberState } from './member-state.js';
import type { GrantKind } from './members-panel.js';
import { SeeAs } from './see-as.js';

const MemberRightsQuery = graphql(`
  query MemberRights($memberId: ID!) {
    memberRights(memberId: $memberId) {
      member {
        id
        displayName
        headline
        state
        grants
        timedGrants {
          grant
          expiresAt
        }
        groupGrants {
          grant
          groupName
        }
      }
      ...SeeAs
    }
  }
`);

interface MemberDrawerProps {
  readonly memberId: string;
  readonly kinds: readonly GrantKind[];
  readonly onClose: () => void;
}

export function MemberDrawer({ memberId, kinds, onClose }: MemberDrawerProps): ReactNode {
  const t = useGrantsTexts();
  const read = useRead(MemberRightsQuery, { memberId });
  const [view, setView] = useState<'grants' | 'seeAs'>('grants');
  const name = read.data?.memberRights?.member.displayName ?? '';
  return (
    <Drawer opened onClose={onClose} position="right" size={520} title={t('drawerTitle', { name })}>
      <Loadable of={read} skeleton={<Block height={480} />}>
        {({ memberRights: shown }) =>
          shown == null ? (
            <Missing />
          ) : (
            <div className={styles.drawer}>
              <p className="muted">{shown.member.headline}</p>
              <Segmented
                label={t('drawerView')}
                value={view}
                onChange={setView}
                options={[
                  { value: 'grants', label: t('viewGrants') },
                  { value: 'seeAs', label: t('viewSeeAs') },
                ]}
              />
              {view === 'grants' ? (
                <GrantSwitches
                  memberId={shown.member.id}
                  name={name}
                  held={shown.member.grants ?? []}
                  timed={shown.member.timedGrants ?? []}
                  fromGroups={shown.member.groupGrants ?? []}
                  isActive={shown.member.state === 'ACTIVE'}
                  kinds={kinds}
                  again={read.again}
                />
              ) : (
                <SeeAs rights={shown} />
              )}
              <MemberState
                memberId={shown.member.id}
                name={name}
                state={shown.member.state ?? null}
                again={read.again}
              />
            </div>
          )
        }
      </Loadable>
    </Drawer>
  );
}
