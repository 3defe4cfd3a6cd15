/** Why this file exists: the same browser and server as the tests, for taking pictures. */
import { defineConfig } from '@playwright/test';
import tests from './playwright.config.ts';

export default defineConfig({ ...tests, testDir: 'screens', globalSetup: './e2e/prepare.ts', reporter: [['line']] });
