/** Why this file exists: the face of the frameworks module; nothing else of it may be imported. */
export * from './domain/framework.js';
