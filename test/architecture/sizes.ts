/** Why this file exists: how large files, functions and constructors may be. */
import ts from 'typescript';
import { parse, type SourceTree } from './source-tree.js';

export const LIMITS = { fileLines: 300, functionLines: 40, constructorParameters: 5 } as const;

/** What is larger than the limits. Functions are measured outside specs, where a `describe` is one. */
export function sizeViolations(files: SourceTree): string[] {
  const wrong: string[] = [];
  for (const [path, text] of files) {
    const lines = text.split('\n').length - 1;
    if (lines > LIMITS.fileLines) wrong.push(`${path} has ${lines} lines`);
    if (path.endsWith('.spec.ts')) continue;
    const source = parse(path, text);
    const lineOf = (position: number): number => source.getLineAndCharacterOfPosition(position).line;
    const visit = (node: ts.Node): void => {
      if (ts.isFunctionLike(node) && 'body' in node && node.body !== undefined) {
        const length = lineOf(node.getEnd()) - lineOf(node.getStart()) + 1;
        if (length > LIMITS.functionLines)
          wrong.push(`${path}:${lineOf(node.getStart()) + 1} is a function of ${length} lines`);
        if (ts.isConstructorDeclaration(node) && node.parameters.length > LIMITS.constructorParameters)
          wrong.push(`${path}: a constructor has ${node.parameters.length} parameters`);
      }
      ts.forEachChild(node, visit);
    };
    visit(source);
  }
  return wrong;
}

/** Files that do not open with the sentence that says why they exist. */
export function openingViolations(files: SourceTree): string[] {
  return [...files].flatMap(([path, text]) =>
    /^(#!.*\n)?\/\*\*\s*(\*\s*)?Why this file exists: /.test(text) ? [] : [`${path} does not say why it exists`],
  );
}

/** Ways around the compiler and the tests. */
export function escapeViolations(files: SourceTree): string[] {
  const patterns: readonly (readonly [RegExp, string])[] = [
    [/@ts-ignore|@ts-expect-error|@ts-nocheck/, 'a compiler switch'],
    [/^\s*(describe|it|test)\.(skip|only|todo)\b/m, 'a skipped or single test'],
    [/\b(TODO|FIXME)\b/, 'an unfinished word'],
  ];
  return [...files].flatMap(([path, text]) =>
    path.startsWith('test/architecture/')
      ? []
      : [
          ...(usesAny(path, text) ? [`${path} has any`] : []),
          ...patterns.flatMap(([pattern, name]) => (pattern.test(text) ? [`${path} has ${name}`] : [])),
        ],
  );
}

function usesAny(path: string, text: string): boolean {
  const has = (node: ts.Node): boolean =>
    node.kind === ts.SyntaxKind.AnyKeyword || (ts.forEachChild(node, has) ?? false);
  return !path.startsWith('test/') && has(parse(path, text));
}
