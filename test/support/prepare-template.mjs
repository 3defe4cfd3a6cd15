/** Why this file exists: migrates and loads the template database in a process of its own, so that no class of the application is loaded twice. */
await import('../../dist/src/app.module.js');
const { prepare } = await import('../../dist/src/runtime.js');
await prepare(process.argv[2]);
process.exit(0);
