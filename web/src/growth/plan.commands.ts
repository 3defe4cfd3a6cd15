/** Why this file exists: everything that changes a growth plan as a whole. */
import { graphql } from '../gql/index.js';

export const CreatePlan = graphql(`
  mutation GrowthCreatePlan($input: CreateGrowthPlanInput!) {
    createGrowthPlan(input: $input) {
      __typename
      ... on CreateGrowthPlanSuccess {
        growthPlan {
          id
          version
          state
        }
      }
      ...CommandProblem
    }
  }
`);

export const UpdatePlan = graphql(`
  mutation GrowthUpdatePlan($input: UpdateGrowthPlanInput!) {
    updateGrowthPlan(input: $input) {
      __typename
      ... on UpdateGrowthPlanSuccess {
        growthPlan {
          id
          version
          state
        }
      }
      ...CommandProblem
    }
  }
`);

export const StartPlan = graphql(`
  mutation GrowthStartPlan($input: GrowthPlanInput!) {
    startGrowthPlan(input: $input) {
      __typename
      ... on StartGrowthPlanSuccess {
        growthPlan {
          id
          version
          state
        }
      }
      ...CommandProblem
    }
  }
`);

export const PausePlan = graphql(`
  mutation GrowthPausePlan($input: GrowthPlanInput!) {
    pauseGrowthPlan(input: $input) {
      __typename
      ... on PauseGrowthPlanSuccess {
        growthPlan {
          id
          version
          state
        }
      }
      ...CommandProblem
    }
  }
`);

export const ResumePlan = graphql(`
  mutation GrowthResumePlan($input: GrowthPlanInput!) {
    resumeGrowthPlan(input: $input) {
      __typename
      ... on ResumeGrowthPlanSuccess {
        growthPlan {
          id
          version
          state
        }
      }
      ...CommandProblem
    }
  }
`);

export const CompletePlan = graphql(`
  mutation GrowthCompletePlan($input: GrowthPlanInput!) {
    completeGrowthPlan(input: $input) {
      __typename
      ... on CompleteGrowthPlanSuccess {
        growthPlan {
          id
          version
          state
        }
      }
      ...CommandProblem
    }
  }
`);

export const ClosePlan = graphql(`
  mutation GrowthClosePlan($input: CloseGrowthPlanInput!) {
    closeGrowthPlan(input: $input) {
      __typename
      ... on CloseGrowthPlanSuccess {
        growthPlan {
          id
          version
          state
        }
      }
      ...CommandProblem
    }
  }
`);

export const NameMentor = graphql(`
  mutation GrowthNameMentor($input: NameMentorInput!) {
    nameMentor(input: $input) {
      __typename
      ... on NameMentorSuccess {
        growthPlan {
          id
          version
          state
        }
      }
      ...CommandProblem
    }
  }
`);
