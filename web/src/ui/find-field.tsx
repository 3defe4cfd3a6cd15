/** Why this file exists: a text that narrows a list; it reaches the address when the typing rests, so that going back stays useful. */
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';

interface FindFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (text: string) => void;
  readonly width?: number;
}

export function FindField({ label, value, onChange, width = 260 }: FindFieldProps): ReactNode {
  const [typed, setTyped] = useState(value);
  const told = useRef(value);
  useEffect(() => {
    if (value !== told.current) setTyped(value); // changed from outside, as by "Clear" or by going back
    told.current = value;
  }, [value]);
  const send = useRef(onChange);
  useEffect(() => {
    send.current = onChange;
  });
  useEffect(() => {
    if (typed === told.current) return;
    const timer = setTimeout(() => {
      told.current = typed;
      send.current(typed);
    }, 250);
    return () => clearTimeout(timer);
  }, [typed]);
  return (
    <TextInput
      type="search"
      aria-label={label}
      placeholder={label}
      leftSection={<IconSearch size={15} stroke={1.7} aria-hidden />}
      value={typed}
      maxLength={200}
      onChange={(event) => setTyped(event.currentTarget.value)}
      style={{ width, maxWidth: '100%' }}
    />
  );
}
