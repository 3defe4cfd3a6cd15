/** Why this file exists: the files become records in the words of the code, and a file that cannot be read is told by its line. */
import type { LibraryFile } from './finding.js';
import { byKey, ofSkill, SHIPPED } from './library.fixture.js';
import { minEvidenceClassFor } from './library-job-role.js';
import { parseLibrary } from './parse-library.js';
import { validateFramework } from '../domain/validate-framework.js';
import { rewritten, SHIPPED_TEXTS } from './texts.fixture.js';

describe('reading the shipped files', () => {
  it('gives a library that JSON leaves as it is', () => {
    expect(JSON.parse(JSON.stringify(SHIPPED))).toStrictEqual(SHIPPED);
  });

  it('gives a framework that passes what every published framework has to pass', () => {
    expect(validateFramework(SHIPPED.framework)).toEqual([]);
  });

  it('writes a skill in the words of the code', () => {
    expect(byKey(SHIPPED.framework.skills, 'mentoring')).toEqual({
      key: 'mentoring',
      name: 'Mentoring and coaching',
      category: 'collaboration-leadership',
      definition: 'Helps others to grow through deliberate support.',
      affinity: { research: 0.6, production: 0.6 },
      prerequisites: [{ skill: 'cross-functional-collaboration', minLevel: 2, fromLevel: 3 }],
      indicators: [
        ['Shares what was learned and accepts feedback'],
        ['Supports a newcomer through their first delivery'],
        ['Mentors a colleague across a skill gap with goals, practice and evidence'],
        ['Builds a mentoring or rotation scheme, for example from data scientist to ML engineer'],
        ['Develops leaders who develop others'],
      ],
      references: { sfia: ['PDSV'], esco: ['mentor individuals'], mlTestScore: [], gmlp: [], regulations: [] },
    });
  });

  it('writes enums in capitals with underscores', () => {
    expect(byKey(SHIPPED.framework.activities, 'mentor-quality-partner')).toMatchObject({
      kind: 'MENTORSHIP',
      lever: 'COMPLIANCE_EXPOSURE',
      choose: null,
      needs: [{ skill: 'quality-systems', level: 1 }],
    });
    expect(new Set(SHIPPED.framework.activities.map((one) => one.kind))).toContain('ON_CALL');
    expect(new Set(SHIPPED.kits.flatMap((kit) => kit.items.map((item) => item.kind)))).toContain('REVIEW_EXERCISE');
    expect(byKey(SHIPPED.references, 'sfia-9').kind).toBe('TAXONOMY');
  });

  it('keeps how many steps the learner picks', () => {
    expect(byKey(SHIPPED.framework.activities, 'project-set-standard-data').choose).toBe(2);
  });

  it('keeps the start of a step and leaves out its end, which is one higher', () => {
    const { raises } = byKey(SHIPPED.framework.activities, 'mentor-quality-partner');
    expect(raises).toEqual([
      { skill: 'quality-systems', from: 1 },
      { skill: 'regulatory-evidence', from: 1 },
      { skill: 'data-integrity', from: 1 },
    ]);
  });

  it('sorts categories by order, skills by category and name, evidence types and activities by key', () => {
    const { categories, skills, evidenceTypes, activities } = SHIPPED.framework;
    expect(categories.map((one) => one.order)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(skills.slice(0, 3).map((one) => one.name)).toEqual([
      'Annotation and reference standards',
      'Biomedical data formats and standards',
      'Data pipeline engineering',
    ]);
    expect(skills.at(-1)?.category).toBe('collaboration-leadership');
    for (const list of [evidenceTypes, activities]) {
      const keys = list.map((one): string => one.key);
      expect(keys).toEqual([...keys].sort());
    }
  });

  it('keeps what stands beside the scale', () => {
    expect(SHIPPED.framework.scale[0]).toEqual({
      level: 1,
      name: 'Aware',
      meaning: 'Explains the practice and follows it with close support',
    });
    expect(SHIPPED.sfiaLevels).toEqual([1, 2, 3, 4, 5].map((level) => ({ level, sfiaLevel: level + 1 })));
  });

  it('tells the section of an ML Test Score check by its letter', () => {
    expect(SHIPPED.mlTestScore.filter((one) => one.code.endsWith('1')).map((one) => one.section)).toEqual([
      'DATA',
      'INFRASTRUCTURE',
      'MODEL',
      'MONITORING',
    ]);
  });

  it('sorts principles by number, the tenth last', () => {
    expect(SHIPPED.gmlpPrinciples.map((one) => one.number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  });

  it('gives anchors and ratings as lists from 1 to 5', () => {
    const item = byKey(byKey(SHIPPED.kits, 'kit-research').items, 'r-claim-that-fell');
    expect(item.anchors[4]).toBe('Turned the failure into a standard that others in the group now use');
    expect(item).toMatchObject({ redFlags: ['Claims every result replicated'], materials: null });
    expect(SHIPPED.ratingScale[2]).toBe('Meets the bar for this rung');
    expect(SHIPPED.panelRules).toHaveLength(7);
  });

  it('gives absent texts of a job role as null and absent entry requirements as an empty list', () => {
    expect(byKey(SHIPPED.jobRoles, 'rds-1')).toMatchObject({
      timeBox: null,
      successExit: null,
      riskIfMissing: null,
      entryRequirements: [],
    });
    expect(byKey(SHIPPED.jobRoles, 'bridge-ds-mle').entryRequirements).toHaveLength(31);
  });

  it('keeps never as null in an overlay', () => {
    const raise = ofSkill(byKey(SHIPPED.overlays, 'medtech-samd').raises, 'clinical-workflow');
    expect(raise).toMatchObject({
      tracks: ['RESEARCH', 'PRODUCTION', 'HYBRID'],
      floor: [1, 2, 3, 3, 4],
      mustFrom: null,
    });
  });

  it('gives the six kinds of clarity test', () => {
    expect(SHIPPED.clarityRules.map((rule) => rule.test.type)).toEqual([
      'COUNT_AT_LEVEL',
      'NO_MUST_AMONG',
      'CATEGORY_MISSING',
      'UNICORN',
      'LADDER_GAP',
      'PLAN_FIELDS',
    ]);
    expect(byKey(SHIPPED.clarityRules, 'bridge-without-support').test).toEqual({
      type: 'PLAN_FIELDS',
      tracks: ['HYBRID'],
      jobRoles: ['bridge-ds-mle'],
      fields: ['MENTOR', 'DEPLOYMENT_DATE', 'PROTECTED_TIME'],
      minProtectedTime: 0.5,
    });
  });

  it('gives the phases of an initiative in their order', () => {
    const [research, , operate] = byKey(SHIPPED.initiatives, 'molecule-scoring').phases;
    expect(research).toMatchObject({ phase: 'RESEARCH', weeks: 26, leadTimeWeeks: 12 });
    expect(operate).toMatchObject({ phase: 'OPERATE', mixFte: { research: 0.5, hybrid: 0.5, production: 0.7 } });
  });
});

describe('the weakest evidence that a requirement accepts', () => {
  it('grows with the level up to observed', () => {
    expect(([1, 2, 3, 4, 5] as const).map(minEvidenceClassFor)).toEqual([1, 2, 3, 3, 3]);
  });

  it('is set on every requirement of the library', () => {
    const requirements = SHIPPED.jobRoles.flatMap((jobRole) => jobRole.requirements);
    expect(requirements.every((row) => row.minEvidenceClass === Math.min(row.level, 3))).toBe(true);
  });
});

describe('files that cannot be read', () => {
  const errorsOf = (file: LibraryFile, from: string, to: string) => parseLibrary(rewritten(file, from, to)).errors;
  const broken = 'cannot be read as YAML: check indentation, quotes and brackets here and just above';

  it('are told by the line of a broken bracket', () => {
    expect(errorsOf('evidence.yaml', 'version: 1\n', 'version: [1\n')[0]).toEqual({
      severity: 'ERROR',
      path: 'evidence.yaml:5',
      message: broken,
    });
  });

  it('are told by the line of a key that stands twice', () => {
    expect(errorsOf('evidence.yaml', 'version: 1\n', 'version: 1\nversion: 1\n')).toEqual([
      { severity: 'ERROR', path: 'evidence.yaml:5', message: 'the same key is given twice' },
    ]);
  });

  it('are told by the line of a text that starts with a star', () => {
    expect(errorsOf('evidence.yaml', 'version: 1\n', 'version: *one\n')).toEqual([
      { severity: 'ERROR', path: 'evidence.yaml:4', message: 'aliases are not used: quote a text that starts with *' },
    ]);
  });

  it('are told by the line of a tag', () => {
    expect(errorsOf('evidence.yaml', 'version: 1\n', 'version: !new 1\n')).toEqual([
      { severity: 'ERROR', path: 'evidence.yaml:4', message: broken },
    ]);
  });

  it('are reported when one is missing, and the others are still read', () => {
    const files = rewritten('evidence.yaml', 'version: 1\n', 'version: 2\n');
    const rest = Object.fromEntries(Object.entries(files).filter(([name]) => name !== 'skills.yaml'));
    expect(parseLibrary(rest)).toEqual({
      library: null,
      errors: [
        { severity: 'ERROR', path: 'evidence.yaml:version', message: 'has to be 1' },
        { severity: 'ERROR', path: 'skills.yaml', message: 'the file is missing' },
      ],
    });
  });

  it('are reported when one is empty', () => {
    expect(parseLibrary({ ...SHIPPED_TEXTS, 'evidence.yaml': '# nothing\n' }).errors).toEqual([
      {
        severity: 'ERROR',
        path: 'evidence.yaml:',
        message: 'is empty: give it a value, or quote a text with a comma inside { }',
      },
    ]);
  });

  it('are reported when one is not known', () => {
    const { library, errors } = parseLibrary({ ...SHIPPED_TEXTS, 'extra.yaml': 'version: 1\n' });
    expect(library).toBeNull();
    expect(errors).toEqual([
      {
        severity: 'ERROR',
        path: 'extra.yaml',
        message:
          'not a file of the library; the files are references.yaml, evidence.yaml, skills.yaml, roles.yaml, interview_kits.yaml, activities.yaml, initiatives.yaml',
      },
    ]);
  });
});
