/** Why this file exists: a folder is read whole, its faults are told together, and its hash follows the text and nothing else. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SHIPPED } from './library.fixture.js';
import { contentHash, readLibrary } from './read-library.js';
import { LIBRARY_DIR, rewritten, SHIPPED_TEXTS } from './texts.fixture.js';

describe('reading a folder', () => {
  let dir = '';
  beforeEach(async () => {
    dir = await mkdtemp(join(tmpdir(), 'library-'));
  });
  afterEach(async () => {
    await rm(dir, { recursive: true });
  });
  const write = (files: Readonly<Record<string, string>>) =>
    Promise.all(Object.entries(files).map(([name, text]) => writeFile(join(dir, name), text)));

  it('gives the shipped library without a finding', async () => {
    const read = await readLibrary(LIBRARY_DIR);
    expect(read.findings).toEqual([]);
    expect(read.library).toEqual(SHIPPED);
    expect(read.contentHash).toBe(contentHash(SHIPPED_TEXTS));
  });

  it('leaves other files than YAML alone', async () => {
    await write({ ...SHIPPED_TEXTS, 'README.md': '\tnotes\n' });
    expect((await readLibrary(dir)).findings).toEqual([]);
  });

  it('gives the library also when its entries do not fit together, with the findings', async () => {
    await write(rewritten('skills.yaml', 'category: data-engineering', 'category: nowhere'));
    const { library, findings } = await readLibrary(dir);
    expect(library).not.toBeNull();
    expect(findings).toContainEqual({
      severity: 'ERROR',
      path: 'skills.yaml:skills.data-sourcing.category',
      message: 'unknown category nowhere',
    });
  });

  it('gives no library when a shape is wrong, and tells the faults of the text beside those of the shape', async () => {
    await write(rewritten('skills.yaml', 'version: 1', 'version: 2 #\tno'));
    const { library, findings } = await readLibrary(dir);
    expect(library).toBeNull();
    expect(findings.map((one) => one.path)).toEqual(['skills.yaml:6', 'skills.yaml:version']);
  });

  it('reports all seven files of an empty folder as missing', async () => {
    const { library, findings } = await readLibrary(dir);
    expect(library).toBeNull();
    expect(findings.map((one) => one.message)).toEqual(Array<string>(7).fill('the file is missing'));
  });

  it('throws when the folder is not there', async () => {
    await expect(readLibrary(join(dir, 'nowhere'))).rejects.toThrow('ENOENT');
  });

  it('reads files with the line ends of another system', async () => {
    await write(Object.fromEntries(Object.entries(SHIPPED_TEXTS).map(([n, t]) => [n, t.replaceAll('\n', '\r\n')])));
    const { findings, contentHash: hash } = await readLibrary(dir);
    expect(findings).toEqual([]);
    expect(hash).toBe(contentHash(SHIPPED_TEXTS));
  });
});

describe('the hash of the content', () => {
  const hash = contentHash(SHIPPED_TEXTS);

  it('is 64 digits of hex', () => {
    expect(hash).toMatch(/^[0-9a-f]{64}$/);
  });

  it('does not depend on the order in which files are given', () => {
    expect(contentHash(Object.fromEntries(Object.entries(SHIPPED_TEXTS).toReversed()))).toBe(hash);
  });

  it('does not depend on line ends or a byte-order mark', () => {
    const text = SHIPPED_TEXTS['skills.yaml'] ?? '';
    expect(contentHash({ ...SHIPPED_TEXTS, 'skills.yaml': `\uFEFF${text.replaceAll('\n', '\r\n')}` })).toBe(hash);
  });

  it.each(Object.keys(SHIPPED_TEXTS))('changes with one letter of %s', (file) => {
    expect(contentHash({ ...SHIPPED_TEXTS, [file]: `${SHIPPED_TEXTS[file] ?? ''}#` })).not.toBe(hash);
  });

  it('changes when text moves from one file to the next', () => {
    const here = contentHash({ 'references.yaml': 'ab', 'evidence.yaml': 'c' });
    expect(contentHash({ 'references.yaml': 'a', 'evidence.yaml': 'bc' })).not.toBe(here);
  });
});
