/** Why this file exists: a list of sentences written line by line with the keyboard: Enter adds, Backspace on an empty line removes, Alt and arrows move. */
import { useEffect, useId, useRef, type KeyboardEvent, type ReactNode } from 'react';
import { Button, TextInput } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useBuilderTexts } from './builder.texts.js';
import styles from './builder.module.css';

const MOST_LINES = 20;

interface LineListProps {
  readonly title: string;
  readonly lines: readonly string[];
  readonly onChange: (lines: readonly string[], isTyping: boolean) => void;
}

export function LineList({ title, lines, onChange }: LineListProps): ReactNode {
  const t = useBuilderTexts();
  const id = useId();
  const next = useRef<number | null>(null);
  useEffect(() => {
    if (next.current === null) return;
    document.getElementById(`${id}-${next.current}`)?.focus();
    next.current = null;
  });
  const insert = (at: number): void => {
    if (lines.length >= MOST_LINES) return;
    next.current = at;
    onChange(lines.toSpliced(at, 0, ''), false);
  };
  const drop = (at: number): void => {
    next.current = Math.max(0, at - 1);
    onChange(lines.toSpliced(at, 1), false);
  };
  const move = (at: number, by: number): void => {
    const [line, other] = [lines[at], lines[at + by]];
    if (line === undefined || other === undefined) return;
    next.current = at + by;
    onChange(lines.with(at, other).with(at + by, line), false);
  };
  const press = (event: KeyboardEvent, at: number): void => {
    const by = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (event.altKey && by !== undefined) {
      event.preventDefault();
      return move(at, by);
    }
    if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      return insert(at + 1);
    }
    if (event.key === 'Backspace' && lines[at] === '') {
      event.preventDefault();
      drop(at);
    }
  };
  return (
    <div className={styles.lines}>
      {lines.map((line, at) => (
        <div key={at} className={styles.line}>
          <TextInput
            id={`${id}-${at}`}
            aria-label={t('line', { title, number: at + 1 })}
            value={line}
            maxLength={500}
            onChange={(event) => onChange(lines.with(at, event.currentTarget.value), true)}
            onKeyDown={(event) => press(event, at)}
          />
          <button
            type="button"
            className="icon-button"
            aria-label={t('removeLine', { number: at + 1 })}
            onClick={() => drop(at)}
          >
            <IconX aria-hidden />
          </button>
        </div>
      ))}
      <div className={styles.lineFoot}>
        <Button
          variant="subtle"
          size="xs"
          leftSection={<IconPlus size={14} aria-hidden />}
          disabled={lines.length >= MOST_LINES}
          onClick={() => insert(lines.length)}
        >
          {t('addLine')}
        </Button>
        {lines.length === 0 ? null : <span className="muted small-text">{t('lineKeys')}</span>}
      </div>
    </div>
  );
}
