/** Why this file exists: what the comparison reads of each candidate, and the small judgements that its parts share. */
import { graphql } from '../gql/index.js';
import type { EvaluationsComparedFragment } from '../gql/graphql.js';

export const ComparedFragment = graphql(`
  fragment EvaluationsCompared on ComparedCandidate {
    withheld
    progress {
      due
      submitted
    }
    comparison {
      fit {
        floors
        share
        coverage
        mustHaveCoverage
        mustHaves
        missingMustHaves
        unassessedMustHaves
      }
      verdicts {
        verdict
        isAmended
        isInfluenced
        person {
          id
          displayName
        }
      }
      cells {
        isMustHave
        requiredLevel
        carriedLevel
        status
        spread
        needsDiscussion
        skill {
          key
          name
        }
        ratings {
          itemKey
          rating
          isAmended
          isInfluenced
          person {
            id
            displayName
          }
        }
      }
    }
    application {
      id
      stage
      candidate {
        id
        displayName
        headline
      }
      interviews {
        id
        title
        state
        seats {
          scorecardId
          isObserver
          isRemoved
          hasSubmitted
          person {
            id
            displayName
          }
        }
      }
      evaluation {
        decision {
          id
          outcome
        }
        scorecards {
          id
          interviewTitle
          isObserver
          state
          person {
            id
            displayName
          }
          content {
            ratings {
              itemKey
              skillKey
              level
              isNotAssessed
              evidence
            }
          }
        }
      }
    }
  }
`);
export type Compared = EvaluationsComparedFragment;
export type Cell = NonNullable<Compared['comparison']>['cells'][number];

export interface Requirement {
  readonly skillKey: string;
  readonly skillName: string;
  readonly level: number;
  readonly weight: number;
  readonly isMustHave: boolean;
}
export interface KitItem {
  readonly key: string;
  readonly title: string;
  readonly anchors: readonly string[];
}

export const nameOf = (one: Compared): string => one.application?.candidate?.displayName ?? '';
export const idOf = (one: Compared): string => one.application?.id ?? '';
export const cellOf = (one: Compared, skillKey: string): Cell | undefined =>
  one.comparison?.cells.find((cell) => cell.skill.key === skillKey);

/** Names of those whose scorecard counts and is not in. */
export const missingOf = (one: Compared): readonly string[] =>
  (one.application?.interviews ?? [])
    .filter((interview) => interview.state !== 'CANCELLED')
    .flatMap((interview) =>
      interview.seats
        .filter((seat) => !seat.isObserver && !seat.isRemoved && !seat.hasSubmitted)
        .map((seat) => `${seat.person?.displayName ?? ''} (${interview.title})`),
    );
