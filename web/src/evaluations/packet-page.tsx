/** Why this file exists: page. */
import type { ReactNode } from 'react';
export function PacketPage(): ReactNode {
  return null;
}
