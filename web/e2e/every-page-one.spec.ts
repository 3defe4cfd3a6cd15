/** Why this file exists: the walk over the first half of all pages; two halves, so that two workers share the work. */
import { walk } from './every-page.ts';
import { PAGES } from './pages.ts';

walk(PAGES.slice(0, Math.ceil(PAGES.length / 2)));
