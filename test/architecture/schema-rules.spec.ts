/** Why this file exists: the schema, the registers and the generated files agree with the code, and each check is seen to fail on a bad example. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import 'reflect-metadata';
import { Mutation, Query } from '@nestjs/graphql';
import { buildSchema } from 'graphql';
import { errorsPage, permissionsPage } from '../../src/generated-pages.js';
import { AnyMember, guardSensitiveFields, Requires, sensitiveFields } from '../../src/platform/access/index.js';
import { SETTINGS, Secret, parseConfig } from '../../src/platform/config/index.js';
import { GateCheck } from '../../src/platform/graphql/index.js';
import { assertGates, rootFieldsOf } from '../../src/platform/graphql/gate.check.js';
import { allProblems } from '../../src/platform/problems/index.js';
import { startTestApp, type Client, type TestApp } from '../support/app.js';
import { sameStatements } from '../support/statements.js';
import { schemaOf } from '../support/clients.js';
import * as rules from './schema-rules.js';
import { projectFolder, sourceTree } from './source-tree.js';

const text = (path: string): string => readFileSync(join(projectFolder, path), 'utf8');
/** Lists that are short and closed: they cannot grow with the data of an organisation. */
const CLOSED_LISTS = new Set([
  'demonstrationMembers',
  'ladders',
  'overlays',
  'clarityRules',
  'grantKinds',
  'teams',
  'conflictsOfInterest',
  'whereIStand',
  'fits',
  'mySessions',
]);

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());

describe('the schema', () => {
  it('describes every type, field, argument and enum value', () => {
    expect(rules.descriptionViolations(schemaOf(app.running))).toEqual([]);
  });
  it('answers every mutation with one success or a problem', () => {
    expect(rules.resultViolations(schemaOf(app.running))).toEqual([]);
  });
  it('pages every list that can grow', () => {
    expect(rules.pageViolations(schemaOf(app.running), CLOSED_LISTS)).toEqual([]);
  });
  it('speaks of job roles and grants, never of bare roles', () => {
    expect(rules.wordingViolations(schemaOf(app.running))).toEqual([]);
  });
  it('carries exactly one gate on every root field', () => {
    const roots = app.running.app.get(GateCheck).rootFields();
    const fields = [
      ...Object.keys(schemaOf(app.running).getQueryType()?.getFields() ?? {}),
      ...Object.keys(schemaOf(app.running).getMutationType()?.getFields() ?? {}),
    ];
    expect(roots.map((r) => r.name).sort()).toEqual(fields.sort());
    expect(roots.filter((r) => r.gates.length !== 1)).toEqual([]);
  });
  it('decides sensitive fields where they are declared', () => {
    expect(sensitiveFields().filter((f) => f.type === '?')).toEqual([]);
  });
});

/** Codes that a source text refuses with and that no register knows. */
function unregistered(source: string): string[] {
  const thrown = [
    'UNAUTHENTICATED',
    'FORBIDDEN',
    'BAD_INPUT',
    'SERVICE_UNAVAILABLE',
    'INTERNAL',
    'BAD_REQUEST',
    'RATE_LIMITED',
    'TOO_COSTLY',
    'UNKNOWN_DOCUMENT',
  ];
  const known = new Set([...allProblems().map(([code]) => code), ...thrown]);
  const used = [...source.matchAll(/(?<!readonly )code: '([A-Z][A-Z0-9_]+)'/g)].map((m) => m[1] ?? '');
  return [...new Set(used)].filter((code) => !known.has(code)).sort();
}

describe('the registers', () => {
  it('list every code that the source can refuse with, and no other', () => {
    const texts = [...sourceTree(['src'])].filter(([path]) => !path.endsWith('.spec.ts')).map(([, source]) => source);
    expect(unregistered(texts.join('\n'))).toEqual([]);
    const registered = allProblems().map(([code]) => code);
    const everywhere = [...sourceTree(['src'])]
      .filter(([p]) => !p.endsWith('problems.ts') && !p.endsWith('platform/problems/index.ts'))
      .map(([, s]) => s)
      .join('\n');
    expect(
      registered.filter((c) => !everywhere.includes(`'${c}'`) && !['STALE_VERSION', 'NOT_FOUND'].includes(c)),
    ).toEqual([]);
  });
  it('are written to the documentation as they are', () => {
    expect(text('docs/errors.md')).toBe(errorsPage());
    expect(text('docs/permissions.md')).toBe(permissionsPage(app.running.app.get(GateCheck).rootFields()));
  });
  it('document every setting, and no other', () => {
    const documented = [...text('docs/operations.md').matchAll(/^\| `([A-Z0-9_]+)` +\|/gm)].map((m) => m[1]);
    expect(documented.sort()).toEqual(Object.keys(SETTINGS).sort());
  });
});

describe('list operations', () => {
  it('each have a test that two rows and twenty cost the same statements', () => {
    const fields = Object.values(schemaOf(app.running).getQueryType()?.getFields() ?? {});
    const lists = fields.filter((f) => /Connection!?$/.test(String(f.type))).map((f) => f.name);
    const specs = [...sourceTree(['test/modules'])].map(([, s]) => s).join('\n');
    const covered = new Set([...specs.matchAll(/sameStatements\(\s*[^,]+,\s*'([a-zA-Z]+)'/g)].map((m) => m[1]));
    expect(lists.filter((l) => !covered.has(l))).toEqual([]);
  });
});

describe('each check', () => {
  it('finds a type without a description', () => {
    expect(
      rules.descriptionViolations(buildSchema('type Query { a: A } type A { b(c: Int): Int } enum E { X }')),
    ).toEqual(expect.arrayContaining(['A', 'A.b', 'A.b(c)', 'E', 'E.X', 'Query.a']));
  });
  it('finds a mutation that answers with a bare record', () => {
    expect(rules.resultViolations(buildSchema('type Query { a: Int } type Mutation { b: Int }'))).toHaveLength(1);
  });
  it('finds a list without pages', () => {
    expect(rules.pageViolations(buildSchema('type Query { things: [Int!]! }'), new Set())).toEqual([
      'things is a list without pages',
    ]);
  });
  it('finds a bare role', () => {
    expect(
      rules.wordingViolations(buildSchema('type Query { role: Int jobRole: Int } type UserRole { a: Int }')),
    ).toEqual(['Query.role', 'UserRole']);
  });
  it('refuses to start with a sensitive field that is missing from the schema, or that cannot be null', () => {
    const [first] = sensitiveFields();
    const type = first?.type ?? '';
    const field = first?.field ?? '';
    const guard = (sdl: string) => () => guardSensitiveFields(buildSchema(sdl), () => null);
    expect(guard('type Query { a: Int }')).toThrow(/is not in the schema/);
    expect(guard(`type Query { a: ${type} } type ${type} { ${field}: Int! }`)).toThrow(/must be nullable/);
  });

  it('finds a list whose statements grow with its rows', async () => {
    let rows = 2;
    const ask = (): Promise<object> => Promise.resolve({});
    const statements = async (work: () => Promise<unknown>) => ({
      value: await work(),
      statements: Array.from({ length: rows }, () => 'select 1'),
    });
    const growing = sameStatements(
      { statements } as unknown as TestApp,
      'things',
      { ask } as unknown as Client,
      '{ things }',
      () => {
        rows = 20;
        return Promise.resolve();
      },
    );
    await expect(growing).rejects.toThrow();
  });

  it('finds a code that is refused with but not registered', () => {
    expect(unregistered("refuse({ code: 'NOBODY_KNOWS_THIS', message: '' })")).toEqual(['NOBODY_KNOWS_THIS']);
  });

  it('refuses to start with an ungated, a doubly gated or an unknown-permission root field, and names it', () => {
    class Ungated {
      @Query(() => Boolean)
      naked(): boolean {
        return true;
      }
      @Mutation(() => Boolean)
      @AnyMember()
      @Requires('job-role:read')
      twice(): boolean {
        return true;
      }
      @Mutation(() => Boolean)
      @Requires('unicorn:ride')
      unknown(): boolean {
        return true;
      }
    }
    const check = (): void => assertGates(rootFieldsOf([Ungated]), new Set(['job-role:read']));
    expect(check).toThrow(/Query\.naked has 0 gates/);
    expect(check).toThrow(/Mutation\.twice has 2 gates/);
    expect(check).toThrow(/Mutation\.unknown asks for unicorn:ride/);
  });
});

describe('the configuration', () => {
  it('never prints a secret', () => {
    const secret = new Secret('hunter2hunter2');
    expect(`${String(secret)} ${JSON.stringify({ secret })}`).toBe('*** {"secret":"***"}');
  });
  it('refuses in production the demonstration, a missing database and a weak secret, naming each', () => {
    const read = (): unknown =>
      parseConfig({
        NODE_ENV: 'production',
        TWINLADDER_DEMO: 'on',
        TWINLADDER_SECRET: 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa',
      });
    expect(read).toThrow(/DATABASE_URL/);
    expect(read).toThrow(/TWINLADDER_DEMO/);
    expect(read).toThrow(/TWINLADDER_SECRET/);
  });
});
