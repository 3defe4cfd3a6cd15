/** Why this file exists: a link to an address that is put together from a record, like a palette entry or another feature's page. */
import type { ComponentProps, ReactNode } from 'react';
import { Link } from '@tanstack/react-router';

type GoProps = Omit<ComponentProps<'a'>, 'href'> & { readonly to: string };

/** @param to an address inside the app, with its search part if it has one */
export function Go({ to, ...rest }: GoProps): ReactNode {
  const [path, search] = to.split('?', 2);
  const values = search === undefined ? undefined : Object.fromEntries(new URLSearchParams(search));
  const link = { ...rest, to: path, search: values } as unknown as ComponentProps<typeof Link>; // the address is known only when it is drawn
  return <Link {...link} />;
}
