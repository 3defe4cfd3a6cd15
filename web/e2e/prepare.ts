/** Why this file exists: builds the product and makes the demonstration once, before the first browser test. */
import { rmSync } from 'node:fs';
import { build } from '../../scripts/build.mjs';
import { buildWeb } from '../../scripts/build-web.mjs';
import { makeTemplate } from './server.ts';

export default async function prepare(): Promise<() => void> {
  await build({ quiet: true });
  await buildWeb({ quiet: true });
  const template = await makeTemplate();
  process.env['TWINLADDER_E2E_TEMPLATE'] = template;
  return () => rmSync(template, { recursive: true, force: true });
}
