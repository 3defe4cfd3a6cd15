/** Why this file exists: what requests of an identity provider cost and are called, worked by hand. */
import { costOfRequest, nameOfRequest } from './request-cost.js';

describe('a request of an identity provider', () => {
  it.each([
    ['one user', 'GET', ['Users', 'x'], {}, 0, 1],
    ['a list as long as usual', 'GET', ['Users'], {}, 0, 100],
    ['a list of as many as it asks for', 'GET', ['Groups'], { count: '7' }, 0, 7],
    ['a list of more than are given', 'GET', ['Users'], { count: '100000' }, 0, 200],
    ['a list of a number that is none', 'GET', ['Users'], { count: 'all' }, 0, 100],
    ['a list of nothing', 'GET', ['Users'], { count: '-3' }, 0, 1],
    ['a change without a body', 'DELETE', ['Users', 'x'], {}, 0, 20],
    ['a user', 'POST', ['Users'], {}, 350, 24],
    ['a thousand members of a group', 'PATCH', ['Groups', 'x'], {}, 60_000, 620],
  ] as const)('for %s', (_, method, path, query, bytes, cost) => {
    expect(costOfRequest({ method, path, query }, bytes)).toBe(cost);
  });

  it('is called by words of ours, whatever it asks for', () => {
    expect(nameOfRequest('PATCH', ['Users', 'ana@acme.example'])).toBe('PATCH Users');
    expect(nameOfRequest('GET', ['ana@acme.example'])).toBe('GET an unknown address');
    expect(nameOfRequest('PROPFIND', ['Users'])).toBe('other Users');
  });
});
