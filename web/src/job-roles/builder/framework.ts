/** Why this file exists: the skills that a draft can ask for, as its framework version has them. */
import { graphql } from '../../gql/index.js';
import type { BuilderFrameworkFragment } from '../../gql/graphql.js';

export const BuilderFramework = graphql(`
  fragment BuilderFramework on FrameworkVersion {
    id
    number
    state
    categories {
      key
      name
      order
    }
    skills {
      id
      key
      name
      definition
      category {
        key
        name
        order
      }
      affinityResearch
      affinityProduction
      prerequisites {
        skillKey
        skillName
        fromLevel
        minLevel
      }
      levels {
        level
        name
        indicators
      }
    }
  }
`);
export const BuilderOtherFramework = graphql(`
  query BuilderOtherFramework($id: ID!) {
    frameworkVersion(id: $id) {
      id
      ...BuilderFramework
    }
  }
`);
export type Framework = BuilderFrameworkFragment;
export type LibrarySkill = Framework['skills'][number];
