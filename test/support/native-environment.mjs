/** Why this file exists: jest's assertions see the same classes as the specs, so that `expect.any(Number)` or an error's class mean the same on both sides. */
import { TestEnvironment } from 'jest-environment-node';

const CLASSES = [
  ...['Object', 'Function', 'Array', 'String', 'Number', 'Boolean', 'Symbol', 'BigInt', 'Date', 'RegExp', 'Promise'],
  ...['Map', 'Set', 'WeakMap', 'WeakSet', 'Error', 'TypeError', 'RangeError', 'SyntaxError', 'AggregateError'],
];

export default class NativeEnvironment extends TestEnvironment {
  constructor(...args) {
    super(...args);
    for (const name of CLASSES) this.global[name] = globalThis[name];
  }
}
