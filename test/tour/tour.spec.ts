/** Why this file exists: the README's tour of the main job, executed word for word against a running server. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectFolder } from '../architecture/source-tree.js';
import { startServer } from '../support/process.js';
import { stepsOf, walk } from '../support/tour.js';

const readme = readFileSync(process.env['TOUR_README'] ?? join(projectFolder, 'README.md'), 'utf8');

describe('the tour of the README', () => {
  it('goes from a job role to a growth plan, and its last answer shows the interview’s evidence in the plan’s starting levels', async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'twinladder-tour-'));
    const server = await startServer({ TWINLADDER_DATA: dataDir });
    try {
      const steps = stepsOf(readme);
      expect(steps.length).toBeGreaterThan(20);
      const answers = await walk(server.address, steps);
      const blind = answers.get('TomaszIsBlind') as { applicationEvaluation: { progress: { submitted: number }; comparison: unknown; withheld: string } };
      expect(blind.applicationEvaluation).toMatchObject({ progress: { submitted: 1, due: 3 }, comparison: null, withheld: 'OWN_SCORECARD_DUE' });
      if (process.env['TOUR_DEBUG'] !== undefined) process.stdout.write(JSON.stringify([...answers].slice(-5), null, 1));
    } finally {
      await server.stop();
      rmSync(dataDir, { recursive: true, force: true });
    }
  }, 120_000);
});
