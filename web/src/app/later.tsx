/** Why this file exists: parts that the first page does not need are loaded when the browser is idle, so that they are there when the server is not. */
import { Component, lazy, Suspense, type ComponentType, type ReactNode } from 'react';
import { lostConnection } from './connection.js';

const whenIdle = (work: () => void): void => {
  if ('requestIdleCallback' in window) requestIdleCallback(work, { timeout: 4_000 });
  else setTimeout(work, 1_500);
};

/** A component whose code is fetched in an idle moment after the page has loaded, or at once when it is drawn before. */
export function loadedLater<Props extends object>(load: () => Promise<ComponentType<Props>>): ComponentType<Props> {
  let module: Promise<{ default: ComponentType<Props> }> | undefined;
  const get = (): Promise<{ default: ComponentType<Props> }> => {
    module ??= load().then(
      (component) => ({ default: component }),
      (error: unknown) => {
        module = undefined; // asked again the next time
        throw error;
      },
    );
    return module;
  };
  const fetchIdly = (): void => whenIdle(() => void get().catch(() => undefined));
  if (document.readyState === 'complete') fetchIdly();
  else addEventListener('load', fetchIdly);
  let Part: ComponentType<Props> = lazy(get);
  return function Later(props: Props): ReactNode {
    return (
      <Guard onFailure={() => (Part = lazy(get) as unknown as ComponentType<Props>)}>
        <Suspense>
          <Part {...props} />
        </Suspense>
      </Guard>
    );
  };
}

/** A part that cannot be fetched is left out; the page around it stays. */
class Guard extends Component<
  { readonly children: ReactNode; readonly onFailure: () => void },
  { readonly failed: boolean }
> {
  override state = { failed: false };
  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true };
  }
  override componentDidCatch(): void {
    lostConnection();
    this.props.onFailure();
  }
  override render(): ReactNode {
    return this.state.failed ? null : this.props.children;
  }
}

/** A part of a page, fetched when it is first drawn: a tab, a drawer, a dialog. */
export function fetchedWhenDrawn<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
): (props: Props) => ReactNode {
  const Part: ComponentType<Props> = lazy(async () => ({ default: await load() }));
  return function WhenDrawn(props: Props): ReactNode {
    return (
      <Suspense>
        <Part {...props} />
      </Suspense>
    );
  };
}
