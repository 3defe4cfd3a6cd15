/** Why this file exists: the way from a record to who can see it, for those who may ask. */
import type { ReactNode } from 'react';
import { useSession } from '../app/session.js';
import { Go } from '../ui/go.js';
import { useLinkTexts } from './who-can-see-link.texts.js';

interface WhoCanSeeLinkProps {
  readonly kind: 'REQUISITION' | 'APPLICATION' | 'CANDIDATE_CONTACT' | 'PROFILE' | 'GROWTH_PLAN';
  readonly id: string;
  /** Whom the record is about, if anybody: they may ask about their own. */
  readonly personId?: string | undefined;
}

export function WhoCanSeeLink({ kind, id, personId }: WhoCanSeeLinkProps): ReactNode {
  const t = useLinkTexts();
  const { grants, may, person } = useSession();
  const asksAll = grants.some((grant) => grant === 'AUDITOR' || grant === 'ORGANISATION_ADMIN');
  const isOwn = personId !== undefined && person?.id === personId;
  if (!may('record-reader:read') || !(asksAll || isOwn)) return null;
  return (
    <span className="noprint">
      <Go to={`/who-can-see?kind=${kind}&id=${id}`}>{t(kind === 'CANDIDATE_CONTACT' ? 'contact' : 'record')}</Go>
    </span>
  );
}
