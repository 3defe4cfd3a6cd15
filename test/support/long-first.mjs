/** Why this file exists: the order of the specs: the long ones start first, so that all workers stay busy to the end. */
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';

const top = join(import.meta.dirname, '..', '..');

/** Seconds on two cores, measured alone; specs that are not named take less than five. */
const LONG = {
  'test/torture/kill-server.spec.ts': 75,
  'test/cli/backup.spec.ts': 40,
  'test/cli/cli.spec.ts': 35,
  'test/modules/audit/outside.spec.ts': 8,
  'test/cli/audit.spec.ts': 8,
  'test/torture/races.spec.ts': 30,
  'test/abuse/abuse.spec.ts': 34,
  'test/abuse/hostile-texts.spec.ts': 15,
  'test/rights/intruder.spec.ts': 25,
  'test/rights/blindness-paths.spec.ts': 25,
  'test/platform/embedded-postgres-deaths.spec.ts': 28,
  'test/platform/embedded-postgres-users.spec.ts': 17,
  'test/platform/embedded-postgres.spec.ts': 16,
  'test/torture/kill-database.spec.ts': 53,
  'test/platform/instances.spec.ts': 50,
  'test/platform/faults.api.spec.ts': 20,
  'test/modules/demonstration/demonstration.api.spec.ts': 26,
  'test/modules/evaluations/blindness-panel.api.spec.ts': 12,
  'test/modules/evaluations/blindness.api.spec.ts': 9,
  'test/modules/candidates/status-links.api.spec.ts': 14,
  'test/tour/tour.spec.ts': 10,
  'test/modules/evaluations/scorecard-records.api.spec.ts': 8,
  'test/modules/evaluations/decisions.api.spec.ts': 7,
  'test/modules/evaluations/hires.api.spec.ts': 7,
  'test/rights/rows.spec.ts': 7,
  'test/rights/writes.spec.ts': 6,
  'test/rights/gates.spec.ts': 6,
};

const weightOf = (path) => LONG[path.slice(top.length + 1)] ?? Math.min(4, statSync(path).size / 4_000);

/** Jest's own sequencer goes by the times of the last run, which a fresh checkout does not have. */
export default class LongFirst {
  constructor() {
    const gone = Object.keys(LONG).filter((path) => !existsSync(join(top, path)));
    if (gone.length > 0) throw new Error(`long-first.mjs names specs that are not there: ${gone.join(', ')}`);
  }

  sort(tests) {
    return [...tests].sort((a, b) => weightOf(b.path) - weightOf(a.path) || (a.path < b.path ? -1 : 1));
  }

  allFailedTests(tests) {
    return tests;
  }

  cacheResults() {
    // the order does not depend on earlier runs
  }
}
