/** Why this file exists: the types of the plugin for vite.config.ts. */
import type { Plugin } from 'vite';
export function graphqlDocuments(): Plugin;
export function generate(): Promise<void>;
