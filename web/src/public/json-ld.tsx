/** Why this file exists: an advert tells search engines what it is. The element holds data, which no browser runs and no policy has to allow. */
import type { ReactNode } from 'react';

export const JsonLd = ({ children }: { readonly children: string }): ReactNode => (
  <script type="application/ld+json">{children}</script>
);
