/** Why this file exists: files are attached to a piece of evidence by button or by dropping them, and each says how it stands. */
import { useEffect, useId, useRef, useState, type DragEvent, type ReactNode } from 'react';
import { Button } from '@mantine/core';
import { IconPaperclip, IconX } from '@tabler/icons-react';
import { useFormContext, useWatch } from 'react-hook-form';
import { useCommand } from '../app/commands.js';
import type { EvidenceDraft } from './claim-model.js';
import { WithdrawFile } from './file-commands.js';
import { MOST_FILES, sendFile, shareWords, sizeWords, TAKEN, type FileDraft } from './file-sending.js';
import { useFileTexts } from './file-texts.js';
import styles from './files.module.css';

interface WithEvidence {
  evidence: EvidenceDraft[];
}

/** The files of the piece at a place that may move while they are sent, and what can be done with them. */
function useFiles(index: number) {
  const t = useFileTexts();
  const { control, getValues, setValue, register, clearErrors } = useFormContext<WithEvidence>();
  const [withdraw] = useCommand(WithdrawFile);
  const place = useRef(index);
  useEffect(() => void (place.current = index), [index]);
  const isHere = useRef(true);
  const aborts = useRef(new Map<string, () => void>());
  useEffect(() => {
    const running = aborts.current;
    isHere.current = true;
    return () => {
      isHere.current = false;
      running.forEach((abort) => abort());
    };
  }, []);
  const name = `evidence.${index}.files` as const;
  register(name, {
    validate: (all) => all.every(({ id }) => id !== null) || t('wait'),
  });
  const files = useWatch({ control, name });
  const change = (next: (all: readonly FileDraft[]) => FileDraft[]): void => {
    const at = `evidence.${place.current}.files` as const;
    setValue(at, next(getValues(at)));
    clearErrors(at);
  };
  const tell = (key: string, news: Partial<FileDraft>): void => {
    if (isHere.current) change((all) => all.map((one) => (one.key === key ? { ...one, ...news } : one)));
  };
  const add = (file: File): void => {
    const key = crypto.randomUUID();
    change((all) => [...all, { key, name: file.name, bytes: file.size, share: 0, id: null, problem: null }]);
    const { sent, abort } = sendFile(file, (share) => tell(key, { share }));
    aborts.current.set(key, abort);
    void sent.then((outcome) => {
      aborts.current.delete(key);
      tell(key, outcome);
    });
  };
  const remove = ({ key, id }: FileDraft): void => {
    aborts.current.get(key)?.();
    change((all) => all.filter((one) => one.key !== key));
    if (id !== null) void withdraw({ input: { fileId: id } }); // nothing uses it: the server would forget it within a day
  };
  return { files, add, remove };
}

/** Outside the place for files a file that is let go would replace the page. */
function useNoStrayDrops(): void {
  useEffect(() => {
    const stop = (event: globalThis.DragEvent): void => event.preventDefault();
    window.addEventListener('dragover', stop);
    window.addEventListener('drop', stop);
    return () => {
      window.removeEventListener('dragover', stop);
      window.removeEventListener('drop', stop);
    };
  }, []);
}

/** Inside the `FormProvider` of the piece. */
export function FileField({ index }: { readonly index: number }): ReactNode {
  const t = useFileTexts();
  const { files, add, remove } = useFiles(index);
  const { formState } = useFormContext<WithEvidence>();
  const [isOver, setOver] = useState(false);
  const [isFull, setFull] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const hint = useId();
  useNoStrayDrops();
  const take = (given: FileList | null): void => {
    const free = MOST_FILES - files.length;
    setFull((given?.length ?? 0) > free);
    for (const file of [...(given ?? [])].slice(0, free)) add(file);
  };
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files);
  };
  const problem = formState.errors.evidence?.[index]?.files?.message;
  return (
    <div
      className={styles.field}
      role="group"
      aria-label={t('files')}
      data-over={isOver || undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <input
        ref={input}
        type="file"
        tabIndex={-1}
        multiple
        hidden
        accept={TAKEN}
        onChange={(event) => {
          take(event.currentTarget.files);
          event.currentTarget.value = '';
        }}
      />
      <Button
        ref={button}
        variant="default"
        size="compact-sm"
        leftSection={<IconPaperclip size={14} aria-hidden />}
        aria-describedby={hint}
        onClick={() => input.current?.click()}
      >
        {t('attach')}
      </Button>
      <p id={hint} className="muted small-text">
        {t('hint')}
      </p>
      <ul className={styles.drafts} aria-label={t('attached')}>
        {files.map((file) => (
          <Draft
            key={file.key}
            file={file}
            onRemove={() => {
              remove(file);
              setFull(false);
              button.current?.focus();
            }}
          />
        ))}
      </ul>
      <div role="alert" className={styles.problem}>
        {isFull ? t('tooMany') : problem}
      </div>
    </div>
  );
}

function Draft({ file, onRemove }: { readonly file: FileDraft; readonly onRemove: () => void }): ReactNode {
  const t = useFileTexts();
  const { name, bytes, share, id, problem } = file;
  const words =
    problem ??
    (id === null ? t('sending', { name, share: shareWords(share) }) : t('ready', { name, size: sizeWords(bytes) }));
  return (
    <li>
      <span role="status">
        {problem === null ? null : <b>{name} </b>}
        <span className={problem === null ? undefined : styles.problem}>{words}</span>
      </span>
      {id === null && problem === null ? <progress value={share} max={1} aria-label={name} /> : null}
      <Button variant="subtle" color="clay" size="compact-sm" aria-label={t('remove', { name })} onClick={onRemove}>
        <IconX size={14} aria-hidden />
      </Button>
    </li>
  );
}
