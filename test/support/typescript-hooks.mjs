/** Why this file exists: Node loads the specs' TypeScript, compiled as the build compiles it, and beside it the product as it was built. */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { transform } from '@swc/core';

const top = new URL('../../', import.meta.url).href;
const options = JSON.parse(await readFile(new URL('.swcrc', top), 'utf8'));
const exists = (url) => existsSync(fileURLToPath(url));

/** `./x.js` in a source is the product's built file, or `./x.ts` where the build leaves it out: specs, fixtures, what supports them, the web app. */
export async function resolve(specifier, context, next) {
  const isOwn = specifier.startsWith('.') && specifier.endsWith('.js') && /\.ts($|\?)/.test(context.parentURL ?? '');
  if (!isOwn) return next(specifier, context);
  const { href } = new URL(specifier, context.parentURL);
  const built = `${top}dist/${href.slice(top.length)}`;
  if (exists(built)) return { url: built, format: 'module', shortCircuit: true };
  const source = href.replace(/\.js$/, '.ts');
  return exists(source) ? { url: source, format: 'module', shortCircuit: true } : next(specifier, context);
}

export async function load(url, context, next) {
  const file = url.split('?')[0];
  if (!file.endsWith('.ts')) return next(url, context);
  const filename = fileURLToPath(file);
  const source = await readFile(filename, 'utf8');
  const { code } = await transform(source, { ...options, swcrc: false, filename, sourceMaps: 'inline' });
  return { format: 'module', source: code, shortCircuit: true };
}
