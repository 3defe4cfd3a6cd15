/** Why this file exists: builds the web app into web/dist with compressed copies, and does nothing when it is current. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { top } from './run.mjs';

const web = join(top, 'web');

function files(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? (entry.name === 'gql' ? [] : files(path)) : [path];
  });
}

function digestOfSources() {
  const stamp = createHash('sha256');
  const single = ['index.html', 'vite.config.ts', 'package.json', '../schema.graphql', 'scripts/documents.mjs'].map(
    (f) => join(web, f),
  );
  for (const file of [...files(join(web, 'src')), ...files(join(web, 'public')), ...single].sort()) {
    const { mtimeMs, size } = statSync(file);
    stamp.update(`${file} ${mtimeMs} ${size}\n`);
  }
  return stamp.digest('hex');
}

function compress(folder) {
  for (const file of files(folder)) {
    if (!/\.(js|css|svg|json)$/.test(file) || statSync(file).size < 1_000) continue;
    const content = readFileSync(file);
    writeFileSync(`${file}.gz`, gzipSync(content, { level: 9 }));
    writeFileSync(`${file}.br`, brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }));
  }
}

/** Builds when a source, its time or its size differs from the last build. @returns true when it built */
export async function buildWeb({ quiet = false } = {}) {
  const mark = join(web, 'dist', '.stamp');
  const digest = digestOfSources();
  if (existsSync(mark) && readFileSync(mark, 'utf8') === digest) return false;
  const started = Date.now();
  const environment = process.env.NODE_ENV; // the bundler sets it to production for this process, which may be a server of another kind
  process.env.NODE_ENV = 'production'; // before anything is loaded: elsewhere the two copies of the GraphQL library refuse each other
  const { build } = await import('vite');
  const fresh = join(web, `dist-${process.pid}`);
  await build({
    root: web,
    logLevel: 'warn',
    configFile: join(web, 'vite.config.ts'),
    configLoader: 'runner', // bundled, the configuration would see graphql twice
    build: { outDir: fresh, emptyOutDir: true },
  });
  if (environment === undefined) delete process.env.NODE_ENV;
  else process.env.NODE_ENV = environment;
  compress(fresh);
  writeFileSync(join(fresh, '.stamp'), digest);
  rmSync(join(web, 'dist'), { recursive: true, force: true });
  try {
    renameSync(fresh, join(web, 'dist'));
  } catch {
    rmSync(fresh, { recursive: true, force: true }); // another process built the same at the same moment
  }
  if (!quiet) console.log(`Built the web app in ${((Date.now() - started) / 1000).toFixed(1)} s.`);
  return true;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildWeb();
