/** Why this file exists: the key that signs heads is a file of the operator's, made by one command and readable by its owner only. */
import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { OperatorError } from '../../platform/outcome/operator-error.js';

const codeOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';

/** Makes a new key (Ed25519, PKCS #8, PEM); a file that is there is never replaced. */
export function makeHeadKey(file: string): KeyObject {
  const { privateKey } = generateKeyPairSync('ed25519');
  try {
    writeFileSync(file, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if (codeOf(error) === 'EEXIST')
      throw new OperatorError(`The file ${file} is there already: a key is never replaced, choose another name.`);
    throw new OperatorError(`The file ${file} cannot be written: choose a folder of your own.`);
  }
  return privateKey;
}

function readKey(file: string, read: (pem: Buffer) => KeyObject, kind: string): KeyObject {
  let pem: Buffer;
  try {
    pem = readFileSync(file);
  } catch {
    throw new OperatorError(`The ${kind} key ${file} cannot be read: name the file, and let this user read it.`);
  }
  try {
    const key = read(pem);
    if (key.asymmetricKeyType === 'ed25519') return key;
  } catch {
    // said below, for a key of another kind alike
  }
  throw new OperatorError(`The file ${file} is not a ${kind} Ed25519 key: make one by twinladder audit-heads key.`);
}

export const readPrivateKey = (file: string): KeyObject => readKey(file, (pem) => createPrivateKey(pem), 'private');
export const readPublicKey = (file: string): KeyObject => readKey(file, (pem) => createPublicKey(pem), 'public');
/** The public half of a key, PEM. */
export const publicPem = (key: KeyObject): string =>
  (key.type === 'private' ? createPublicKey(key) : key).export({ type: 'spki', format: 'pem' }).toString();
