/** Why this file exists: everything that changes goals, activities, check-ins and the consent of a mentor. */
import { graphql } from '../gql/index.js';

export const StartActivity = graphql(`
  mutation GrowthStartActivity($input: PlanActivityInput!) {
    startActivity(input: $input) {
      __typename
      ... on StartActivitySuccess {
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

export const FinishActivity = graphql(`
  mutation GrowthFinishActivity($input: PlanActivityInput!) {
    finishActivity(input: $input) {
      __typename
      ... on FinishActivitySuccess {
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

export const DropGoal = graphql(`
  mutation GrowthDropGoal($input: DropGoalInput!) {
    dropGoal(input: $input) {
      __typename
      ... on DropGoalSuccess {
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

export const SubmitGoalEvidence = graphql(`
  mutation GrowthSubmitGoalEvidence($input: SubmitGoalEvidenceInput!) {
    submitGoalEvidence(input: $input) {
      __typename
      ... on SubmitGoalEvidenceSuccess {
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

export const OpenCheckIn = graphql(`
  mutation GrowthOpenCheckIn($input: OpenCheckInInput!) {
    openCheckIn(input: $input) {
      __typename
      ... on OpenCheckInSuccess {
        checkIn {
          id
          version
        }
      }
      ...CommandProblem
    }
  }
`);

export const RecordCheckIn = graphql(`
  mutation GrowthRecordCheckIn($input: RecordCheckInInput!) {
    recordCheckIn(input: $input) {
      __typename
      ... on RecordCheckInSuccess {
        checkIn {
          id
          version
        }
      }
      ...CommandProblem
    }
  }
`);

export const AgreeToMentor = graphql(`
  mutation GrowthAgreeToMentor($input: GrowthPlanInput!) {
    agreeToMentor(input: $input) {
      __typename
      ... on AgreeToMentorSuccess {
        mentoring {
          planId
          version
          agreedAt
        }
      }
      ...CommandProblem
    }
  }
`);

export const DeclineMentoring = graphql(`
  mutation GrowthDeclineMentoring($input: DeclineMentoringInput!) {
    declineMentoring(input: $input) {
      __typename
      ... on DeclineMentoringSuccess {
        planId
      }
      ...CommandProblem
    }
  }
`);

export const WithdrawFromMentoring = graphql(`
  mutation GrowthWithdrawFromMentoring($input: GrowthPlanInput!) {
    withdrawFromMentoring(input: $input) {
      __typename
      ... on WithdrawFromMentoringSuccess {
        mentoring {
          planId
          version
          agreedAt
        }
      }
      ...CommandProblem
    }
  }
`);
