/** Why this file exists: the first page asks once, and only for what the reader's grants make useful. */
import { useRead } from '../app/reads.js';
import { useSession } from '../app/session.js';
import { graphql } from '../gql/index.js';

const HomeQuery = graphql(`
  query Home(
    $me: ID!
    $hiring: Boolean!
    $interviews: Boolean!
    $growth: Boolean!
    $team: Boolean!
    $mentor: Boolean!
    $leader: Boolean!
    $auditor: Boolean!
    $admin: Boolean!
    $glass: Boolean!
  ) {
    requisitions(isMine: true, state: OPEN, first: 20) @include(if: $hiring) {
      nodes {
        id
        title
        warnings
        ...CandidatesRequisitionRow
      }
    }
    interviewing: applications(stage: INTERVIEWING, first: 50) @include(if: $hiring) {
      nodes {
        id
        ...HomeApplication
      }
    }
    debriefs: applications(stage: DEBRIEF, first: 50) @include(if: $hiring) {
      nodes {
        id
        ...HomeApplication
      }
    }
    decided: applications(stage: DECIDED, first: 50) @include(if: $hiring) {
      nodes {
        id
        ...HomeApplication
      }
    }
    due: myInterviews(isDue: true, first: 20) @include(if: $interviews) {
      nodes {
        id
        ...HomeInterview
      }
    }
    coming: myInterviews(first: 50) @include(if: $interviews) {
      nodes {
        id
        ...HomeInterview
      }
    }
    myGrowthPlans(first: 20) @include(if: $growth) {
      nodes {
        id
        ...HomePlan
        ...HomeOpenPlan
      }
    }
    assessments(personId: $me, first: 100) @include(if: $growth) {
      nodes {
        id
        state
        skillKey
        proposedLevel
        recordedAt
        skill {
          id
          name
        }
      }
    }
    assessmentsToReview(first: 100) @include(if: $team) {
      nodes {
        id
        proposedLevel
        recordedAt
        skill {
          id
          name
        }
        person {
          id
          displayName
        }
      }
    }
    teamPlans: growthPlans(first: 40, states: [DRAFT, ACTIVE, PAUSED]) @include(if: $team) {
      nodes {
        id
        ...HomeOpenPlan
        ...HomeCheckIns
      }
    }
    stalledPeople(first: 20) @include(if: $team) {
      nodes {
        days
        person {
          id
          displayName
        }
        plan {
          id
        }
      }
    }
    mentees(first: 20) @include(if: $mentor) {
      nodes {
        planId
        agreedAt
        person {
          id
          displayName
        }
      }
    }
    skillsMatrix @include(if: $leader) {
      peopleCount
      personIds
      personNames
      skillKeys
      skillNames
      singlePoints {
        personId
        skillKey
        level
      }
    }
    auditEvents(first: 1) @include(if: $auditor) {
      totalCount
    }
    breakGlassAccesses(first: 5, onlyRecent: true) @include(if: $glass) {
      nodes {
        id
        ...HomeOpened
      }
    }
    people(first: 1) @include(if: $admin) {
      totalCount
    }
    members(first: 100) @include(if: $admin) {
      totalCount
      nodes {
        id
        displayName
        grants
      }
    }
    frameworkVersions(first: 100) @include(if: $admin) {
      nodes {
        id
        state
      }
    }
  }
`);

/** What the reader's grants make useful on the first page. */
export function useHome() {
  const { grants, may, person } = useSession();
  const has = (grant: string): boolean => grants.includes(grant);
  const shown = {
    hiring: has('HIRING_MANAGER'),
    interviews: has('INTERVIEWER'),
    growth: has('EMPLOYEE') && person != null,
    team: has('PEOPLE_MANAGER'),
    mentor: has('MENTOR'),
    leader: has('WORKFORCE_PLANNER') && may('skills-matrix:read'),
    auditor: has('AUDITOR'),
    admin: has('ORGANISATION_ADMIN'),
    glass: may('break-glass:read'),
  };
  return { shown, read: useRead(HomeQuery, { ...shown, me: person?.id ?? '' }) };
}
