/** Why this file exists: reporting lines never close a circle, whoever is made whose manager. */
import fc from 'fast-check';
import type { PersonId } from './person.js';
import { circleClosedBy, reportingCircle } from './reporting-lines.js';

const p = (name: string) => name as PersonId;
const lines = new Map([
  [p('cleo'), p('ben')],
  [p('ben'), p('ada')],
  [p('dan'), p('ada')],
]);

describe('a new manager', () => {
  it('closes a circle when they report to the person, directly or over others', () => {
    expect(circleClosedBy(lines, p('ben'), p('cleo'))).toEqual(['ben', 'cleo']);
    expect(circleClosedBy(lines, p('ada'), p('cleo'))).toEqual(['ada', 'cleo', 'ben']);
  });
  it('closes the smallest circle when it is the person itself', () => {
    expect(circleClosedBy(lines, p('ada'), p('ada'))).toEqual(['ada']);
  });
  it('closes none when they stand beside or above', () => {
    expect(circleClosedBy(lines, p('cleo'), p('dan'))).toBeNull();
    expect(circleClosedBy(lines, p('cleo'), p('ada'))).toBeNull();
  });
  it('is decided too on lines that hold a circle already', () => {
    const broken = new Map([
      [p('x'), p('y')],
      [p('y'), p('x')],
    ]);
    expect(circleClosedBy(broken, p('new'), p('x'))).toBeNull();
  });

  it('never closes a circle when each change is asked first', () => {
    const name = fc.integer({ min: 0, max: 7 }).map((n) => p(`p${n}`));
    fc.assert(
      fc.property(fc.array(fc.tuple(name, name), { maxLength: 40 }), (changes) => {
        const kept = new Map<PersonId, PersonId>();
        for (const [person, manager] of changes)
          if (circleClosedBy(kept, person, manager) === null) kept.set(person, manager);
        for (const start of kept.keys()) {
          let steps = 0;
          for (let at: PersonId | undefined = start; at !== undefined; at = kept.get(at)) steps += 1;
          expect(steps).toBeLessThanOrEqual(8);
        }
      }),
    );
  });
});

it('a circle is told with the names of its members', () => {
  expect(reportingCircle(['Ada', 'Cleo', 'Ben'])).toMatchObject({
    code: 'REPORTING_CIRCLE',
    message: expect.stringContaining('Ada to Cleo to Ben to Ada') as string,
    members: ['Ada', 'Cleo', 'Ben'],
  });
  expect(reportingCircle(['Ada']).message).toBe('Ada cannot be their own manager. Name somebody else.');
});
