/** Why this file exists: who can see one record now, and why; and who cannot although one might think so. */
import type { ReactNode } from 'react';
import { getRouteApi } from '@tanstack/react-router';
import { instant, list, number } from '../app/format.js';
import { useMore } from '../app/more.js';
import { Loadable, Missing } from '../app/reads.js';
import { graphql } from '../gql/index.js';
import type { RecordKind, WhoCanSeeQuery } from '../gql/graphql.js';
import { Go } from '../ui/go.js';
import { Page } from '../ui/page.js';
import { ShowMore } from '../ui/show-more.js';
import styles from './readers.module.css';
import { useReadersTexts } from './readers.texts.js';

const WhoCanSee = graphql(`
  query WhoCanSee($kind: RecordKind!, $id: ID!, $after: String) {
    whoCanSee(kind: $kind, id: $id) {
      recordId
      kind
      title
      memberCount
      parts {
        recordId
        kind
        title
      }
      readers(first: 100, after: $after) {
        totalCount
        nodes {
          sees
          member {
            id
            displayName
          }
          reasons {
            rule
            endsAt
            grants {
              grant
              groupName
              expiresAt
            }
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
`);
type Asked = NonNullable<WhoCanSeeQuery['whoCanSee']>;
type Reader = NonNullable<Asked['readers']>['nodes'][number];

const KINDS: readonly string[] = [
  'REQUISITION',
  'APPLICATION',
  'CANDIDATE_CONTACT',
  'EVALUATION',
  'SCORECARD',
  'PROFILE',
  'GROWTH_PLAN',
] satisfies readonly RecordKind[];
const isKind = (kind: string | undefined): kind is RecordKind => kind !== undefined && KINDS.includes(kind);

const route = getRouteApi('/who-can-see');

export function WhoCanSeePage(): ReactNode {
  const { kind, id } = route.useSearch();
  if (!isKind(kind) || id === undefined) return <Missing />;
  return <Answer key={`${kind}${id}`} kind={kind} id={id} />;
}

function Answer({ kind, id }: { readonly kind: RecordKind; readonly id: string }): ReactNode {
  const t = useReadersTexts();
  const found = useMore(WhoCanSee, { kind, id }, (data) => data.whoCanSee?.readers ?? undefined);
  return (
    <Loadable of={found.read}>
      {({ whoCanSee: asked }) =>
        asked == null ? (
          <Missing />
        ) : (
          <Page title={t('title')} lead={t('lead', { kind: t(`kind_${asked.kind}`), name: asked.title })}>
            <Parts of={asked} />
            {asked.readers == null ? (
              <p className="banner">{t('tooMany', { all: number(asked.memberCount) })}</p>
            ) : (
              <Readers nodes={found.nodes} of={asked} />
            )}
            <ShowMore more={found.more} loading={found.loadingMore} />
          </Page>
        )
      }
    </Loadable>
  );
}

function Parts({ of: { kind, recordId, parts } }: { readonly of: Asked }): ReactNode {
  const t = useReadersTexts();
  if (parts.length < 2) return null;
  return (
    <nav aria-label={t('parts')} className={styles.parts}>
      {parts.map((part) => (
        <Go
          key={part.kind + part.recordId}
          to={`/who-can-see?kind=${part.kind}&id=${part.recordId}`}
          aria-current={part.kind === kind && part.recordId === recordId ? 'page' : undefined}
        >
          {part.kind === 'SCORECARD'
            ? t('lead', { kind: t(`kind_${part.kind}`), name: part.title })
            : t(`kind_${part.kind}`)}
        </Go>
      ))}
    </nav>
  );
}

function Readers({ nodes, of }: { readonly nodes: readonly Reader[]; readonly of: Asked }): ReactNode {
  const t = useReadersTexts();
  const seeing = nodes.filter((one) => one.sees);
  const others = nodes.filter((one) => !one.sees);
  const isWhole = of.readers?.totalCount === nodes.length;
  return (
    <>
      {isWhole ? <p>{t('counted', { count: seeing.length, all: number(of.memberCount) })}</p> : null}
      <p className="muted small-text">{t('recorded')}</p>
      <section className="section" aria-labelledby="readers-see">
        <h2 id="readers-see">{t('sees')}</h2>
        {seeing.length === 0 ? (
          <p className="muted">{t('seesNone')}</p>
        ) : (
          <Lines of={seeing} kind={of.kind} label={t('sees')} />
        )}
      </section>
      <section className="section" aria-labelledby="readers-not">
        <h2 id="readers-not">{t('seesNot')}</h2>
        {others.length === 0 ? (
          <p className="muted">{t('seesNotNone')}</p>
        ) : (
          <Lines of={others} kind={of.kind} label={t('seesNot')} />
        )}
      </section>
    </>
  );
}

interface LinesProps {
  readonly of: readonly Reader[];
  readonly kind: RecordKind;
  readonly label: string;
}

function Lines({ of, kind, label }: LinesProps): ReactNode {
  const t = useReadersTexts();
  const words = useReasonWords(kind);
  return (
    <ul className={styles.lines} aria-label={label}>
      {of.map(({ member, reasons }) => (
        <li key={member?.id ?? ''}>
          <b>{member?.displayName ?? t('somebody')}</b>
          <ul className={styles.reasons}>
            {reasons.map((reason) => (
              <li key={reason.rule}>{words(reason)}</li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  );
}

/** A reason in one line: the rule, the grants by which it holds, and when it ends. */
function useReasonWords(kind: RecordKind): (reason: Reader['reasons'][number]) => string {
  const t = useReadersTexts();
  const until = (at: string): string => t('until', { at: instant(at, { year: 'numeric' }) });
  return ({ rule, grants, endsAt }) => {
    const named = grants.map(({ grant, groupName, expiresAt }) => {
      const name = t(`grant_${grant}`);
      const from = groupName == null ? name : t('fromGroup', { grant: name, group: groupName });
      return expiresAt == null || expiresAt === endsAt ? from : `${from} ${until(expiresAt)}`;
    });
    const isOfContact = kind === 'CANDIDATE_CONTACT' && rule === 'REQUISITION';
    const parts = [
      t(isOfContact ? 'contact_REQUISITION' : `rule_${rule}`),
      named.length === 0 ? null : t('by', { grants: list([...new Set(named)]) }),
    ];
    return [...parts, endsAt == null ? null : until(endsAt)].filter((part) => part !== null).join(', ');
  };
}
