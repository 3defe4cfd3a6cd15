/** Why this file exists: the rules of the web app's sources hold, and each is seen to fail once. */
import { escapeViolations, LIMITS, openingViolations } from './sizes.js';
import { sourceTree, tree } from './source-tree.js';
import { literalTexts, LONGEST_FUNCTION, longFunctions, unsafeMarkup, upwardImports } from './web-rules.js';

const files = new Map(
  [...sourceTree(['web/src', 'web/e2e', 'web/screens'])].filter(([path]) => !path.startsWith('web/src/gql/')),
);

describe('the sources of the web app', () => {
  it('are there', () => {
    expect(files.size).toBeGreaterThan(30);
    expect([...files.keys()].some((path) => path.endsWith('.tsx'))).toBe(true);
  });

  it('open with the sentence that says why the file exists', () => {
    expect(openingViolations(files)).toEqual([]);
    expect(openingViolations(tree({ 'web/src/x.tsx': 'export {};' }))).toHaveLength(1);
  });

  it('have files that fit on a few screens', () => {
    const long = (sources: ReadonlyMap<string, string>): string[] =>
      [...sources].filter(([, text]) => text.split('\n').length - 1 > LIMITS.fileLines).map(([path]) => path);
    expect(long(files)).toEqual([]);
    expect(long(tree({ 'web/src/x.ts': '\n'.repeat(301) }))).toHaveLength(1);
  });

  it('have components that are split before they grow long', () => {
    expect(longFunctions(files)).toEqual([]);
    const long = `export function X() {${'\n'.repeat(LONGEST_FUNCTION)}}`;
    expect(longFunctions(tree({ 'web/src/x.tsx': long }))).toHaveLength(1);
  });

  it('do not step around the compiler', () => {
    expect(escapeViolations(files)).toEqual([]);
    expect(escapeViolations(tree({ 'web/src/x.ts': 'export const x: any = 1;' }))).toHaveLength(1);
  });

  it('say nothing past the texts that can be translated', () => {
    expect(literalTexts(files)).toEqual([]);
    const markup = 'export const X = () => <p aria-label="Close it">Good day</p>;';
    expect(literalTexts(tree({ 'web/src/x.tsx': markup }))).toHaveLength(2);
  });

  it('keep the frame below the features', () => {
    expect(upwardImports(files)).toEqual([]);
    expect(upwardImports(tree({ 'web/src/ui/x.ts': "import { y } from '../growth/y.js';" }))).toHaveLength(1);
  });

  it('write no markup past the policy', () => {
    expect(unsafeMarkup(files)).toEqual([]);
    expect(unsafeMarkup(tree({ 'web/src/x.tsx': '<p dangerouslySetInnerHTML={x} />' }))).toHaveLength(1);
  });
});
