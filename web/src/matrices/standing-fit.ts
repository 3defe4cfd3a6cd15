/** Why this file exists: what the standing pages read of a fit. */
import { graphql } from '../gql/index.js';

export const StandingFit = graphql(`
  fragment StandingFit on Fit {
    jobRoleVersionId
    title
    track
    rung
    isReady
    mustHaveTotal
    mustHaveMet
    fit
    coverage
    demonstrated
    words
    askedResearch
    askedProduction
    research {
      fit
      coverage
      demonstrated
    }
    production {
      fit
      coverage
      demonstrated
    }
    lines {
      skillKey
      skillName
      held
      required
      heldEvidenceClass
      requiredEvidenceClass
      isMustHave
      weight
      attainment
      status
    }
  }
`);
