/** Why this file exists: panels belong to evaluations, which stands further right; who sits on them decides here what an interviewer may see. */
import type { PersonId } from '../../platform/access/index.js';
import type { Unit } from '../../platform/database/index.js';
import type { ApplicationId } from './domain/application.js';

/** One application on whose panel a person holds a seat now. */
export interface PanelPart {
  readonly applicationId: ApplicationId;
  /** True while a scorecard of this person on the application is not submitted; then nothing that follows from others' ratings is shown. */
  readonly isScorecardDue: boolean;
}
export type PanelSource = (unit: Unit, personId: PersonId) => Promise<readonly PanelPart[]>;

let panelSource: PanelSource = () => Promise.resolve([]);
/** Says on which panels a person sits; removed seats and cancelled interviews are left out. Set by the evaluations module. */
export const setPanelSource = (source: PanelSource): void => {
  panelSource = source;
};
export const panelPartsOf: PanelSource = (unit, personId) => panelSource(unit, personId);
