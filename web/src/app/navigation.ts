/** Why this file exists: the pages of the sidebar and who finds them useful; the palette and the `g` keys use the same list. */
import {
  IconBinaryTree2,
  IconBook2,
  IconCalendarEvent,
  IconClipboardCheck,
  IconFileDescription,
  IconGridDots,
  IconHistory,
  IconHome2,
  IconRadar2,
  IconRoute,
  IconStairs,
  IconUserHeart,
  IconUsers,
  IconUsersGroup,
} from '@tabler/icons-react';
import type { ComponentType } from 'react';
import type { tell } from './core-texts.js';
import type { Session } from './session.js';

type TextKey = Parameters<typeof tell>[0];

/** What decides about the pages: of the one who is signed in, or of a member whose rights an administrator looks at. */
export interface Rights extends Pick<Session, 'grants' | 'may'> {
  /** The person behind the member, if there is one. */
  readonly person: object | null | undefined;
}

export interface NavigationItem {
  readonly to: string;
  readonly label: TextKey;
  readonly icon: ComponentType;
  /** The letter after `g`. */
  readonly letter: string;
  readonly shown: (rights: Rights) => boolean;
}
export interface NavigationGroup {
  readonly label: TextKey;
  readonly items: readonly NavigationItem[];
}

const has =
  (...grants: readonly string[]) =>
  (rights: Rights): boolean =>
    rights.grants.some((g) => grants.includes(g));
const works = (rights: Rights): boolean => rights.person != null && rights.grants.includes('EMPLOYEE');

export const NAVIGATION: readonly NavigationGroup[] = [
  {
    label: 'navForMe',
    items: [
      { to: '/', label: 'navHome', icon: IconHome2, letter: 'h', shown: () => true },
      {
        to: '/interviews',
        label: 'navInterviews',
        icon: IconCalendarEvent,
        letter: 'i',
        shown: has('INTERVIEWER', 'HIRING_MANAGER'),
      },
      { to: '/skills', label: 'navSkills', icon: IconRadar2, letter: 's', shown: works },
      { to: '/standing', label: 'navStanding', icon: IconStairs, letter: 'w', shown: works },
      { to: '/growth', label: 'navGrowth', icon: IconRoute, letter: 'p', shown: works },
      { to: '/mentoring', label: 'navMentoring', icon: IconUserHeart, letter: 'n', shown: has('MENTOR') },
    ],
  },
  {
    label: 'navHiring',
    items: [
      {
        to: '/job-roles',
        label: 'navJobRoles',
        icon: IconFileDescription,
        letter: 'r',
        shown: (s) => s.may('job-role:read'),
      },
      {
        to: '/requisitions',
        label: 'navRequisitions',
        icon: IconBinaryTree2,
        letter: 'q',
        shown: (s) => s.may('requisition:read'),
      },
    ],
  },
  {
    label: 'navTeam',
    items: [
      { to: '/team', label: 'navTeamPage', icon: IconUsersGroup, letter: 't', shown: has('PEOPLE_MANAGER') },
      { to: '/reviews', label: 'navReviews', icon: IconClipboardCheck, letter: 'v', shown: has('PEOPLE_MANAGER') },
    ],
  },
  {
    label: 'navOrganisation',
    items: [
      { to: '/matrix', label: 'navMatrix', icon: IconGridDots, letter: 'm', shown: (s) => s.may('skills-matrix:read') },
      { to: '/people', label: 'navPeople', icon: IconUsers, letter: 'e', shown: (s) => s.may('directory:read') },
      { to: '/library', label: 'navLibrary', icon: IconBook2, letter: 'l', shown: (s) => s.may('framework:read') },
      { to: '/audit', label: 'navAudit', icon: IconHistory, letter: 'a', shown: (s) => s.may('audit-trail:read') },
    ],
  },
];

/** The groups and items that these rights make useful. */
export const navigationFor = (rights: Rights): readonly NavigationGroup[] =>
  NAVIGATION.map((g) => ({ ...g, items: g.items.filter((i) => i.shown(rights)) })).filter((g) => g.items.length > 0);
