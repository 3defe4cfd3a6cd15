/** Why this file exists: the draft on the screen: changed at once, kept on the device, saved after a pause, never over somebody else's changes. */
import { useCallback, useEffect, useRef, useState } from 'react';
import { useClient } from 'urql';
import type { CommandProblem } from '../../app/commands.js';
import { useCommand } from '../../app/commands.js';
import { useConnected } from '../../app/connection.js';
import { readFragment } from '../../gql/index.js';
import type { BuilderDraftFragment, JobRoleState } from '../../gql/graphql.js';
import { forgetCopy, keepCopy, readCopy } from './device-copy.js';
import {
  differ,
  draftOf,
  mergeDrafts,
  requirementsDiffer,
  requirementsInput,
  textsInput,
  type Draft,
} from './draft.js';
import { BuilderDraft, BuilderNewest, BuilderSetRequirements, BuilderUpdateTexts } from './saving.documents.js';

const PAUSE = 700;
const MOST_STEPS = 60;
/** Typing within this time is one step of Undo. */
const ONE_STEP = 1_000;

/** What the server says, as far as this page knows. */
interface Known {
  readonly draft: Draft;
  readonly version: number;
}
export type SaveState =
  | { readonly kind: 'saved'; readonly at: Date | null }
  | { readonly kind: 'waiting' | 'saving' | 'offline' | 'untitled' }
  | { readonly kind: 'refused'; readonly message: string };
/** Somebody else changed the draft. */
export interface Conflict {
  readonly theirs: Known;
  readonly state: JobRoleState;
}
export interface Builder {
  readonly draft: Draft;
  readonly known: Known;
  readonly saving: SaveState;
  readonly conflict: Conflict | null;
  /** True when the screen began with what this device had kept. */
  readonly restored: boolean;
  readonly canUndo: boolean;
  readonly change: (change: (draft: Draft) => Draft, isTyping?: boolean) => void;
  readonly undo: () => void;
  /** Takes the other's state; what was here is one Undo away. */
  readonly takeTheirs: () => void;
  /** Puts what was changed here on top of the other's state. */
  readonly keepMine: () => void;
  /** Saves at once. @returns the version that the server has now, or null when it does not have everything */
  readonly flush: () => Promise<number | null>;
}

interface Begun {
  readonly draft: Draft;
  readonly known: Known;
  readonly conflict: Conflict | null;
  readonly restored: boolean;
}

/** The draft to begin with: the server's, or what this device still has of an earlier visit. */
function begin(record: BuilderDraftFragment): Begun {
  const server = { draft: draftOf(record), version: record.version };
  const copy = readCopy(record.id);
  if (copy === null || !differ(copy.draft, server.draft))
    return { draft: server.draft, known: server, conflict: null, restored: false };
  if (copy.version === server.version) return { draft: copy.draft, known: server, conflict: null, restored: true };
  const known = { draft: copy.base, version: copy.version };
  return { draft: copy.draft, known, conflict: { theirs: server, state: record.state }, restored: true };
}

export function useBuilder(record: BuilderDraftFragment, overlays: readonly string[]): Builder {
  const id = record.id;
  const [begun] = useState(() => begin(record));
  const [draft, setDraft] = useState(begun.draft);
  const [known, setKnown] = useState(begun.known);
  const [conflict, setConflict] = useState(begun.conflict);
  const [steps, setSteps] = useState<readonly Draft[]>([]);
  const now = useRef({ draft: begun.draft, known: begun.known, conflict: begun.conflict, lastStep: 0 });
  const learn = useCallback((next: Known) => {
    now.current.known = next;
    setKnown(next);
  }, []);
  const clash = useCallback((next: Conflict | null) => {
    now.current.conflict = next;
    setConflict(next);
  }, []);
  const show = useCallback(
    (next: Draft) => {
      now.current.draft = next;
      setDraft(next);
      const { draft: base, version } = now.current.known;
      if (differ(base, next)) keepCopy(id, { version, base, draft: next });
      else forgetCopy(id);
    },
    [id],
  );
  const { saving, schedule, flush } = useSaving(id, overlays, now, learn, clash);
  const change = useCallback(
    (how: (draft: Draft) => Draft, isTyping = false) => {
      const before = now.current.draft;
      const next = how(before);
      if (next === before) return;
      const at = Date.now();
      if (!isTyping || at - now.current.lastStep > ONE_STEP) setSteps((s) => [...s, before].slice(-MOST_STEPS));
      now.current.lastStep = at;
      show(next);
      schedule();
    },
    [schedule, show],
  );
  const undo = useCallback(() => {
    const last = steps.at(-1);
    if (last === undefined) return;
    setSteps(steps.slice(0, -1));
    show(last);
    schedule();
  }, [steps, show, schedule]);
  const settle = useCallback(
    (merge: (theirs: Known) => Draft) => {
      const theirs = now.current.conflict?.theirs;
      if (theirs === undefined) return;
      const next = merge(theirs);
      clash(null);
      learn(theirs);
      change(() => next);
    },
    [change, clash, learn],
  );
  const takeTheirs = useCallback(() => settle((theirs) => theirs.draft), [settle]);
  const keepMine = useCallback(
    () => settle((theirs) => mergeDrafts(now.current.known.draft, now.current.draft, theirs.draft)),
    [settle],
  );
  return {
    draft,
    known,
    saving,
    conflict,
    restored: begun.restored,
    canUndo: steps.length > 0,
    change,
    undo,
    takeTheirs,
    keepMine,
    flush,
  };
}

type Now = React.RefObject<{ draft: Draft; known: Known; conflict: Conflict | null; lastStep: number }>;

/** Sends what differs, one part after the other, and looks again when it is through. */
function useSaving(
  id: string,
  overlays: readonly string[],
  now: Now,
  learn: (next: Known) => void,
  clash: (next: Conflict) => void,
) {
  const [saving, setSaving] = useState<SaveState>({ kind: 'saved', at: null });
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const running = useRef<Promise<void> | null>(null);
  const send = useSend(id, overlays, now, learn);
  const askNewest = useNewest(id);
  const refused = useCallback(
    async (problem: CommandProblem): Promise<void> => {
      if (problem.kind === 'offline') {
        setSaving({ kind: 'offline' });
        return;
      }
      const isClash = problem.kind === 'StaleVersion' || problem.code === 'JOB_ROLE_NOT_A_DRAFT';
      const newest = isClash ? await askNewest() : null;
      if (newest !== null) clash({ theirs: { draft: draftOf(newest), version: newest.version }, state: newest.state });
      setSaving({ kind: 'refused', message: problem.message });
    },
    [askNewest, clash],
  );
  const save = useCallback(async (): Promise<void> => {
    const { draft, known, conflict } = now.current;
    if (conflict !== null) return;
    if (!differ(known.draft, draft)) {
      setSaving((s) => (s.kind === 'saved' ? s : { kind: 'saved', at: new Date() }));
      return;
    }
    setSaving({ kind: 'saving' });
    const problem = await send(draft);
    if (problem !== null) return refused(problem);
    const isSaved = !differ(now.current.known.draft, now.current.draft);
    if (isSaved) forgetCopy(id);
    setSaving(
      isSaved ? { kind: 'saved', at: new Date() } : { kind: draft.title.trim() === '' ? 'untitled' : 'waiting' },
    );
  }, [id, now, send, refused]);
  const saveOnce = useCallback(async (): Promise<void> => {
    clearTimeout(timer.current);
    while (running.current !== null) await running.current;
    running.current = save().finally(() => (running.current = null));
    await running.current;
  }, [save]);
  const schedule = useCallback(() => {
    setSaving((s) => (s.kind === 'saved' ? { kind: 'waiting' } : s));
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void saveOnce(), PAUSE);
  }, [saveOnce]);
  const flush = useCallback(async (): Promise<number | null> => {
    await saveOnce();
    return differ(now.current.known.draft, now.current.draft) ? null : now.current.known.version;
  }, [now, saveOnce]);
  useSavingMoments(saveOnce, timer);
  return { saving, schedule, flush };
}

/** Saves when the page is left or hidden, when the connection is back, and what an earlier visit left. */
function useSavingMoments(
  save: () => Promise<void>,
  timer: React.RefObject<ReturnType<typeof setTimeout> | undefined>,
) {
  const connected = useConnected();
  const latest = useRef(save);
  useEffect(() => {
    latest.current = save;
  });
  useEffect(() => {
    if (connected) void latest.current();
  }, [connected]);
  useEffect(() => {
    const hidden = (): void => {
      if (document.visibilityState === 'hidden') void latest.current();
    };
    document.addEventListener('visibilitychange', hidden);
    return () => {
      document.removeEventListener('visibilitychange', hidden);
      clearTimeout(timer.current);
      void latest.current();
    };
  }, [timer]);
}

/** Sends the requirements, then the texts, each only when they differ. @returns the first refusal */
function useSend(id: string, overlays: readonly string[], now: Now, learn: (next: Known) => void) {
  const [setRequirements] = useCommand(BuilderSetRequirements);
  const [updateTexts] = useCommand(BuilderUpdateTexts);
  const read = useRef(overlays); // what the review is read under when it is sent, not when the change was made
  useEffect(() => {
    read.current = overlays;
  });
  return useCallback(
    async (draft: Draft): Promise<CommandProblem | null> => {
      const seen = () => ({ jobRoleVersionId: id, version: now.current.known.version });
      if (requirementsDiffer(now.current.known.draft, draft)) {
        const requirements = requirementsInput(draft);
        const outcome = await setRequirements({ input: { ...seen(), requirements }, overlays: [...read.current] });
        if (!outcome.ok) return outcome.problem;
        const { version } = outcome.value.jobRoleVersion;
        learn({ draft: { ...now.current.known.draft, requirements: draft.requirements }, version });
      }
      const texts = textsInput(now.current.known.draft, draft);
      if (Object.keys(texts).length === 0) return null;
      const outcome = await updateTexts({ input: { ...seen(), ...texts }, overlays: [...read.current] });
      if (!outcome.ok) return outcome.problem;
      const record = readFragment(BuilderDraft, outcome.value.jobRoleVersion);
      learn({ draft: draftOf(record), version: record.version });
      return null;
    },
    [id, now, learn, setRequirements, updateTexts],
  );
}

function useNewest(id: string) {
  const client = useClient();
  return useCallback(async (): Promise<BuilderDraftFragment | null> => {
    const { data } = await client.query(BuilderNewest, { id }, { requestPolicy: 'network-only' }).toPromise();
    return data?.jobRoleVersion == null ? null : readFragment(BuilderDraft, data.jobRoleVersion);
  }, [client, id]);
}
