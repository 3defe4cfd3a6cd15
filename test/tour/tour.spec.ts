/** Why this file exists: the README's tour of the main job, executed word for word against a running server. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectFolder } from '../architecture/source-tree.js';
import { startServer } from '../support/process.js';
import { stepsOf, walk } from '../support/tour.js';

const readme = readFileSync(join(projectFolder, 'README.md'), 'utf8');

interface Goal {
  readonly skill: { readonly name: string };
  readonly fromLevel: number;
  readonly startingAssessment: unknown;
}

describe('the tour of the README', () => {
  it('goes from a job role to a growth plan, and its last answer shows the interview’s evidence in the plan’s starting levels', async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'twinladder-tour-'));
    const server = await startServer({ TWINLADDER_DATA: dataDir });
    try {
      const steps = stepsOf(readme);
      expect(steps.length).toBeGreaterThan(20);
      const answers = await walk(server.address, steps);
      expect(answers.get('TomaszIsBlind')).toMatchObject({
        applicationEvaluation: { progress: { submitted: 1, due: 3 }, comparison: null, withheld: 'OWN_SCORECARD_DUE' },
      });
      const { apply } = answers.get('Application') as { apply: { application: { id: string } } };
      const { growthPlan } = answers.get('GrowthFromInterviews') as { growthPlan: { goals: readonly Goal[] } };
      const fromInterviews = growthPlan.goals.filter((goal) => goal.fromLevel > 0);
      expect(fromInterviews.map((goal) => goal.skill.name)).toContain('Drift and performance monitoring');
      for (const goal of fromInterviews)
        expect(goal.startingAssessment).toMatchObject({
          level: goal.fromLevel,
          source: 'INTERVIEW',
          provenance: { applicationId: apply.application.id },
        });
      expect(steps.at(-1)?.name).toBe('GrowthFromInterviews');
    } finally {
      await server.stop();
      rmSync(dataDir, { recursive: true, force: true });
    }
  }, 120_000);
});
