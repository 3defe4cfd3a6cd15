/** Why this file exists: `?` shows every key that works here, and lets single-key shortcuts be switched off. */
import type { ReactNode } from 'react';
import { Modal, Switch } from '@mantine/core';
import { useKeysTexts } from './keys-window.texts.js';
import { boundKeys, setSingleKeys, useSingleKeys, type KeyBinding } from './keys.js';

export function KeysWindow({ onClose }: { readonly onClose: () => void }): ReactNode {
  const t = useKeysTexts();
  const single = useSingleKeys();
  const bound = boundKeys();
  const here = bound.filter((b) => b.everywhere !== true);
  return (
    <Modal opened onClose={onClose} title={t('title')} size="md">
      {here.length === 0 ? null : (
        <>
          <h3>{t('here')}</h3>
          <KeyTable bindings={here} />
        </>
      )}
      <h3>{t('everywhere')}</h3>
      <KeyTable bindings={bound.filter((b) => b.everywhere === true)} />
      <Switch
        checked={single}
        onChange={(event) => setSingleKeys(event.currentTarget.checked)}
        label={t('single')}
        description={t('singleHint')}
      />
    </Modal>
  );
}

const SHOWN: Readonly<Record<string, string>> = {
  Mod: 'Ctrl',
  ArrowRight: '→',
  ArrowLeft: '←',
  ArrowUp: '↑',
  ArrowDown: '↓',
  Escape: 'Esc',
};

/** `Mod+Enter` as Ctrl Enter, `g h` as G H. */
export function Keys({ keys }: { readonly keys: string }): ReactNode {
  const parts = keys.split(/[+ ]/).map((k) => SHOWN[k] ?? (k.length === 1 ? k.toUpperCase() : k));
  return parts.map((p, i) => <kbd key={i}>{p}</kbd>);
}

export function KeyTable({ bindings }: { readonly bindings: readonly KeyBinding[] }): ReactNode {
  return (
    <dl className="key-table">
      {bindings.map((b) => (
        <div key={`${b.keys}${b.label}`} style={{ display: 'contents' }}>
          <dt>
            <Keys keys={b.keys} />
          </dt>
          <dd>{b.label}</dd>
        </div>
      ))}
    </dl>
  );
}
