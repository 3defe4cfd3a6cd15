/** Why this file exists: the groups of the identity provider, and which grants an administrator ties to each. */
import { useState, type ReactNode } from 'react';
import { Button, Checkbox, Group, Modal } from '@mantine/core';
import { useCommand } from '../app/commands.js';
import { useMore } from '../app/more.js';
import { notifyDone, notifyProblem } from '../app/notify.js';
import { Loadable } from '../app/reads.js';
import { graphql } from '../gql/index.js';
import type { Grant, MemberGroupsQuery } from '../gql/graphql.js';
import { EmptyState } from '../ui/empty-state.js';
import { ShowMore } from '../ui/show-more.js';
import { Block } from '../ui/skeleton.js';
import styles from './provisioning.module.css';
import { useProvisioningTexts } from './provisioning.texts.js';

const MemberGroups = graphql(`
  query MemberGroups($after: String) {
    memberGroups(first: 50, after: $after) {
      nodes {
        id
        displayName
        memberCount
        grants
        version
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
    grantKinds {
      grant
      name
      description
    }
  }
`);
const SetGroupGrants = graphql(`
  mutation SetGroupGrants($input: SetGroupGrantsInput!) {
    setGroupGrants(input: $input) {
      __typename
      ... on SetGroupGrantsSuccess {
        group {
          id
          grants
          version
        }
      }
      ...CommandProblem
    }
  }
`);

type MemberGroup = MemberGroupsQuery['memberGroups']['nodes'][number];
type Kind = MemberGroupsQuery['grantKinds'][number];

export function GroupsPanel(): ReactNode {
  const t = useProvisioningTexts();
  const { read, nodes, more, loadingMore } = useMore(MemberGroups, {}, (data) => data.memberGroups);
  const [open, setOpen] = useState<MemberGroup | null>(null);
  return (
    <section className={styles.part} aria-labelledby="provisioning-groups">
      <h2 id="provisioning-groups">{t('groups')}</h2>
      <p className="muted">{t('groupsBody')}</p>
      <Loadable of={read} skeleton={<Block height={240} />}>
        {({ grantKinds }) => (
          <>
            {nodes.length === 0 ? (
              <EmptyState small title={t('noGroupsTitle')}>
                {t('noGroupsBody')}
              </EmptyState>
            ) : (
              <div className="table-scroll" role="region" aria-label={t('groupsLabel')} tabIndex={0}>
                <GroupsTable groups={nodes} kinds={grantKinds} onOpen={setOpen} />
              </div>
            )}
            <ShowMore more={more} loading={loadingMore} />
            {open === null ? null : (
              <TieWindow group={open} kinds={grantKinds} again={read.again} onClose={() => setOpen(null)} />
            )}
          </>
        )}
      </Loadable>
    </section>
  );
}

interface GroupsTableProps {
  readonly groups: readonly MemberGroup[];
  readonly kinds: readonly Kind[];
  readonly onOpen: (group: MemberGroup) => void;
}

function GroupsTable({ groups, kinds, onOpen }: GroupsTableProps): ReactNode {
  const t = useProvisioningTexts();
  const given = (group: MemberGroup): readonly Kind[] => kinds.filter((kind) => group.grants.includes(kind.grant));
  return (
    <table className={`table ${styles.groups}`}>
      <thead>
        <tr>
          <th scope="col">{t('group')}</th>
          <th scope="col">{t('members')}</th>
          <th scope="col">{t('gives')}</th>
          <td />
        </tr>
      </thead>
      <tbody>
        {groups.map((group) => (
          <tr key={group.id}>
            <th scope="row">{group.displayName}</th>
            <td className="num">{group.memberCount}</td>
            <td>
              {given(group).length === 0 ? <span className="muted">{t('nothing')}</span> : null}
              <span className={styles.pills}>
                {given(group).map((kind) => (
                  <span key={kind.grant} className="pill">
                    {kind.name}
                  </span>
                ))}
              </span>
            </td>
            <td>
              <Button
                variant="default"
                size="xs"
                aria-label={t('changeLabel', { name: group.displayName })}
                onClick={() => onOpen(group)}
              >
                {t('change')}
              </Button>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface TieWindowProps {
  readonly group: MemberGroup;
  readonly kinds: readonly Kind[];
  readonly again: () => void;
  readonly onClose: () => void;
}

function TieWindow({ group, kinds, again, onClose }: TieWindowProps): ReactNode {
  const t = useProvisioningTexts();
  const [set, setting] = useCommand(SetGroupGrants);
  const [grants, setGrants] = useState<readonly Grant[]>(group.grants);
  const { id: groupId, displayName: name, version } = group;
  const save = async (): Promise<void> => {
    const outcome = await set({ input: { groupId, grants: [...grants], version } });
    again();
    if (!outcome.ok) {
      notifyProblem(outcome.problem);
      return;
    }
    const waits = grants.some((grant) => !outcome.value.group.grants.includes(grant));
    notifyDone(t(waits ? 'tiedWaits' : 'tied', { name }));
    onClose();
  };
  return (
    <Modal opened onClose={onClose} title={t('tieTitle', { name })}>
      <div className={styles.form}>
        <p className="muted">{t('tieBody')}</p>
        {kinds.map((kind) => (
          <Checkbox
            key={kind.grant}
            label={kind.name}
            description={kind.description}
            checked={grants.includes(kind.grant)}
            onChange={({ currentTarget: { checked } }) =>
              setGrants((known) => (checked ? [...known, kind.grant] : known.filter((one) => one !== kind.grant)))
            }
          />
        ))}
        <Group justify="flex-end" mt="sm">
          <Button variant="default" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button loading={setting} onClick={() => void save()}>
            {t('save')}
          </Button>
        </Group>
      </div>
    </Modal>
  );
}
