/** Why this file exists: compiles src and migrations into dist as nest-cli.json says, and does nothing when dist is current. */
import { transformFile } from '@swc/core';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const top = dirname(dirname(fileURLToPath(import.meta.url)));

function sources(folder) {
  return readdirSync(join(top, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return sources(path);
    return path.endsWith('.ts') && !path.endsWith('.spec.ts') && !path.endsWith('.fixture.ts') ? [path] : [];
  });
}

/** Builds when a source file, its time or its size differs from the last build. @returns true when it built */
export async function build({ quiet = false } = {}) {
  const nest = JSON.parse(readFileSync(join(top, 'nest-cli.json'), 'utf8'));
  if (nest.compilerOptions.builder !== 'swc') throw new Error('nest-cli.json: only the swc builder is supported');
  const swc = JSON.parse(readFileSync(join(top, '.swcrc'), 'utf8'));
  const files = [...sources(nest.sourceRoot), ...sources('migrations')].sort();
  const stamp = createHash('sha256');
  for (const file of [...files, '.swcrc', 'nest-cli.json', 'package.json']) {
    const { mtimeMs, size } = statSync(join(top, file));
    stamp.update(`${file} ${mtimeMs} ${size}\n`);
  }
  const mark = join(top, 'dist', '.stamp');
  const digest = stamp.digest('hex');
  if (existsSync(mark) && readFileSync(mark, 'utf8') === digest) return false;
  const fresh = join(top, `dist-${process.pid}`);
  const started = Date.now();
  await Promise.all(
    files.map(async (file) => {
      const target = join(fresh, file.replace(/\.ts$/, '.js'));
      const { code, map } = await transformFile(join(top, file), {
        ...swc,
        swcrc: false,
        sourceFileName: relative(dirname(target), join(top, file)),
      });
      mkdirSync(dirname(target), { recursive: true });
      writeFileSync(target, `${code}\n//# sourceMappingURL=${target.split('/').pop()}.map\n`);
      writeFileSync(`${target}.map`, map ?? '');
    }),
  );
  writeFileSync(join(fresh, '.stamp'), digest);
  if (nest.compilerOptions.deleteOutDir) rmSync(join(top, 'dist'), { recursive: true, force: true });
  try {
    renameSync(fresh, join(top, 'dist'));
  } catch {
    rmSync(fresh, { recursive: true, force: true }); // another process built the same at the same moment
  }
  if (!quiet) console.log(`Built ${files.length} files in ${((Date.now() - started) / 1000).toFixed(1)} s.`);
  return true;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await build();
