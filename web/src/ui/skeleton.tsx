/** Why this file exists: grey boxes of the final layout's size while an answer is on its way. */
import type { ReactNode } from 'react';

/** @param height CSS pixels */
export const Block = ({
  height,
  width = '100%',
}: {
  readonly height: number;
  readonly width?: number | string;
}): ReactNode => <div className="skeleton" style={{ height, width }} />;

/** A heading and a few panels; pages with another shape bring their own. */
export function PageSkeleton(): ReactNode {
  return (
    <div className="page">
      <Block height={30} width={280} />
      <div style={{ height: 10 }} />
      <Block height={18} width={420} />
      <div style={{ height: 26 }} />
      <Block height={180} />
      <div style={{ height: 16 }} />
      <Block height={240} />
    </div>
  );
}
