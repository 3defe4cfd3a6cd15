/** Why this file exists: who can sign in to the demonstration, with what rights, and whom a visitor may step into. */
import type { GrantName } from '../../grants/index.js';

export interface DemoMember {
  /** Key of the person; of a member who is no employee, a name of its own. */
  readonly key: string;
  /** For somebody who is not among the people. */
  readonly name?: string;
  /** What a visitor comes to do as this member; empty for colleagues who act in the story and whom nobody steps into. */
  readonly headline: string;
  readonly grants: readonly GrantName[];
}

export const ADMINISTRATOR: DemoMember = {
  key: 'daniel',
  name: 'Daniel Okafor',
  headline:
    'Organisation administrator: keeps members, teams and grants, and prepares a framework of the company’s own',
  grants: ['ORGANISATION_ADMIN'],
};

/** In the order in which the sign-in list shows them; the administrator, who founds the organisation, comes first. */
export const PERSONAS: readonly DemoMember[] = [
  {
    key: 'marta',
    headline: 'Hiring manager: one decision is waiting, one loop is half done, one hire has just started',
    grants: ['HIRING_MANAGER', 'PEOPLE_MANAGER', 'EMPLOYEE'],
  },
  {
    key: 'tomasz',
    headline: 'Interviewer: one scorecard is due, and what the others wrote stays hidden until it is in',
    grants: ['INTERVIEWER', 'MENTOR', 'EMPLOYEE'],
  },
  {
    key: 'beatriz',
    headline: 'Interviewer from quality: amended a scorecard, dissented from a decision, and has one scorecard due',
    grants: ['INTERVIEWER', 'EMPLOYEE'],
  },
  {
    key: 'lucia',
    headline:
      'Researcher on the bridge to production: sees both ladders, a dated plan and a disagreement about one level',
    grants: ['EMPLOYEE'],
  },
  {
    key: 'henrik',
    headline:
      'People manager of imaging research: claims to review, plans to unblock, a requisition without an interview plan',
    grants: ['PEOPLE_MANAGER', 'HIRING_MANAGER', 'EMPLOYEE'],
  },
  {
    key: 'kwame',
    headline: 'Mentor: guides a researcher to the first release, is asked to take on one more, and has a scorecard due',
    grants: ['MENTOR', 'INTERVIEWER', 'EMPLOYEE'],
  },
  {
    key: 'ingrid',
    headline: 'Head of data and AI: the skills matrix, single points of failure, and the claims of the managers below',
    grants: ['WORKFORCE_PLANNER', 'PEOPLE_MANAGER', 'EMPLOYEE'],
  },
  {
    key: 'margaret',
    name: 'Margaret Whitfield',
    headline: 'Outside auditor: reads what was decided and why, and verifies the audit trail',
    grants: ['AUDITOR'],
  },
];

const colleague = (key: string, ...grants: readonly GrantName[]): DemoMember => ({
  key,
  headline: '',
  grants: [...grants, 'EMPLOYEE'],
});

/** Colleagues who act in the story. */
export const COLLEAGUES: readonly DemoMember[] = [
  colleague('ravi', 'PEOPLE_MANAGER'),
  colleague('hannah', 'PEOPLE_MANAGER'),
  colleague('giulia', 'PEOPLE_MANAGER'),
  colleague('aisha', 'INTERVIEWER', 'MENTOR'),
  colleague('mateus'),
  colleague('hye-jin', 'MENTOR'),
  colleague('freya'),
  colleague('farid'),
  colleague('chen-wei'),
  colleague('sofia'),
  colleague('wanjiru'),
  colleague('emil'),
  colleague('oluwaseun'),
  colleague('mei-ling', 'INTERVIEWER', 'MENTOR'),
  colleague('diego'),
  colleague('kaito'),
  colleague('yusuf'),
  colleague('ines'),
  colleague('pekka'),
  colleague('samir'),
];
