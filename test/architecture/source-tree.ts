/** Why this file exists: the source files of the project as text, for rules that read them. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

/** Path below the project (with /) → text. */
export type SourceTree = ReadonlyMap<string, string>;

export const projectFolder = join(import.meta.dirname, '..', '..');

/** All TypeScript files, with and without markup, below the given folders of the project. */
export function sourceTree(folders: readonly string[]): SourceTree {
  const files = new Map<string, string>();
  const visit = (folder: string): void => {
    for (const entry of readdirSync(join(projectFolder, folder), { withFileTypes: true })) {
      const path = `${folder}/${entry.name}`;
      if (entry.isDirectory()) visit(path);
      else if (/\.tsx?$/.test(path)) files.set(path, readFileSync(join(projectFolder, path), 'utf8'));
    }
  };
  folders.forEach(visit);
  return files;
}

/** A few invented files, for showing that a rule fails when it should. */
export const tree = (files: Readonly<Record<string, string>>): SourceTree => new Map(Object.entries(files));

export const parse = (path: string, text: string): ts.SourceFile =>
  ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true);

export interface Import {
  /** As written. */
  readonly from: string;
  /** Path below the project when it is a file of ours, else `null`. */
  readonly path: string | null;
  /** True when nothing of it is left at run time. */
  readonly isType: boolean;
}

/** Every import and re-export of a file, type imports and dynamic ones included. */
export function importsOf(path: string, text: string): Import[] {
  const found: Import[] = [];
  const add = (from: string, isType: boolean): void => {
    found.push({ from, path: from.startsWith('.') ? resolve(path, from) : null, isType });
  };
  const visit = (node: ts.Node): void => {
    if (
      (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) &&
      node.moduleSpecifier &&
      ts.isStringLiteral(node.moduleSpecifier)
    )
      add(node.moduleSpecifier.text, isTypeOnly(node));
    if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      const [argument] = node.arguments;
      if (argument !== undefined && ts.isStringLiteral(argument)) add(argument.text, false);
    }
    ts.forEachChild(node, visit);
  };
  visit(parse(path, text));
  return found;
}

function isTypeOnly(node: ts.ImportDeclaration | ts.ExportDeclaration): boolean {
  if (ts.isExportDeclaration(node)) return node.isTypeOnly;
  const clause = node.importClause;
  if (clause === undefined) return false;
  const named = clause.namedBindings;
  const onlyTypes =
    named !== undefined &&
    ts.isNamedImports(named) &&
    clause.name === undefined &&
    named.elements.every((e) => e.isTypeOnly);
  return clause.phaseModifier === ts.SyntaxKind.TypeKeyword || onlyTypes;
}

function resolve(file: string, from: string): string {
  const parts = file.split('/').slice(0, -1);
  for (const step of from.split('/')) {
    if (step === '..') parts.pop();
    else if (step !== '.') parts.push(step);
  }
  return parts.join('/').replace(/\.js$/, '.ts');
}
