/** Why this file exists: the addresses of the skill library. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import * as z from 'zod/mini';
import { getParentRoute } from '../app/root.js';

const text = z.catch(z.optional(z.coerce.string()), undefined);

const librarySearch = z.object({
  view: z.catch(z.optional(z.enum(['versions', 'references'])), undefined),
  text,
  category: text,
  /** Where a reference holds. */
  jurisdiction: text,
  kind: text,
});
export type LibrarySearch = z.infer<typeof librarySearch>;

const skillSearch = z.object({ version: text, jurisdiction: text });

const versionSearch = z.object({
  view: z.catch(z.optional(z.enum(['compare'])), undefined),
  /** The version to compare with. */
  with: text,
  text,
  category: text,
});
export type VersionSearch = z.infer<typeof versionSearch>;

export const frameworksRoutes = [
  createRoute({
    getParentRoute,
    path: '/library',
    validateSearch: librarySearch,
    component: lazyRouteComponent(() => import('./library-page.js'), 'LibraryPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/library/skills/$skillKey',
    validateSearch: skillSearch,
    component: lazyRouteComponent(() => import('./skill-page.js'), 'SkillPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/library/versions/$versionId',
    validateSearch: versionSearch,
    component: lazyRouteComponent(() => import('./version-page.js'), 'VersionPage'),
  }),
] as const;
