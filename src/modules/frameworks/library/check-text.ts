/** Why this file exists: faults that only the text of a file shows: tabs, and paths of somebody's machine. */
import { error, when, type Finding } from './finding.js';

const ABSOLUTE_PATH = /(^|[\s"'(])(\/[A-Za-z][\w.-]*\/|[A-Za-z]:\\)/;

const lineFindings = (
  files: Readonly<Record<string, string>>,
  isFaulty: (line: string) => boolean,
  message: string,
): readonly Finding[] =>
  Object.entries(files).flatMap(([file, text]) =>
    text.split('\n').flatMap((line, n) => when(isFaulty(line), () => error(`${file}:${n + 1}`, message))),
  );

export const tabs = (files: Readonly<Record<string, string>>): readonly Finding[] =>
  lineFindings(files, (line) => line.includes('\t'), 'tab character: indent with spaces');

export const absolutePaths = (files: Readonly<Record<string, string>>): readonly Finding[] =>
  lineFindings(files, (line) => ABSOLUTE_PATH.test(line), 'path of one machine: name the thing, not where it lies');

/** Both checks over the texts by file name; paths of the findings are `file:line`, lines counted from 1. */
export const checkTexts = (files: Readonly<Record<string, string>>): readonly Finding[] => [
  ...tabs(files),
  ...absolutePaths(files),
];
