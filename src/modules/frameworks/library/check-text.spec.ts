/** Why this file exists: each check of the texts is shown to speak when it should, and to stay silent on ordinary writing. */
import { checkTexts } from './check-text.js';
import { SHIPPED_TEXTS } from './texts.fixture.js';

const machinePath = (line: number) => ({
  severity: 'ERROR',
  path: `skills.yaml:${line}`,
  message: 'path of one machine: name the thing, not where it lies',
});

describe('checks of texts', () => {
  it('are silent on the shipped files', () => {
    expect(checkTexts(SHIPPED_TEXTS)).toEqual([]);
  });

  it('report a tab by its line', () => {
    expect(checkTexts({ 'skills.yaml': 'version: 1\n\tskills: []\n' })).toEqual([
      { severity: 'ERROR', path: 'skills.yaml:2', message: 'tab character: indent with spaces' },
    ]);
  });

  it.each(['name: /opt/data/x', '/srv/x', 'name: "/opt/x"', 'see (/var/x)', 'name: C:\\data'])(
    'report the path in %s',
    (line) => {
      expect(checkTexts({ 'skills.yaml': `\n${line}` })).toEqual([machinePath(2)]);
    },
  );

  it.each(['https://example.org/a/b', 'ISO/IEC 42001', 'and/or', '1 / 2 / 3', 'level 3: a/b/c'])(
    'are silent about %s',
    (line) => {
      expect(checkTexts({ 'skills.yaml': line })).toEqual([]);
    },
  );
});
