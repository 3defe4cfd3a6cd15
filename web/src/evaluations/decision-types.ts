/** Why this file exists: what debrief, decision and hire read of an application. */
import { graphql, type FragmentType } from '../gql/index.js';
import type { EvaluationsDecisionFragment } from '../gql/graphql.js';

export const DecisionFragment = graphql(`
  fragment EvaluationsDecision on Application {
    id
    version
    stage
    candidate {
      id
      displayName
      isInternal
    }
    history {
      at
      toStage
    }
    requisition {
      id
      title
      openings
      filled
      overlayKeys
      hiringManager {
        id
        displayName
      }
      jobRoleVersion {
        id
        title
        number
      }
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
          skill {
            key
            name
          }
        }
      }
      debrief {
        heldAt
        notes
        version
        attendees {
          person {
            id
            displayName
          }
        }
        waivers {
          scorecardId
          reason
        }
      }
      decision {
        id
        outcome
        reason
        reasonCodes
        conditions
        decidedAt
        person {
          id
          displayName
        }
        dissent {
          at
          text
          person {
            id
            displayName
          }
        }
      }
    }
  }
`);
export type DecisionRef = FragmentType<typeof DecisionFragment>;
export type DecidedApplication = EvaluationsDecisionFragment;
export type Comparison = NonNullable<NonNullable<DecidedApplication['evaluation']>['comparison']>;

/** How a regulatory overlay is called; a requisition knows it by key. */
export interface OverlayName {
  readonly key: string;
  readonly name: string;
}

export interface PanelSeat {
  readonly scorecardId: string;
  readonly personId: string;
  readonly name: string;
  readonly interview: string;
  readonly isObserver: boolean;
  readonly hasSubmitted: boolean;
}

/** Everybody who has a seat now, of interviews that were not cancelled. */
export const panelOf = (application: DecidedApplication): readonly PanelSeat[] =>
  (application.interviews ?? [])
    .filter((one) => one.state !== 'CANCELLED')
    .flatMap((one) =>
      one.seats.flatMap(({ scorecardId, isObserver, isRemoved, hasSubmitted, person }) =>
        isRemoved || person == null
          ? []
          : [
              {
                scorecardId,
                isObserver,
                hasSubmitted,
                personId: person.id,
                name: person.displayName,
                interview: one.title,
              },
            ],
      ),
    );

/** Scorecards that count and are not in. */
export const dueOf = (application: DecidedApplication): readonly PanelSeat[] =>
  panelOf(application).filter((seat) => !seat.isObserver && !seat.hasSubmitted);

/** Names of must-haves that are missing or that nobody assessed. */
export const openMustHaves = ({ fit, cells }: Comparison): readonly string[] =>
  [...fit.missingMustHaves, ...fit.unassessedMustHaves].map(
    (key) => cells.find((cell) => cell.skill.key === key)?.skill.name ?? key,
  );
