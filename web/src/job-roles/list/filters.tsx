/** Why this file exists: narrows the list of job roles; what is chosen stands in the address. */
import { useEffect, useState, type ReactNode, type RefObject } from 'react';
import { NativeSelect, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { STATES, stateWord, TRACKS, trackWord } from '../words.js';
import { useJobRoleTexts } from '../job-roles.texts.js';
import { listSearch } from '../search.js';
import { useListTexts } from './list.texts.js';
import styles from './list.module.css';

const PAUSE = 250;

export function Filters({ field }: { readonly field: RefObject<HTMLInputElement | null> }): ReactNode {
  const t = useListTexts();
  const words = useJobRoleTexts();
  const search = useSearch({ from: '/job-roles' });
  const navigate = useNavigate({ from: '/job-roles' });
  const [text, setText] = useState(search.text ?? '');
  const shown = search.text ?? '';
  const [last, setLast] = useState(shown);
  if (last !== shown) {
    setLast(shown); // the address changed from elsewhere: back, or the filters were cleared
    setText(shown);
  }
  useEffect(() => {
    if (text === shown) return undefined;
    const timer = setTimeout(() => {
      setLast(text);
      void navigate({ search: (now) => ({ ...now, text: text === '' ? undefined : text }), replace: true });
    }, PAUSE);
    return () => clearTimeout(timer);
  }, [text, shown, navigate]);
  const choose = (change: Record<string, string>): void =>
    void navigate({ search: (now) => listSearch({ ...now, ...change }), replace: true });
  return (
    <div className={styles.filters} role="search">
      <TextInput
        ref={field}
        aria-label={t('filter')}
        placeholder={t('filterHint')}
        leftSection={<IconSearch size={15} stroke={1.7} aria-hidden />}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        className={styles.text}
      />
      <NativeSelect
        aria-label={t('trackFilter')}
        value={search.track ?? ''}
        onChange={(event) => choose({ track: event.currentTarget.value })}
        data={[{ value: '', label: t('anyTrack') }, ...TRACKS.map((k) => ({ value: k, label: words(trackWord[k]) }))]}
      />
      <NativeSelect
        aria-label={t('stateFilter')}
        value={search.state ?? ''}
        onChange={(event) => choose({ state: event.currentTarget.value })}
        data={[{ value: '', label: t('anyState') }, ...STATES.map((k) => ({ value: k, label: words(stateWord[k]) }))]}
      />
    </div>
  );
}
