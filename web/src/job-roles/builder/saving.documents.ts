/** Why this file exists: how the builder's draft is read, saved and published; every answer brings the review of what was saved. */
import { graphql } from '../../gql/index.js';

export const BuilderDraft = graphql(`
  fragment BuilderDraft on JobRoleVersion {
    id
    number
    state
    version
    title
    mission
    outcomesIn12Months
    owns
    doesNotOwn
    timeBox
    kitKey
    frameworkVersionId
    requirements {
      skillKey
      level
      weight
      isMustHave
      minEvidenceClass
      stages
    }
  }
`);
export const BuilderReview = graphql(`
  fragment BuilderReview on JobRoleVersion {
    id
    clarityReview(overlays: $overlays) {
      rule
      message
      suggestion
      skillKeys
      facts
      split {
        movesSkillKeys
        movesTo {
          jobRoleVersionId
          title
        }
      }
    }
    lifeCycle(overlays: $overlays) {
      ...LifeCycleTick
    }
    impliedRequirements {
      skillKey
      level
      namedLevel
      skill {
        id
        name
      }
    }
  }
`);
export const BuilderSetRequirements = graphql(`
  mutation BuilderSetRequirements($input: SetRequirementsInput!, $overlays: [String!]) {
    setRequirements(input: $input) {
      __typename
      ... on SetRequirementsSuccess {
        jobRoleVersion {
          id
          version
          requirements {
            skillKey
            level
            weight
            isMustHave
            minEvidenceClass
            stages
          }
          ...BuilderReview
        }
      }
      ...CommandProblem
    }
  }
`);
export const BuilderUpdateTexts = graphql(`
  mutation BuilderUpdateTexts($input: UpdateJobRoleDraftInput!, $overlays: [String!]) {
    updateJobRoleDraft(input: $input) {
      __typename
      ... on UpdateJobRoleDraftSuccess {
        jobRoleVersion {
          id
          ...BuilderDraft
          ...BuilderReview
        }
      }
      ...CommandProblem
    }
  }
`);
export const BuilderNewest = graphql(`
  query BuilderNewest($id: ID!) {
    jobRoleVersion(id: $id) {
      id
      ...BuilderDraft
    }
  }
`);
export const BuilderPublish = graphql(`
  mutation BuilderPublish($input: JobRoleVersionInput!) {
    publishJobRoleVersion(input: $input) {
      __typename
      ... on PublishJobRoleVersionSuccess {
        jobRoleVersion {
          id
          version
          state
          publishedAt
        }
      }
      ...CommandProblem
    }
  }
`);
