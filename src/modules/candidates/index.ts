/** Why this file exists: the pure face of the candidates module. */
export * from './domain/requisition.js';
export * from './domain/application.js';
export * from './domain/conflict-of-interest.js';
export { isReason, MIN_REASON_CHARACTERS } from './domain/written-reason.js';
