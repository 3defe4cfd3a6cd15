/** Why this file exists: the states of a requisition, for addresses, which are read before any page is loaded. */
import type { RequisitionState } from '../gql/graphql.js';

export const STATES = ['DRAFT', 'OPEN', 'ON_HOLD', 'FILLED', 'CLOSED'] as const satisfies readonly RequisitionState[];
