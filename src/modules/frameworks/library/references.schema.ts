/** Why this file exists: the shape of references.yaml: cited rules and the three outside lists that skills point to. */
import { z } from 'zod';
import { key, keys, oneOf, text, version } from './leaf.schema.js';
import {
  REFERENCE_KINDS,
  type GmlpPrinciple,
  type MlTestScoreCheck,
  type MlTestScoreSection,
  type Reference,
  type SfiaCode,
} from './library.js';

const reference = z
  .strictObject({
    key: key<'Reference'>(),
    name: text(),
    kind: oneOf(REFERENCE_KINDS),
    jurisdiction: text(),
    status: text(),
    sectors: keys<'Overlay'>(),
    summary: text(),
    why_it_matters_for_roles: text(),
  })
  .transform(
    (row): Reference => ({
      key: row.key,
      name: row.name,
      kind: row.kind,
      jurisdiction: row.jurisdiction,
      status: row.status,
      sectors: row.sectors,
      summary: row.summary,
      whyItMattersForJobRoles: row.why_it_matters_for_roles,
    }),
  );

const SECTION_OF: Readonly<Record<string, MlTestScoreSection>> = {
  D: 'DATA',
  M: 'MODEL',
  I: 'INFRASTRUCTURE',
  O: 'MONITORING',
};

const byCode = <T extends { readonly code: string }>(rows: readonly T[]): readonly T[] =>
  rows.toSorted((a, b) => (a.code < b.code ? -1 : 1));

const mlTestScore = z.record(z.string(), text()).transform((rows, context): readonly MlTestScoreCheck[] => {
  const checks: MlTestScoreCheck[] = [];
  for (const [code, statement] of Object.entries(rows)) {
    const section = SECTION_OF[code.charAt(0)];
    if (section !== undefined && /^.[1-7]$/.test(code)) checks.push({ code, section, statement });
    else
      context.addIssue({ code: 'custom', message: `"${code}" is not one of D1 to D7, M1 to M7, I1 to I7, O1 to O7` });
  }
  return byCode(checks);
});

const gmlpPrinciples = z.record(z.string(), text()).transform((rows, context): readonly GmlpPrinciple[] => {
  for (const name of Object.keys(rows)) {
    if (!/^([1-9]|10)$/.test(name))
      context.addIssue({ code: 'custom', message: `"${name}" is not a number from 1 to 10` });
  }
  return Object.entries(rows)
    .map(([number, statement]) => ({ number: Number(number), statement }))
    .toSorted((a, b) => a.number - b.number);
});

const sfiaCodes = z.record(z.string(), text()).transform((rows, context): readonly SfiaCode[] => {
  for (const code of Object.keys(rows)) {
    if (!/^[A-Z]{4}$/.test(code))
      context.addIssue({ code: 'custom', message: `"${code}" is not four capital letters` });
  }
  return byCode(Object.entries(rows).map(([code, name]) => ({ code, name })));
});

/** references.yaml. */
export const referencesFile = z.strictObject({
  version,
  as_of: z.iso.date({ error: 'has to be a day in quotes, YYYY-MM-DD' }),
  references: z.array(reference),
  gmlp_principles: gmlpPrinciples,
  ml_test_score: mlTestScore,
  sfia_codes: sfiaCodes,
});
