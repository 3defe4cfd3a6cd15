/** Why this file exists: what the parts of a plan's page read. */
import { graphql } from '../gql/index.js';

export const PlanCheckIn = graphql(`
  fragment PlanCheckIn on CheckIn {
    id
    version
    openedOn
    isDisagreement
    assessorPerson {
      id
      displayName
    }
    self {
      ...PlanCheckInView
    }
    assessor {
      ...PlanCheckInView
    }
    agreed {
      ...PlanCheckInView
    }
  }
`);

export const PlanCheckInView = graphql(`
  fragment PlanCheckInView on CheckInView {
    level
    note
    recordedAt
    by {
      id
      displayName
    }
  }
`);

export const PlanGoal = graphql(`
  fragment PlanGoal on GrowthGoal {
    id
    version
    skillKey
    skill {
      id
      name
    }
    fromLevel
    toLevel
    isAsked
    position
    state
    startOn
    endOn
    dropReason
    verifiedLevel
    startingAssessment {
      id
      evidence {
        id
        title
        occurredOn
      }
      provenance {
        raterCount
        ratingCount
      }
    }
    submittedAssessment {
      id
      state
      proposedLevel
      events {
        seq
        state
        reason
      }
    }
    checkIns {
      ...PlanCheckIn
    }
  }
`);

export const PlanActivity = graphql(`
  fragment PlanActivity on PlanActivity {
    id
    version
    activityKey
    activity {
      key
      name
      summary
      host
      evidence {
        typeKey
        show
      }
    }
    kind
    lever
    hours
    startOn
    endOn
    state
    canStart
    missing {
      skillKey
      skillName
      level
      held
    }
    steps {
      skillKey
      from
      to
    }
  }
`);

export const PlanFit = graphql(`
  fragment PlanFit on Fit {
    isReady
    mustHaveMet
    mustHaveTotal
    demonstrated
    research {
      fit
      coverage
    }
    production {
      fit
      coverage
    }
    lines {
      skillKey
      skillName
      held
      required
      isMustHave
      weight
      status
    }
  }
`);

export const PlanLevers = graphql(`
  fragment PlanLevers on LeverReport {
    totalHours
    practiceHours
    practiceShare
    isBelowTarget
    levers {
      lever
      hours
    }
  }
`);
