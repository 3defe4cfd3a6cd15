/** Why this file exists: the frame around every page: navigation, breadcrumb, search, notices, keys, connection. */
import { useState, type ReactNode } from 'react';
import { Menu, useComputedColorScheme, useMantineColorScheme } from '@mantine/core';
import {
  IconKeyboard,
  IconLogout,
  IconMenu2,
  IconMoon,
  IconPlugConnectedX,
  IconSearch,
  IconSun,
  IconUserCircle,
} from '@tabler/icons-react';
import { Link, Outlet, useNavigate } from '@tanstack/react-router';
import { Avatar } from '../ui/avatar.js';
import { Logo } from '../ui/logo.js';
import { useConnected } from './connection.js';
import { useCoreTexts } from './core-texts.js';
import { useCrumbs } from './crumbs.js';
import { useKeys } from './keys.js';
import { loadedLater } from './later.js';
import { navigationFor } from './navigation.js';
import { Notices, useWaiting, type Waiting } from './notices.js';
import { useSession } from './session.js';

const MenuDrawer = loadedLater(async () => (await import('./menu-drawer.js')).MenuDrawer);
const Palette = loadedLater(async () => (await import('./palette.js')).Palette);
const KeysWindow = loadedLater(async () => (await import('./keys-window.js')).KeysWindow);

export function Shell(): ReactNode {
  const t = useCoreTexts();
  const connected = useConnected();
  const waiting = useWaiting();
  const [menu, setMenu] = useState(false);
  const [keys, setKeys] = useState(false);
  const [searches, setSearches] = useState(0);
  const search = (): void => setSearches((n) => n + 1);
  useShellKeys(() => setKeys(true), search);
  return (
    <div className="shell">
      <a className="skip" href="#main">
        {t('skip')}
      </a>
      <aside className="side" aria-label={t('workspace')}>
        <Side waiting={waiting} onSearch={search} />
      </aside>
      <div className="main">
        <header className="top">
          <button
            type="button"
            className="icon-button menu-button"
            aria-label={t('openMenu')}
            onClick={() => setMenu(true)}
          >
            <IconMenu2 />
          </button>
          <Crumbs />
          <div className="top-right">
            <SchemeButton />
            <button type="button" className="icon-button" aria-label={t('keys')} onClick={() => setKeys(true)}>
              <IconKeyboard />
            </button>
            <Notices waiting={waiting} />
          </div>
        </header>
        <div role="status" aria-live="polite">
          {connected ? null : (
            <div className="banner offline">
              <IconPlugConnectedX size={17} aria-hidden />
              <span>{t('offlineBanner')}</span>
            </div>
          )}
        </div>
        <main id="main" className="scroll" tabIndex={-1}>
          <Outlet />
        </main>
      </div>
      {menu ? (
        <MenuDrawer onClose={() => setMenu(false)}>
          <Side
            waiting={waiting}
            onSearch={() => {
              setMenu(false);
              search();
            }}
            onGo={() => setMenu(false)}
          />
        </MenuDrawer>
      ) : null}
      {searches === 0 ? null : <Palette searches={searches} />}
      {keys ? <KeysWindow onClose={() => setKeys(false)} /> : null}
    </div>
  );
}

function useShellKeys(showKeys: () => void, search: () => void): void {
  const t = useCoreTexts();
  const session = useSession();
  const navigate = useNavigate();
  const items = navigationFor(session).flatMap((g) => g.items);
  useKeys([
    { keys: 'Mod+k', label: t('keySearch'), run: search, whileTyping: true, everywhere: true },
    { keys: '?', label: t('keyHelp'), run: showKeys, everywhere: true },
    ...items.map((i) => ({
      keys: `g ${i.letter}`,
      label: t(i.label),
      run: () => void navigate({ to: i.to }),
      everywhere: true,
    })),
  ]);
}

interface SideProps {
  readonly waiting: Waiting;
  readonly onSearch: () => void;
  readonly onGo?: () => void;
}

function Side({ waiting, onSearch, onGo }: SideProps): ReactNode {
  const t = useCoreTexts();
  const session = useSession();
  return (
    <>
      <Link to="/" className="brand" onClick={onGo}>
        <Logo />
        {t('product')}
      </Link>
      <button type="button" className="search-button" onClick={onSearch} aria-label={t('searchOrJump')}>
        <IconSearch size={15} stroke={1.7} aria-hidden />
        {t('searchOrJump')}
        <kbd aria-hidden>Ctrl K</kbd>
      </button>
      <nav aria-label={t('mainNavigation')}>
        {navigationFor(session).map((group) => (
          <div key={group.label}>
            <div className="nav-group" id={`nav-${group.label}`}>
              {t(group.label)}
            </div>
            <ul className="nav-list" aria-labelledby={`nav-${group.label}`}>
              {group.items.map((item) => (
                <li key={item.to}>
                  <Link
                    to={item.to}
                    className="nav-link"
                    title={t(item.label)}
                    activeOptions={{ exact: item.to === '/' }}
                    onClick={onGo}
                  >
                    <item.icon aria-hidden />
                    <span>{t(item.label)}</span>
                    {waiting.counts[item.to] === undefined || waiting.counts[item.to] === 0 ? null : (
                      <span className="count">{waiting.counts[item.to]}</span>
                    )}
                  </Link>
                </li>
              ))}
            </ul>
          </div>
        ))}
      </nav>
      <Account onGo={onGo} />
    </>
  );
}

function Account({ onGo }: { readonly onGo: (() => void) | undefined }): ReactNode {
  const t = useCoreTexts();
  const { member, person, signOut } = useSession();
  return (
    <Menu position="top-start" width={220}>
      <Menu.Target>
        <button type="button" className="who" aria-label={`${t('account')}: ${member.displayName}`}>
          <Avatar name={member.displayName} size={26} />
          <span>
            <b>{member.displayName}</b>
            <small>{person?.jobRoleVersion?.title ?? member.headline}</small>
          </span>
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          component={Link}
          to="/account"
          leftSection={<IconUserCircle size={16} stroke={1.6} />}
          onClick={onGo}
        >
          {t('account')}
        </Menu.Item>
        <Menu.Item leftSection={<IconLogout size={16} stroke={1.6} />} onClick={() => void signOut()}>
          {t('signOut')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

function SchemeButton(): ReactNode {
  const t = useCoreTexts();
  const { setColorScheme } = useMantineColorScheme();
  const scheme = useComputedColorScheme('light');
  const dark = scheme === 'dark';
  return (
    <button
      type="button"
      className="icon-button"
      aria-label={dark ? t('useLight') : t('useDark')}
      onClick={() => setColorScheme(dark ? 'light' : 'dark')}
    >
      {dark ? <IconSun /> : <IconMoon />}
    </button>
  );
}

function Crumbs(): ReactNode {
  const t = useCoreTexts();
  const crumbs = useCrumbs();
  return (
    <nav className="crumbs" aria-label={t('breadcrumb')}>
      <ol>
        {crumbs.map((crumb, i) => (
          <li key={`${crumb.label}${i}`} aria-current={i === crumbs.length - 1 ? 'page' : undefined}>
            {crumb.to === undefined ? crumb.label : <Link to={crumb.to}>{crumb.label}</Link>}
          </li>
        ))}
      </ol>
    </nav>
  );
}
