/** Why this file exists: promises of the comparison that hold for any candidates: no order, no neighbour and no gap changes a figure. */
import fc from 'fast-check';
import type { Level } from '../../frameworks/index.js';
import type { Id } from '../../../platform/ids/index.js';
import { compareCandidates } from './comparison.js';
import type { ComparedApplication, ComparedRequirement } from './comparison.js';
import { rated, skill, submittedCard } from './evaluation.fixture.js';
import type { Scorecard, Verdict } from './scorecard.js';

const asks = (key: string, level: Level, weight: number, isMustHave: boolean): ComparedRequirement => ({
  skill: skill(key),
  name: `Skill ${key}`,
  level,
  weight,
  isMustHave,
});
const requirements = [asks('pipelines', 3, 5, true), asks('serving', 4, 3, true), asks('sql', 2, 2, false)];

const application = (id: string, scorecards: readonly Scorecard[], appliedAt = '2026-03-01T08:00:00.000Z') => ({
  application: id as Id<'Application'>,
  appliedAt,
  scorecards,
});
describe('any candidates', () => {
  const level = fc.constantFrom<Level[]>(1, 2, 3, 4, 5);
  const anyRating = fc
    .tuple(fc.constantFrom('feed', 'serve', 'build'), fc.constantFrom('pipelines', 'serving', 'sql'), level)
    .map(([item, name, value]) => rated(item, name, value));
  const anyCard = fc
    .tuple(
      fc.constantFrom('ana', 'ben', 'cem'),
      fc.constantFrom<Verdict[]>('STRONG_NO', 'NO', 'YES', 'STRONG_YES'),
      fc.uniqueArray(anyRating, { maxLength: 6, selector: (rating) => `${rating.itemKey}/${rating.skill}` }),
    )
    .map(([author, verdict, ratings]) => submittedCard(author, { verdict, ratings }));
  const anyApplications: fc.Arbitrary<readonly ComparedApplication[]> = fc.uniqueArray(
    fc
      .tuple(
        fc.constantFrom('a', 'b', 'c', 'd'),
        fc.array(anyCard, { maxLength: 4 }),
        fc.constantFrom('2026-03-01', '2026-03-02'),
      )
      .map(([id, cards, day]) => application(id, cards, `${day}T08:00:00.000Z`)),
    { selector: (compared) => compared.application, maxLength: 4 },
  );
  const turnedCard = (scorecard: Scorecard): Scorecard => ({
    ...scorecard,
    content: { ...scorecard.content, ratings: scorecard.content.ratings.toReversed() },
  });

  it('are told alike in whatever order applications, scorecards and ratings are handed in', () => {
    fc.assert(
      fc.property(anyApplications, (applications) => {
        const turned = applications
          .map((compared) => ({ ...compared, scorecards: compared.scorecards.map(turnedCard).toReversed() }))
          .toReversed();
        expect(compareCandidates(requirements, turned)).toEqual(compareCandidates(requirements, applications));
      }),
    );
  });

  it('have the same figures in whatever order the requirements stand', () => {
    fc.assert(
      fc.property(anyApplications, (applications) => {
        const figures = (list: readonly ComparedRequirement[]) =>
          compareCandidates(list, applications).map(({ fit }) => [fit.share, fit.coverage, fit.mustHaveCoverage]);
        expect(figures(requirements.toReversed())).toEqual(figures(requirements));
      }),
    );
  });

  it('do not depend on one another', () => {
    fc.assert(
      fc.property(anyApplications, (applications) => {
        const together = compareCandidates(requirements, applications);
        for (const alone of applications) {
          const [compared] = compareCandidates(requirements, [alone]);
          expect(together).toContainEqual(compared);
        }
      }),
    );
  });

  it('keep share and coverages within 0..1, and a share never without something assessed', () => {
    fc.assert(
      fc.property(anyApplications, (applications) => {
        for (const { fit, cells } of compareCandidates(requirements, applications)) {
          for (const figure of [fit.share ?? 0, fit.coverage, fit.mustHaveCoverage ?? 0]) {
            expect(figure).toBeGreaterThanOrEqual(0);
            expect(figure).toBeLessThanOrEqual(1);
          }
          expect(fit.share === null).toBe(cells.every((cell) => cell.status === 'NOT_ASSESSED'));
          expect(fit.missingMustHaves.length > 0).toBe(fit.floors.includes('missing'));
        }
      }),
    );
  });
});
