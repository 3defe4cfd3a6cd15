/** Why this file exists: the limits of every request hold over HTTP, each with a clear refusal, and the server keeps to GraphQL over HTTP. */
import type { AddressInfo } from 'node:net';
import { serverAudits } from 'graphql-http';
import request from 'supertest';
import { startTestApp, type TestApp } from '../support/app.js';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(async () => {
  expect(app.faults).toEqual([]);
  await app.close();
});

const refusal = async (query: string): Promise<{ status: number; code: string | undefined; message: string }> => {
  const { admin } = await app.organisation();
  const { status, errors } = await admin.send(query);
  return { status, code: errors[0]?.extensions.code, message: errors[0]?.message ?? '' };
};

describe('one operation', () => {
  it('is refused when it is too deep, has too many aliases or directives', async () => {
    const deep = `{ people { nodes { ${'manager { '.repeat(9)} id ${'} '.repeat(9)} } } }`;
    expect(await refusal(deep)).toMatchObject({ status: 400, code: 'GRAPHQL_VALIDATION_FAILED' });
    expect((await refusal(deep)).message).toMatch(/^The operation is 12 levels deep; at most 10/);
    const aliased = `{ ${Array.from({ length: 16 }, (_, i) => `a${i}: __typename`).join(' ')} }`;
    expect((await refusal(aliased)).message).toMatch(/^The operation has 16 aliases/);
    const directed = `{ me ${'@include(if: true) '.repeat(51)} { permissions } }`;
    expect((await refusal(directed)).message).toMatch(/directive/);
  });

  it('is refused with its cost when it asks for too much, and tells its cost otherwise', async () => {
    const plans =
      'nodes { goals { checkIns { at: __typename } skill { levels { level } prerequisites { minLevel } } } }';
    const dear = `{ ${['a', 'b', 'c'].map((name) => `${name}: growthPlans(first: 100) { ${plans} }`).join(' ')} }`;
    const answer = await refusal(dear);
    expect(answer).toMatchObject({ status: 400, code: 'TOO_COSTLY' });
    expect(answer.message).toMatch(/^The operation costs \d+; at most 20000\. Ask for smaller pages/);
    const { admin } = await app.organisation();
    const cheap = await request(app.server)
      .post('/graphql')
      .set('cookie', admin.cookie ?? '')
      .send({ query: '{ people(first: 20) { nodes { id } } }' });
    expect(cheap.body).toMatchObject({ data: { people: { nodes: [] } }, extensions: { cost: 22 } });
  });

  it('is refused when its fragments fan out, in a moment', async () => {
    const chain = Array.from({ length: 25 }, (_, i) => `fragment F${i} on Person { ...F${i + 1} ...F${i + 1} }`);
    const text = `{ people { nodes { ...F0 } } } ${chain.join(' ')} fragment F25 on Person { id }`;
    expect(await refusal(text)).toMatchObject({ status: 400, code: 'GRAPHQL_VALIDATION_FAILED' });
  });

  it('is refused when it is too long to read, at the first token too many', async () => {
    const long = `{ ${'__typename '.repeat(4_100)} }`;
    expect(await refusal(long)).toMatchObject({ status: 400, code: 'GRAPHQL_PARSE_FAILED' });
  });

  it('has one operation to a request', async () => {
    const batch = await request(app.server)
      .post('/graphql')
      .send([{ query: '{ __typename }' }, { query: '{ __typename }' }]);
    expect(batch.status).toBe(400);
    expect(batch.body).toMatchObject({ errors: [{ extensions: { code: 'BAD_REQUEST' } }] });
  });
});

describe('GraphQL over HTTP', () => {
  /** Warnings that are what we want: answers that are not 200 for what is refused before it runs. */
  const ACCEPTED = ['572B', 'FDE2', '7B9B'];

  it('passes every audit of the specification; what may be left out is left out', async () => {
    const url = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}/graphql`;
    const found = [];
    for (const audit of serverAudits({ url })) {
      const result = await audit.fn();
      const isFine = result.status === 'ok' || result.status === 'notice';
      if (!isFine && !(result.status === 'warn' && ACCEPTED.includes(result.id)))
        found.push([result.id, result.status, audit.name, result.reason]);
    }
    expect(found).toEqual([]);
  });
});
