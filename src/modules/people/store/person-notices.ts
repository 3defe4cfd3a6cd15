/** Why this file exists: who is linked to another sign-in, or leaves, sits behind no window that listens as they did; a new manager has other reviews to do. */
import type { AuditFact, Unit } from '../../../platform/database/index.js';
import type { Notice } from '../../../platform/live/index.js';

const textsOf = (data: unknown, side: 'before' | 'after', name: string): string[] => {
  const held = (data as Record<string, Record<string, unknown> | undefined> | undefined)?.[side]?.[name];
  return typeof held === 'string' ? [held] : [];
};

export function personNotices(_: Unit, { type, entity, entityId, data }: AuditFact): readonly Notice[] {
  if (entity !== 'Person') return [];
  const both = (name: string): string[] => [...textsOf(data, 'before', name), ...textsOf(data, 'after', name)];
  if (type === 'PersonUpdated') {
    const managers = both('managerId');
    const isSame = managers.length === 2 && managers[0] === managers[1];
    return isSame ? [] : managers.map((id): Notice => ({ subject: `person:${id}`, kind: 'REVIEWS' }));
  }
  const isAboutSession = ['PersonLinked', 'PersonUnlinked', 'EmploymentEnded'].includes(type);
  if (!isAboutSession) return [];
  return [
    { subject: `person:${entityId}`, kind: 'SESSION' },
    ...both('memberId').map((id): Notice => ({ subject: `member:${id}`, kind: 'SESSION' })),
  ];
}
