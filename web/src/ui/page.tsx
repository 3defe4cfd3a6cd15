/** Why this file exists: the head of every page: its one h1, its place in the breadcrumb, its title in the window, its actions. */
import { useEffect, type ReactNode } from 'react';
import { setCrumbs, type Crumb } from '../app/crumbs.js';

interface PageProps {
  readonly title: string;
  /** The pages above this one, from the top. */
  readonly crumbs?: readonly Crumb[];
  /** One or two lines below the title. */
  readonly lead?: ReactNode;
  readonly actions?: ReactNode;
  /** Before the title, like an avatar. */
  readonly mark?: ReactNode;
  /** `full` takes the whole window: matrix, scorecard. */
  readonly width?: 'text' | 'wide' | 'full';
  readonly children: ReactNode;
}

export function Page({ title, crumbs, lead, actions, mark, width = 'wide', children }: PageProps): ReactNode {
  usePageTitle(title, crumbs);
  return (
    <div className={`page ${width}`}>
      <header className="page-head">
        {mark}
        <div className="page-title">
          <h1>{title}</h1>
          {lead === undefined || lead === null ? null : <div className="page-lead">{lead}</div>}
        </div>
        {actions === undefined || actions === null ? null : <div className="page-actions noprint">{actions}</div>}
      </header>
      {children}
    </div>
  );
}

/** For pages that draw their own head. */
export function usePageTitle(title: string, crumbs: readonly Crumb[] = []): void {
  const path = JSON.stringify(crumbs);
  useEffect(() => {
    document.title = `${title} · Twinladder`;
    setCrumbs([...(JSON.parse(path) as Crumb[]), { label: title }]);
  }, [title, path]);
}
