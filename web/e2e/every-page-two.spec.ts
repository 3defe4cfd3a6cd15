/** Why this file exists: the walk over the second half of all pages; two halves, so that two workers share the work. */
import { walk } from './every-page.ts';
import { PAGES } from './pages.ts';
import { test } from './support.ts';

test.use({ story: 'every-page-two' });
walk(PAGES.slice(Math.ceil(PAGES.length / 2)));
