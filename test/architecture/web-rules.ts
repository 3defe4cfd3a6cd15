/** Why this file exists: the rules of the web app's sources that can be told by reading them. */
import ts from 'typescript';
import { importsOf, parse, type SourceTree } from './source-tree.js';

/** Longest component, its markup included, in lines. */
export const LONGEST_FUNCTION = 110;

/** Words written straight into the markup or into an attribute that is read out, past the texts that can be translated. */
export function literalTexts(files: SourceTree): string[] {
  const wrong: string[] = [];
  for (const [path, text] of files) {
    if (!path.endsWith('.tsx')) continue;
    const source = parse(path, text);
    const tell = (node: ts.Node, words: string): void => {
      const line = source.getLineAndCharacterOfPosition(node.getStart()).line + 1;
      wrong.push(`${path}:${line} says "${words.trim().slice(0, 40)}" itself`);
    };
    const visit = (node: ts.Node): void => {
      if (ts.isJsxText(node) && /\p{L}{2,}/u.test(node.text) && !isKey(node)) tell(node, node.text);
      if (
        ts.isJsxAttribute(node) &&
        isReadOut(node) &&
        node.initializer !== undefined &&
        ts.isStringLiteral(node.initializer)
      )
        if (/\p{L}{2,}/u.test(node.initializer.text)) tell(node, node.initializer.text);
      ts.forEachChild(node, visit);
    };
    visit(source);
  }
  return wrong;
}

const isReadOut = (node: ts.JsxAttribute): boolean =>
  ['aria-label', 'title', 'label', 'placeholder', 'alt', 'description'].includes(node.name.getText());

/** The names of keys and of the product are the same in every language. */
const isKey = (node: ts.JsxText): boolean =>
  /^\s*Twinladder\s*$/.test(node.text) ||
  (ts.isJsxElement(node.parent) && node.parent.openingElement.tagName.getText() === 'kbd');

/** `app` and `ui` stand below the features; only the list of routes and the sign-in know them. */
export function upwardImports(files: SourceTree): string[] {
  const wrong: string[] = [];
  for (const [path, text] of files) {
    const layer = /^web\/src\/(app|ui)\//.exec(path)?.[1];
    if (layer === undefined || path === 'web/src/app/routes.ts') continue;
    for (const { path: target } of importsOf(path, text)) {
      const other = target === null ? undefined : /^web\/src\/([^/]+)\//.exec(target)?.[1];
      const allowed = ['app', 'ui', 'gql', ...(layer === 'app' ? ['identity'] : [])];
      if (other !== undefined && !allowed.includes(other)) wrong.push(`${path} imports ${target ?? ''}`);
    }
  }
  return wrong;
}

/** Functions longer than the limit; a component counts with its markup. */
export function longFunctions(files: SourceTree): string[] {
  const wrong: string[] = [];
  for (const [path, text] of files) {
    if (path.includes('/e2e/') || path.endsWith('.spec.ts')) continue;
    const source = parse(path, text);
    const lineOf = (position: number): number => source.getLineAndCharacterOfPosition(position).line;
    const visit = (node: ts.Node): void => {
      if (ts.isFunctionLike(node) && 'body' in node && node.body !== undefined) {
        const length = lineOf(node.getEnd()) - lineOf(node.getStart()) + 1;
        if (length > LONGEST_FUNCTION)
          wrong.push(`${path}:${lineOf(node.getStart()) + 1} is a function of ${length} lines`);
      }
      ts.forEachChild(node, visit);
    };
    visit(source);
  }
  return wrong;
}

/** Ways around the content security policy and around React's escaping. */
export function unsafeMarkup(files: SourceTree): string[] {
  return [...files].flatMap(([path, text]) =>
    /dangerouslySetInnerHTML|\.innerHTML\b|insertAdjacentHTML|<style[\s>]/.test(text) ? [path] : [],
  );
}
