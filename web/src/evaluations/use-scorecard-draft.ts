/** Why this file exists: ties the draft of a scorecard to the API and to the page that is open. */
import { useCallback, useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { useClient } from 'urql';
import { useCommand } from '../app/commands.js';
import { useSession } from '../app/session.js';
import { graphql, readFragment } from '../gql/index.js';
import { toWire, type Slot } from './scorecard-content.js';
import { ScorecardDraft, type DraftServer, type DraftState, type ServerScorecard } from './scorecard-draft.js';

export const ScorecardWriting = graphql(`
  fragment EvaluationsScorecardWriting on Scorecard {
    id
    version
    savedAt
    content {
      ...EvaluationsScorecardContent
    }
  }
`);

const SaveScorecard = graphql(`
  mutation EvaluationsSaveScorecard($input: SaveScorecardInput!) {
    saveScorecard(input: $input) {
      __typename
      ... on SaveScorecardSuccess {
        scorecard {
          id
          ...EvaluationsScorecardWriting
        }
      }
      ...CommandProblem
    }
  }
`);

const NewestScorecard = graphql(`
  query EvaluationsNewestScorecard($id: ID!) {
    interview(id: $id) {
      id
      myScorecard {
        id
        ...EvaluationsScorecardWriting
      }
    }
  }
`);

function useDraftServer(scorecardId: string, interviewId: string, slots: readonly Slot[]): DraftServer {
  const client = useClient();
  const [run] = useCommand(SaveScorecard);
  const send = useCallback<DraftServer['send']>(
    async (version, content) => {
      const outcome = await run({ input: { scorecardId, version, ...toWire(content, slots) } });
      return outcome.ok ? { ok: true, value: readFragment(ScorecardWriting, outcome.value.scorecard) } : outcome;
    },
    [run, scorecardId, slots],
  );
  const newest = useCallback(async () => {
    const { data } = await client
      .query(NewestScorecard, { id: interviewId }, { requestPolicy: 'network-only' })
      .toPromise();
    return readFragment(ScorecardWriting, data?.interview?.myScorecard) ?? null;
  }, [client, interviewId]);
  return useMemo(() => ({ send, newest }), [send, newest]);
}

/** The draft of the own scorecard. @param scorecard as the newest read of the page has it */
export function useScorecardDraft(
  scorecard: ServerScorecard,
  interviewId: string,
  slots: readonly Slot[],
): readonly [ScorecardDraft, DraftState] {
  const { member } = useSession();
  const server = useDraftServer(scorecard.id, interviewId, slots);
  const [draft] = useState(() => new ScorecardDraft(scorecard, member.id, server));
  useEffect(() => draft.use(server), [draft, server]);
  useEffect(() => draft.start(), [draft]);
  useEffect(() => draft.receive(scorecard), [draft, scorecard]);
  return [draft, useSyncExternalStore(draft.subscribe, draft.getState)];
}
