/**
 * Why this file exists: jest with its own runner, assertions and reports, but the specs and the product are loaded by Node itself, once per worker.
 *
 * Jest's module loader reads the whole product and its libraries anew for each spec file, in a sandbox of its own: half of the suite's time. No spec
 * replaces a module or the clock of the process, so no sandbox is needed: each file still has its own database and its own application.
 */
const { register } = require('node:module');
const { pathToFileURL } = require('node:url');
const JestRuntime = require('jest-runtime').default;

register(pathToFileURL(require.resolve('./typescript-hooks.mjs')));
process.setSourceMapsEnabled(true);

/** What jest gives to a spec file; set anew for each, since each file has its own tree of tests. */
const NAMES = ['describe', 'it', 'test', 'expect', 'beforeAll', 'beforeEach', 'afterAll', 'afterEach'];
let serial = 0;

module.exports = class NativeRuntime extends JestRuntime {
  #environment;

  constructor(projectConfig, environment, ...rest) {
    super(projectConfig, environment, ...rest);
    this.#environment = environment;
  }

  unstable_shouldLoadAsEsm() {
    return true;
  }

  async unstable_importModule(path) {
    delete Error.prepareStackTrace; // jest's own, which knows no maps of files that it did not load; Node knows them
    for (const name of NAMES) globalThis[name] = this.#environment.global[name];
    await import(`${pathToFileURL(path).href}?file=${++serial}`);
  }
};
