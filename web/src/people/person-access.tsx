/** Why this file exists: which sign-in belongs to a person, and changing that. */
import { lazy, Suspense, useState, type ReactNode } from 'react';
import { Button } from '@mantine/core';
import { useCommand } from '../app/commands.js';
import { notifyDone, notifyProblem } from '../app/notify.js';
import { useSession } from '../app/session.js';
import { graphql, readFragment, type FragmentType } from '../gql/index.js';
import { Confirm } from '../ui/confirm.js';
import { Go } from '../ui/go.js';
import { usePeopleTexts } from './people.texts.js';
import { MemberSelect, type Chosen } from './record-select.js';

const InviteWindow = lazy(async () => ({ default: (await import('../invitations/invite-window.js')).InviteWindow }));

const PersonAccessFragment = graphql(`
  fragment PersonAccess on Person {
    id
    version
    displayName
    member {
      id
      displayName
    }
  }
`);

const LinkPersonToMember = graphql(`
  mutation LinkPersonToMember($input: LinkPersonToMemberInput!) {
    linkPersonToMember(input: $input) {
      __typename
      ... on LinkPersonToMemberSuccess {
        person {
          id
          version
          member {
            id
            displayName
          }
        }
      }
      ...CommandProblem
    }
  }
`);

interface PersonAccessProps {
  readonly person: FragmentType<typeof PersonAccessFragment>;
  readonly again: () => void;
}

export function PersonAccess({ person: reference, again }: PersonAccessProps): ReactNode {
  const t = usePeopleTexts();
  const { id, version, displayName: name, member } = readFragment(PersonAccessFragment, reference);
  const { may } = useSession();
  const [open, setOpen] = useState(false);
  const [inviting, setInviting] = useState(false);
  return (
    <section className="section" aria-labelledby="person-access">
      <h2 id="person-access">{t('accessTitle')}</h2>
      <p>{member == null ? t('accessNone') : t('accessLinked', { name: member.displayName })}</p>
      <div style={{ display: 'flex', gap: 14, alignItems: 'center', marginTop: 10, flexWrap: 'wrap' }}>
        <Button variant="default" size="compact-md" onClick={() => setOpen(true)}>
          {t(member == null ? 'link' : 'changeLink')}
        </Button>
        {member == null && may('grant:create') ? (
          <Button size="compact-md" onClick={() => setInviting(true)}>
            {t('inviteThem')}
          </Button>
        ) : null}
        {member == null ? null : <Go to={`/people?view=members&member=${member.id}`}>{t('accessShow')}</Go>}
      </div>
      {inviting ? (
        <Suspense>
          <InviteWindow person={{ id, name }} onClose={() => setInviting(false)} again={again} />
        </Suspense>
      ) : null}
      {open ? (
        <LinkWindow
          personId={id}
          version={version}
          name={name}
          member={member == null ? null : { id: member.id, name: member.displayName }}
          onClose={() => setOpen(false)}
          again={again}
        />
      ) : null}
    </section>
  );
}

interface LinkWindowProps {
  readonly personId: string;
  readonly version: number;
  readonly name: string;
  readonly member: Chosen | null;
  readonly onClose: () => void;
  readonly again: () => void;
}

function LinkWindow({ personId, version, name, member, onClose, again }: LinkWindowProps): ReactNode {
  const t = usePeopleTexts();
  const [chosen, setChosen] = useState(member);
  const [refused, setRefused] = useState<string | null>(null);
  const [run, running] = useCommand(LinkPersonToMember);
  const link = async (): Promise<void> => {
    const outcome = await run({ input: { personId, version, memberId: chosen?.id ?? null } });
    if (outcome.ok) {
      notifyDone(t('linked'));
      onClose();
      return;
    }
    const { problem } = outcome;
    if (problem.kind === 'StaleVersion') {
      again();
      notifyProblem(problem);
    } else setRefused(problem.message);
  };
  return (
    <Confirm
      opened
      title={t('linkTitle', { name })}
      action={t('linkAction')}
      onConfirm={() => void link()}
      onClose={onClose}
      running={running}
      disabled={chosen?.id === member?.id}
    >
      <p className="muted">{t('linkBody', { name })}</p>
      <MemberSelect
        label={t('member')}
        empty={t('noMember')}
        value={chosen}
        onChange={(next) => {
          setRefused(null);
          setChosen(next);
        }}
        error={refused ?? undefined}
      />
    </Confirm>
  );
}
