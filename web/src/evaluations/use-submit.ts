/** Why this file exists: the way from a written to a submitted scorecard: gaps first, then everything saved, then asked once, then locked. */
import { useState } from 'react';
import { useClient } from 'urql';
import { useCommand } from '../app/commands.js';
import { notifyDone } from '../app/notify.js';
import { graphql } from '../gql/index.js';
import { gapsOf, toWire, type Content, type Gap } from './scorecard-content.js';
import type { ScorecardDraft } from './scorecard-draft.js';
import { placeOf, whereOf } from './scorecard-gaps.js';
import { tellScorecard } from './scorecard.texts.js';
import type { AskedSlot } from './scorecard-view.js';
import type { GoTo } from './use-scorecard-steps.js';

const SubmitScorecard = graphql(`
  mutation EvaluationsSubmitScorecard($input: ScorecardStepInput!) {
    submitScorecard(input: $input) {
      __typename
      ... on SubmitScorecardSuccess {
        scorecard {
          id
          state
          version
          submittedAt
        }
      }
      ...CommandProblem
    }
  }
`);

/** Refreshes the count of scorecards that are due in the sidebar: it asks the same list. */
const DueInterviews = graphql(`
  query EvaluationsDueInterviews {
    myInterviews(isDue: true, first: 100) {
      nodes {
        id
      }
    }
  }
`);

export interface Submission {
  /** What is missing; empty until the author has tried to submit. */
  readonly gaps: readonly Gap[];
  readonly asking: boolean;
  readonly running: boolean;
  /** Why the server refused it, in its words. */
  readonly refused: string | null;
  /** Looks for gaps, saves, and asks; when it already asks, submits. */
  readonly request: () => void;
  readonly confirm: () => void;
  readonly close: () => void;
}

interface SubmitProps {
  readonly scorecardId: string;
  readonly draft: ScorecardDraft;
  readonly content: Content;
  readonly slots: readonly AskedSlot[];
  readonly go: GoTo;
  readonly onSubmitted: () => void;
}

export function useSubmit({ scorecardId, draft, content, slots, go, onSubmitted }: SubmitProps): Submission {
  const client = useClient();
  const [run, running] = useCommand(SubmitScorecard);
  const [tried, setTried] = useState(false);
  const [asking, setAsking] = useState(false);
  const [refused, setRefused] = useState<string | null>(null);
  const gaps = tried ? gapsOf(content, slots) : [];

  const ask = async (): Promise<void> => {
    setTried(true);
    setRefused(null);
    const [first] = gapsOf(content, slots);
    if (first !== undefined) {
      go(placeOf(first, slots), whereOf(first));
      return;
    }
    if (await draft.flush()) {
      setAsking(true);
      return;
    }
    setRefused(tellScorecard('notSent'));
  };
  const confirm = async (): Promise<void> => {
    const outcome = await run({ input: { scorecardId, version: draft.version } });
    setAsking(false);
    if (outcome.ok) {
      notifyDone(tellScorecard('submitted'));
      void client.query(DueInterviews, {}, { requestPolicy: 'network-only' }).toPromise();
      onSubmitted();
      return;
    }
    if (outcome.problem.kind === 'StaleVersion') await draft.refresh();
    setRefused(outcome.problem.message);
    const at = /^content\.ratings\.(\d+)\.(\w+)/u.exec(outcome.problem.field ?? '');
    const sent = at === null ? undefined : toWire(content, slots).ratings[Number(at[1])];
    const place = slots.find((slot) => slot.itemKey === sent?.itemKey && slot.skillKey === sent.skillKey)?.index;
    if (place !== undefined) go(place, at?.[2] === 'evidence' ? 'evidence' : 'level');
  };
  return {
    gaps,
    asking,
    running,
    refused,
    request: () => void (running ? undefined : asking ? confirm() : ask()),
    confirm: () => void confirm(),
    close: () => setAsking(false),
  };
}
