/** Why this file exists: API tokens with what they carry, when they were used last, and the button that ends them. */
import type { ReactNode } from 'react';
import { graphql, readFragment, type FragmentType } from '../gql/index.js';
import type { ApiTokenLineFragment } from '../gql/graphql.js';
import { day, instant, list } from '../app/format.js';
import { useSession } from '../app/session.js';
import { EmptyState } from '../ui/empty-state.js';
import { ShowMore } from '../ui/show-more.js';
import styles from './account.module.css';
import { useAccountTexts } from './account.texts.js';
import { RevokeToken } from './revoke-token.js';

const ApiTokenLineData = graphql(`
  fragment ApiTokenLine on ApiToken {
    id
    name
    publicId
    state
    createdAt
    expiresOn
    revokedAt
    lastUsedAt
    owner {
      id
      displayName
    }
    scopes {
      permission
      resource
      action
      isHeld
    }
  }
`);

const sentence = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

interface TokenListProps {
  readonly tokens: readonly ({ readonly id: string } & FragmentType<typeof ApiTokenLineData>)[];
  readonly more: (() => void) | undefined;
  readonly loadingMore: boolean;
  readonly again: () => void;
  readonly isEverybodys?: boolean;
}

export function TokenList({ tokens, more, loadingMore, again, isEverybodys = false }: TokenListProps): ReactNode {
  const t = useAccountTexts();
  if (tokens.length === 0)
    return (
      <EmptyState small title={t(isEverybodys ? 'noneAtAllTitle' : 'noTokensTitle')}>
        {t(isEverybodys ? 'noneAtAllBody' : 'noTokensBody')}
      </EmptyState>
    );
  return (
    <>
      <ul className={styles.list} aria-label={t('list')}>
        {tokens.map((token) => (
          <TokenLine key={token.id} token={token} again={again} isEverybodys={isEverybodys} />
        ))}
      </ul>
      <ShowMore more={more} loading={loadingMore} />
    </>
  );
}

interface TokenLineProps {
  readonly token: FragmentType<typeof ApiTokenLineData>;
  readonly again: () => void;
  readonly isEverybodys: boolean;
}

function TokenLine({ token: reference, again, isEverybodys }: TokenLineProps): ReactNode {
  const t = useAccountTexts();
  const { member, may } = useSession();
  const token = readFragment(ApiTokenLineData, reference);
  const { id, name, state, expiresOn, revokedAt, lastUsedAt, owner } = token;
  const mayRevoke = revokedAt == null && (owner?.id === member.id || may('api-token:archive'));
  const facts = [
    ...(isEverybodys ? [t('ofOwner', { name: owner?.displayName ?? '' })] : []),
    lastUsedAt == null ? t('neverUsed') : t('lastSeen', { at: instant(lastUsedAt, { year: 'numeric' }) }),
    revokedAt == null
      ? t(state === 'EXPIRED' ? 'endedOn' : 'endsOn', { day: day(expiresOn) })
      : t('endedOn', { day: day(revokedAt) }),
    `tlk_…${token.publicId.slice(-6)}_…`,
  ];
  return (
    <li className={state === 'LIVE' ? undefined : styles.over}>
      <div>
        <b>{name}</b> <span className={state === 'LIVE' ? 'pill ok' : 'pill'}>{t(`state_${state}`)}</span>
        <p className="muted small-text num">{sentence(facts.join(', '))}</p>
        <Scopes scopes={token.scopes} />
      </div>
      {mayRevoke && state !== 'EXPIRED' ? <RevokeToken id={id} name={name} again={again} /> : null}
    </li>
  );
}

/** What a token carries, by what it is about. */
function Scopes({ scopes }: { readonly scopes: ApiTokenLineFragment['scopes'] }): ReactNode {
  const t = useAccountTexts();
  const resources = [...new Set(scopes.map((s) => s.resource))];
  return (
    <ul className={styles.scopes} aria-label={t('carries')}>
      {resources.map((resource) => (
        <li key={resource} className="pill">
          {resource}:{' '}
          {list(
            scopes
              .filter((s) => s.resource === resource)
              .map((s) => `${s.action.toLowerCase()}${s.isHeld ? '' : ` (${t('lost')})`}`),
          )}
        </li>
      ))}
    </ul>
  );
}
