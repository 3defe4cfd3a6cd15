/** Why this file exists: the advert of a posted requisition, for everybody who has its address, and nothing else of the organisation. */
import type { Unit } from '../../../platform/database/index.js';
import { jobPosting, type JobRoleInWords } from '../../job-roles/index.js';
import { currentOrganisation } from '../../tenancy/index.js';
import type { AdvertObject } from '../api/public.types.js';
import type { RequisitionId } from '../domain/requisition.js';
import { requisitionTable, type RequisitionRecord } from '../store/requisition.tables.js';
import { askedInWords, type AskedInWords } from './public-words.js';

/** The texts of the job role under the title of the requisition. */
const inWords = (title: string, { version, requirements }: AskedInWords): JobRoleInWords => ({
  title,
  track: version.jobRole.track,
  rung: version.jobRole.rung,
  mission: version.record.mission,
  outcomesIn12Months: version.record.outcomes,
  owns: version.record.owns,
  doesNotOwn: version.record.doesNotOwn,
  requirements,
});

/** JSON that may stand in a page: nothing in it opens or ends an element. */
const forPages = (value: object): string => JSON.stringify(value).replace(/</gu, '\\u003c');

/** The JSON-LD of an advert; `null` without a place of work, which a posting must name and which nobody makes up here. */
function postingOf(record: RequisitionRecord, asked: AskedInWords, organisationName: string, postedOn: string) {
  if (record.location === null) return null;
  const { employmentType, location } = record;
  const details = {
    organisationName,
    datePosted: postedOn,
    place: location,
    ...(employmentType === null ? {} : { employmentType }),
  };
  return forPages(jobPosting(inWords(record.title, asked), details));
}

/** The advert; `null` unless the requisition is open and posted now. */
export async function advertOf(unit: Unit, id: RequisitionId, address: string): Promise<AdvertObject | null> {
  const record = await unit.findOne(requisitionTable, { id, state: 'OPEN', isPosted: true });
  const organisation = record === null ? null : await currentOrganisation(unit);
  const asked = record === null ? null : await askedInWords(unit, record);
  if (record === null || organisation === null || asked === null) return null;
  const postedOn = (record.postedAt ?? record.openedAt ?? record.createdAt).slice(0, 10);
  const { mission, outcomes, owns, doesNotOwn } = asked.version.record;
  return {
    address,
    title: record.title,
    organisationName: organisation.name,
    location: record.location,
    employmentType: record.employmentType,
    postedOn,
    mission,
    outcomes,
    owns,
    doesNotOwn,
    requirements: asked.requirements,
    jobPosting: postingOf(record, asked, organisation.name, postedOn),
    organisationId: unit.organisationId,
    requisitionId: record.id,
  };
}
