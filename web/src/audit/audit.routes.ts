/** Why this file exists: the address of the audit log, with all its filters. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import * as z from 'zod/mini';
import { getParentRoute } from '../app/root.js';

const text = z.catch(z.optional(z.coerce.string()), undefined);
const day = z.catch(z.optional(z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/))), undefined);

const auditSearch = z.object({ type: text, entity: text, actor: text, record: text, from: day, to: day });
export type AuditSearch = z.infer<typeof auditSearch>;

export const auditRoutes = [
  createRoute({
    getParentRoute,
    path: '/audit',
    validateSearch: auditSearch,
    component: lazyRouteComponent(() => import('./audit-page.js'), 'AuditPage'),
  }),
] as const;
