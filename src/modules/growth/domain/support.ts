/** Why this file exists: a bridge without a mentor, a real deployment and protected time is a title change, not a transition. */
import type { Track } from '../../frameworks/index.js';
import type { Id } from '../../../platform/ids/index.js';

/** Least share of working time that a bridge plan protects. */
export const BRIDGE_PROTECTED_SHARE = 0.5;

export interface PlanSupport {
  /** Whether the plan leads from one track to another; other plans may start without this support. */
  readonly isBridge: boolean;
  /** `null` when nobody is named. */
  readonly mentorId: Id<'Person'> | null;
  /** Whether the mentor asked last declined, while nobody else is named. */
  readonly hasMentorDeclined?: boolean;
  /** Whether the mentor named has agreed; absent when that is known to be so. */
  readonly hasMentorAgreed?: boolean;
  /** ISO date of the deployment that the person takes part in; `null` when none is booked. */
  readonly deploymentOn: string | null;
  /** First day of the plan: a deployment before it is none to learn on. Left out: not known yet. */
  readonly startOn?: string;
  /** Share of working time kept free for the plan, 0..1; `null` when nothing was agreed. */
  readonly protectedShare: number | null;
}

export interface SupportFinding {
  readonly code: 'MENTOR_MISSING' | 'MENTOR_NOT_AGREED' | 'DEPLOYMENT_NOT_DATED' | 'TIME_NOT_PROTECTED';
  readonly severity: 'WARNING';
  /** What is missing and how to mend it. */
  readonly message: string;
}

const warning = (code: SupportFinding['code'], message: string): SupportFinding => ({
  code,
  severity: 'WARNING',
  message,
});

/**
 * What a bridge plan lacks, in the order mentor, deployment, time; empty when nothing is missing or the plan is no bridge.
 * The findings may be shown from the first draft on; `startPlan` refuses while there are any.
 * @source clarity rule `bridge-without-support` of the built-in library
 */
export function supportFindings(support: PlanSupport): readonly SupportFinding[] {
  if (!support.isBridge) return [];
  const findings: SupportFinding[] = [];
  if (support.mentorId === null)
    findings.push(
      warning(
        'MENTOR_MISSING',
        support.hasMentorDeclined === true
          ? 'The mentor who was asked declined: name somebody else.'
          : 'No mentor is named: agree on one and name them.',
      ),
    );
  else if (support.hasMentorAgreed === false)
    findings.push(
      warning('MENTOR_NOT_AGREED', 'The plan waits for the consent of the mentor named. Somebody else can be named.'),
    );
  if (support.deploymentOn === null || support.deploymentOn < (support.startOn ?? ''))
    findings.push(
      warning('DEPLOYMENT_NOT_DATED', 'No deployment has a date: book a real release that the person takes part in.'),
    );
  const share = support.protectedShare;
  if (share === null || !(share >= BRIDGE_PROTECTED_SHARE)) {
    const now =
      share === null
        ? 'No protected time is agreed'
        : `Only ${Math.floor(share * 100 + 1e-9)} % of the time is protected`;
    findings.push(warning('TIME_NOT_PROTECTED', `${now}: protect at least half of the working time.`));
  }
  return findings;
}

/**
 * Whether a plan leads from one kind of work to the other: towards a job role that is a bridge itself, or towards another track.
 * @param from  track of the present job role; `null` for somebody without one
 */
export const isBridgePlan = (
  from: Track | null,
  target: { readonly track: Track; readonly isBridgeRole: boolean },
): boolean => target.isBridgeRole || (from !== null && from !== target.track);
