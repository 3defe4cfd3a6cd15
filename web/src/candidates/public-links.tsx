/** Why this file exists: the hiring manager gives out what others read without signing in: the advert's address, and an applicant's status link. */
import { useState, type ReactNode } from 'react';
import { Button, Group, Modal, NumberInput } from '@mantine/core';
import { useCommand } from '../app/commands.js';
import { day } from '../app/format.js';
import { notifyDone, notifyProblem } from '../app/notify.js';
import { graphql, readFragment, type FragmentType } from '../gql/index.js';
import { Confirm } from '../ui/confirm.js';
import { CopiedAddress } from './copied-address.js';
import { useLinkTexts } from './public-links.texts.js';

export const AdvertLinkFields = graphql(`
  fragment AdvertLinkFields on Requisition {
    id
    state
    isPosted
    location
    advertAddress
  }
`);

/** The public address of the advert; nothing for those who may not give it out. */
export function AdvertLink({
  requisition,
}: {
  readonly requisition: FragmentType<typeof AdvertLinkFields>;
}): ReactNode {
  const t = useLinkTexts();
  const { state, isPosted, location: place, advertAddress } = readFragment(AdvertLinkFields, requisition);
  if (advertAddress === null) return null;
  const works = isPosted && state === 'OPEN';
  return (
    <div style={{ display: 'grid', gap: 8 }}>
      <h3>{t('advert')}</h3>
      <p className="muted">{works ? t('advertPosted') : t('advertNotPosted')}</p>
      {works && place === null ? <p className="banner">{t('advertNoPlace')}</p> : null}
      {works ? (
        <>
          <CopiedAddress path={`/jobs/${advertAddress}`} />
          <p>
            <a href={`/jobs/${advertAddress}`} target="_blank" rel="noreferrer">
              {t('openAdvert')}
            </a>
          </p>
        </>
      ) : null}
    </div>
  );
}

export const StatusLinkFields = graphql(`
  fragment StatusLinkFields on Application {
    id
    stage
    statusLink {
      id
      expiresAt
    }
  }
`);

const CreateStatusLink = graphql(`
  mutation CreateStatusLink($input: CreateStatusLinkInput!) {
    createStatusLink(input: $input) {
      __typename
      ... on CreateStatusLinkSuccess {
        link {
          token
          expiresAt
        }
        application {
          id
          ...StatusLinkFields
        }
      }
      ...CommandProblem
    }
  }
`);
const RevokeStatusLink = graphql(`
  mutation RevokeStatusLink($input: RevokeStatusLinkInput!) {
    revokeStatusLink(input: $input) {
      __typename
      ... on RevokeStatusLinkSuccess {
        application {
          id
          ...StatusLinkFields
        }
      }
      ...CommandProblem
    }
  }
`);

interface Shown {
  readonly token: string | null;
  readonly expiresAt: string;
}

/** The status link of one application: made, shown once, made anew, revoked. */
export function StatusLink({
  application,
}: {
  readonly application: FragmentType<typeof StatusLinkFields>;
}): ReactNode {
  const t = useLinkTexts();
  const { id: applicationId, statusLink } = readFragment(StatusLinkFields, application);
  const [asking, setAsking] = useState<'create' | 'revoke' | null>(null);
  const [days, setDays] = useState(14);
  const [shown, setShown] = useState<Shown | null>(null);
  const [create, creating] = useCommand(CreateStatusLink);
  const [revoke, revoking] = useCommand(RevokeStatusLink);
  const made = async (): Promise<void> => {
    const outcome = await create({ input: { applicationId, days } });
    setAsking(null);
    if (outcome.ok) setShown(outcome.value.link);
    else notifyProblem(outcome.problem);
  };
  const revoked = async (): Promise<void> => {
    const outcome = await revoke({ input: { applicationId } });
    setAsking(null);
    if (outcome.ok) notifyDone(t('linkRevoked'));
    else notifyProblem(outcome.problem);
  };
  return (
    <div style={{ display: 'grid', gap: 8 }}>
      <h3>{t('link')}</h3>
      <p className="muted">
        {statusLink === null ? t('linkNone') : t('linkUntil', { day: day(statusLink.expiresAt) })}
      </p>
      <Group gap="xs">
        <Button variant="default" onClick={() => setAsking('create')}>
          {statusLink === null ? t('linkCreate') : t('linkNew')}
        </Button>
        {statusLink === null ? null : (
          <Button variant="subtle" color="clay" onClick={() => setAsking('revoke')}>
            {t('linkRevoke')}
          </Button>
        )}
      </Group>
      <Confirm
        opened={asking === 'create'}
        onClose={() => setAsking(null)}
        title={statusLink === null ? t('linkCreate') : t('linkReplaceTitle')}
        action={statusLink === null ? t('linkCreate') : t('linkNew')}
        onConfirm={() => void made()}
        running={creating}
      >
        {statusLink === null ? null : <p>{t('linkReplaceBody')}</p>}
        <NumberInput
          label={t('days')}
          description={t('daysHint')}
          value={days}
          onChange={(value) => setDays(typeof value === 'number' ? value : 14)}
          min={1}
          max={90}
          allowDecimal={false}
          clampBehavior="strict"
        />
      </Confirm>
      <Confirm
        opened={asking === 'revoke'}
        onClose={() => setAsking(null)}
        title={t('linkRevokeTitle')}
        action={t('linkRevoke')}
        onConfirm={() => void revoked()}
        running={revoking}
        danger
      >
        <p>{t('linkRevokeBody')}</p>
      </Confirm>
      <ShownOnce link={shown} onClose={() => setShown(null)} />
    </div>
  );
}

/** The new link, this once. */
function ShownOnce({ link, onClose }: { readonly link: Shown | null; readonly onClose: () => void }): ReactNode {
  const t = useLinkTexts();
  return (
    <Modal opened={link !== null} onClose={onClose} title={t('linkShownTitle')} closeOnClickOutside={false}>
      {link === null ? null : link.token === null ? (
        <p>{t('linkNotShown')}</p>
      ) : (
        <div style={{ display: 'grid', gap: 12 }}>
          <p>{t('linkShownBody', { day: day(link.expiresAt) })}</p>
          <CopiedAddress path={`/status/${link.token}`} />
        </div>
      )}
      <Group justify="flex-end" mt="lg">
        <Button onClick={onClose}>{t('done')}</Button>
      </Group>
    </Modal>
  );
}
