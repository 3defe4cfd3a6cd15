import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { parse } from 'yaml';
import { checkLibrary } from './check-library.js';
import { SHIPPED_TEXTS } from './library.fixture.js';
import { parseLibrary } from './parse-library.js';
let seed = Number(process.env['SEED'] ?? 1);
const rnd = (n: number) => { seed = (seed * 1103515245 + 12345) % 2147483648; return Math.floor((seed / 2147483648) * n); };
const raw: any = Object.fromEntries(Object.entries(SHIPPED_TEXTS).map(([n, t]) => [n, parse(t)]));
const strings: string[] = [];
const places: [string, any[]][] = [];
for (const f of Object.keys(raw)) (function walk(v: any, p: any[]) { places.push([f, p]); if (typeof v === 'string' && /^[a-z0-9-]+$/.test(v)) strings.push(v); if (v && typeof v === 'object') for (const k of Object.keys(v)) walk(v[k], [...p, k]); })(raw[f], []);
test('diff', () => {
  const out: string[] = [];
  let both = 0, none = 0;
  for (let i = 0; i < 250; i++) {
    const c = JSON.parse(JSON.stringify(raw));
    const [f, p] = places[rnd(places.length)]!;
    if (p.length === 0) continue;
    let o = c[f]; for (const k of p.slice(0, -1)) o = o[k];
    const k = p.at(-1); const v = o[k]; let what = '';
    const mode = rnd(3);
    if (mode === 0) { if (Array.isArray(o)) o.splice(Number(k), 1); else delete o[k]; what = 'delete'; }
    else if (mode === 1 && Array.isArray(o)) { o.push(JSON.parse(JSON.stringify(v))); what = 'dup'; }
    else if (typeof v === 'number') { o[k] = v + rnd(7) - 3; what = `num ${v}->${o[k]}`; }
    else if (typeof v === 'boolean') { o[k] = !v; what = 'flip'; }
    else if (typeof v === 'string' && /^[a-z0-9-]+$/.test(v)) { o[k] = strings[rnd(strings.length)]; what = `str ${v}->${o[k]}`; }
    else if (typeof v === 'string') { o[k] = 'x'; what = 'short'; }
    else { o[k] = Array.isArray(v) ? [] : {}; what = 'empty'; }
    mkdirSync('/tmp/scratch/chk/lib', { recursive: true });
    const files: Record<string, string> = {};
    for (const n of Object.keys(c)) { files[n] = JSON.stringify(c[n], null, 1); writeFileSync(`/tmp/scratch/chk/lib/${n}`, files[n]!); }
    const theirs = spawnSync('node', ['/tmp/scratch/chk/check.mjs', '/tmp/scratch/chk/lib'], { encoding: 'utf8' });
    const { library, errors } = parseLibrary(files);
    const found = [...errors, ...(library ? checkLibrary(library) : [])];
    const mineBad = found.length > 0; const theirsBad = theirs.status !== 0 || /warning:/.test(theirs.stdout);
    if (mineBad && theirsBad) both++; else if (!mineBad && !theirsBad) none++;
    else out.push(`${mineBad ? 'ONLY MINE ' : 'ONLY THEIRS '} ${f} ${p.join('.')} ${what} :: ${mineBad ? JSON.stringify(found[0]) : theirs.stderr.slice(0, 300)}`);
  }
  console.log(both, none, out.length + '\n' + out.join('\n'));
}, 900000);
